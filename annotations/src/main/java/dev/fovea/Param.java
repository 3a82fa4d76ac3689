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

    /** Entry 0 of {@link Use#args()}. */
    public static final int ARG0 = -1_160_000_037;

    /** Entry 1 of {@link Use#args()}. */
    public static final int ARG1 = -1_180_000_041;

    /** Entry 2 of {@link Use#args()}. */
    public static final int ARG2 = -1_200_000_043;

    /** Entry 3 of {@link Use#args()}. */
    public static final int ARG3 = -1_220_000_047;

    /** Entry 4 of {@link Use#args()}. */
    public static final int ARG4 = -1_240_000_053;

    /** Entry 5 of {@link Use#args()}. */
    public static final int ARG5 = -1_260_000_059;

    /** Entry 6 of {@link Use#args()}. */
    public static final int ARG6 = -1_280_000_061;

    /** Entry 7 of {@link Use#args()}. */
    public static final int ARG7 = -1_300_000_067;

    /** Entry 8 of {@link Use#args()}. */
    public static final int ARG8 = -1_320_000_071;

    /** Entry 9 of {@link Use#args()}. */
    public static final int ARG9 = -1_340_000_073;

    /** Entry 10 of {@link Use#args()}. */
    public static final int ARG10 = -1_360_000_079;

    /** Entry 11 of {@link Use#args()}. */
    public static final int ARG11 = -1_380_000_083;

    /** Entry 12 of {@link Use#args()}. */
    public static final int ARG12 = -1_400_000_089;

    /** Entry 13 of {@link Use#args()}. */
    public static final int ARG13 = -1_420_000_097;

    /** Entry 14 of {@link Use#args()}. */
    public static final int ARG14 = -1_440_000_101;

    /** Entry 15 of {@link Use#args()}. */
    public static final int ARG15 = -1_460_000_103;

    private Param() {}
}
