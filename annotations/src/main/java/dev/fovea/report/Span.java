package dev.fovea.report;

/**
 * Consecutive positions along one axis; all spans without a position are equal.
 *
 * @param first the first position
 * @param last the last position; below {@code first} where there is none
 */
public record Span(long first, long last) {
    /** No position. */
    public static final Span EMPTY = new Span(0, -1);

    /** Gives the span without a position its one form. */
    public Span {
        if (last < first) {
            first = 0;
            last = -1;
        }
    }

    /**
     * Whether there is no position.
     *
     * @return true for {@link #EMPTY} only
     */
    public boolean isEmpty() {
        return last < first;
    }

    /**
     * The number of positions.
     *
     * @return at least 0
     * @throws ArithmeticException if the number does not fit into a {@code long}
     */
    public long size() {
        return Math.addExact(Math.subtractExact(last, first), 1);
    }

    /**
     * Whether a position is one of these.
     *
     * @param position any position
     * @return true from {@code first} to {@code last}
     */
    public boolean contains(long position) {
        return first <= position && position <= last;
    }

    /**
     * The positions that another span has too.
     *
     * @param other a span along the same axis
     * @return the common positions
     */
    public Span intersection(Span other) {
        return isEmpty() || other.isEmpty()
                ? EMPTY
                : new Span(Math.max(first, other.first), Math.min(last, other.last));
    }

    /**
     * The first and the last position.
     *
     * @return for instance {@code -3..3}; {@code none} without a position
     */
    @Override
    public String toString() {
        return isEmpty() ? "none" : first + ".." + last;
    }
}
