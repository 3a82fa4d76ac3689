package dev.fovea.processor.code.eval;

/**
 * A value that only a running program has.
 *
 * <p>Whoever asks what it is, be it a collection of the JDK that compares its elements, stops the reading.
 */
public final class Unknown {
    private final String why;
    private final Code at;

    /**
     * @param why what it is and what would make it known, as the text of a message
     * @param at the expression that has this value
     */
    public Unknown(String why, Code at) {
        this.why = why;
        this.at = at;
    }

    /** What it is and what would make it known. */
    public String why() {
        return why;
    }

    /** The expression that has this value. */
    public Code at() {
        return at;
    }

    @Override
    public boolean equals(Object other) {
        throw new NotReadException(this);
    }

    @Override
    public int hashCode() {
        throw new NotReadException(this);
    }

    @Override
    public String toString() {
        throw new NotReadException(this);
    }
}
