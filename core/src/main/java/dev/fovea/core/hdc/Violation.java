package dev.fovea.core.hdc;

/** What is wrong with a dilation stack on one axis; the first that applies is the one reported. */
public enum Violation {
    /** All rates share a divisor: the stack is several independent networks interleaved. */
    COMMON_DIVISOR,

    /** The classical rule {@code M2 <= K} is broken. */
    GAP,

    /** Positions are lost though the rates have no common divisor and keep the classical rule. */
    HOLE
}
