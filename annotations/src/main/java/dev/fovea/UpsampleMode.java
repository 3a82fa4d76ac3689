package dev.fovea;

/** How {@link Upsample} interpolates. */
public enum UpsampleMode {
    /** Unit {@code o} reads unit {@code floor(o · in / out)}. */
    NEAREST,

    /** Unit {@code o} reads those of the two units around {@code (o + 1/2) · in / out - 1/2} whose weight is not 0. */
    LINEAR
}
