package dev.fovea.core.network;

/** How an author states padding. */
public enum PaddingMode {
    /** In numbers. */
    EXPLICIT,
    /** {@code Padding.SAME}. */
    SAME,
    /** {@code Padding.CAUSAL}. */
    CAUSAL
}
