package dev.fovea;

/**
 * Placeholders for attribute values inside a {@link Block}; {@link Use} states what they stand for.
 *
 * <p>They stand where an {@code int} or an entry of an {@code int[]} stands, and cannot be computed with.
 */
public final class Param {
    /** The attribute {@link Use#width()}. */
    public static final int WIDTH = -1_020_000_011;

    /** The attribute {@link Use#out()}. */
    public static final int OUT = -1_040_000_013;

    /** The attribute {@link Use#kernel()}. */
    public static final int KERNEL = -1_060_000_017;

    /** The attribute {@link Use#stride()}; 1 from the second repetition on. */
    public static final int STRIDE = -1_080_000_019;

    /** The attribute {@link Use#rate()}, or its entry for the repetition. */
    public static final int RATE = -1_100_000_023;

    /** The attribute {@link Use#groups()}. */
    public static final int GROUPS = -1_120_000_029;

    /** The attribute {@link Use#squeeze()}. */
    public static final int SQUEEZE = -1_140_000_031;

    private Param() {}
}
