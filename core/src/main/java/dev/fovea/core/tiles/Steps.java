package dev.fovea.core.tiles;

/**
 * The numbers of steps t, from the first to the last, for which extents {@code residue + t · step} have a property.
 */
final class Steps {
    /** Stands for no last one. */
    static final long FOREVER = Long.MAX_VALUE;

    private long first;
    private long last = FOREVER;

    Steps(long first) {
        this.first = first;
    }

    Steps(Steps other) {
        this.first = other.first;
        this.last = other.last;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    boolean isEmpty() {
        return last < first;
    }

    boolean isEndless() {
        return last == FOREVER;
    }

    void exclude() {
        first = 0;
        last = -1;
    }

    /** Keeps those for which {@code constant + t · slope} is at least 1; {@code slope} is not negative. */
    void keepPositive(long constant, long slope) {
        if (constant >= 1) {
            return;
        }
        if (slope == 0) {
            exclude();
        } else {
            first = Math.max(first, -Math.floorDiv(constant - 1, slope));
        }
    }

    /** Keeps those for which {@code constant + t · slope} and the other are equal. */
    void keepEqual(long constant, long slope, long otherConstant, long otherSlope) {
        long distance = Math.subtractExact(otherConstant, constant);
        long approach = Math.subtractExact(slope, otherSlope);
        if (approach == 0) {
            if (distance != 0) {
                exclude();
            }
            return;
        }
        if (Math.floorMod(distance, Math.abs(approach)) != 0) {
            exclude();
            return;
        }
        first = Math.max(first, distance / approach);
        last = Math.min(last, distance / approach);
    }
}
