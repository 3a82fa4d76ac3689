package dev.fovea.processor.code.eval;

/**
 * A value that only a running program has.
 *
 * <p>Whatever asks for it stops the reading, even a collection of the JDK that compares its elements.
 */
public final class Unknown {
    private final String why;
    private final Code at;
    private final boolean harmless;

    /**
     * @param why what it is and what would make it known, as the text of a message
     * @param at the expression that has this value
     */
    public Unknown(String why, Code at) {
        this(why, at, false);
    }

    private Unknown(String why, Code at, boolean harmless) {
        this.why = why;
        this.at = at;
        this.harmless = harmless;
    }

    /** An unknown value of a class that changes nothing that is passed to it. */
    public Unknown harmless() {
        return new Unknown(why, at, true);
    }

    /** Whether its methods change nothing that is passed to them. */
    public boolean isHarmless() {
        return harmless;
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
