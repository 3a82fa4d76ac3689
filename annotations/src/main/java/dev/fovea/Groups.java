package dev.fovea;

/** Constants for the attribute {@code groups}. */
public final class Groups {
    /** One group per input channel; {@code out = 0} then means as many output channels as input channels. */
    public static final int DEPTHWISE = -1_000_000_003;

    private Groups() {}
}
