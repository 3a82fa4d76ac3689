package dev.fovea;

/** What is applied to each number of a map; the receptive field is unchanged. */
public enum Activation {
    /** Nothing. */
    NONE,

    /** {@code max(0, x)}. */
    RELU,

    /** {@code min(max(0, x), 6)}. */
    RELU6,

    /** {@code x} above 0, a small fixed multiple of it below. */
    LEAKY_RELU,

    /** As leaky ReLU with a trained factor: one parameter per channel (He et al. 2015). */
    PRELU,

    /** {@code x} above 0, {@code exp(x) - 1} below (Clevert et al. 2016). */
    ELU,

    /** Scaled ELU (Klambauer et al. 2017). */
    SELU,

    /** {@code x} times the normal distribution function of {@code x} (Hendrycks &amp; Gimpel 2016). */
    GELU,

    /** {@code x · sigmoid(x)}, also known as Swish. */
    SILU,

    /** {@code x · tanh(softplus(x))} (Misra 2019). */
    MISH,

    /** {@code x · min(max(0, x + 3), 6) / 6} (Howard et al. 2019). */
    HARD_SWISH,

    /** {@code min(max(0, x + 3), 6) / 6}. */
    HARD_SIGMOID,

    /** {@code 1 / (1 + exp(-x))}. */
    SIGMOID,

    /** The hyperbolic tangent. */
    TANH,

    /** {@code log(1 + exp(x))}. */
    SOFTPLUS,

    /** Softmax over the channels of one position. */
    SOFTMAX
}
