package dev.fovea;

/** Constants for the attribute {@code padding}; each stands alone and holds for every axis. */
public final class Padding {
    /**
     * Pads so that the output's extent is the input's divided by the stride, rounded up; an odd pixel goes to the end.
     * For {@link TransposedConv} the output's extent is the input's times the stride.
     */
    public static final int SAME = -960_000_007;

    /** Pads {@code (kernel - 1) · rate} before and nothing after, on every axis. */
    public static final int CAUSAL = -980_000_009;

    /** No padding. */
    public static final int VALID = 0;

    private Padding() {}
}
