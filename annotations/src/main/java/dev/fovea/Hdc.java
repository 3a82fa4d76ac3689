package dev.fovea;

/**
 * How the classical rule {@code M2 <= K} of Hybrid Dilated Convolution (Wang et al. 2018, equation 2) is enforced.
 */
public enum Hdc {
    /** Wherever the recurrence exceeds the kernel, as the authors of the rule stated it. */
    STRICT,

    /** Only where positions really are lost. */
    EXACT
}
