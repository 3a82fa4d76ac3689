package dev.fovea;

/** What padding is filled with. */
public enum Borders {
    /** Zeros. */
    ZEROS,

    /** The map mirrored at its outermost unit, which is not repeated; needs less padding than units. */
    REFLECT,

    /** The outermost unit, repeated. */
    REPLICATE,

    /** The opposite end of the map: the axis is a circle; needs no more padding than units. */
    CIRCULAR
}
