package dev.fovea;

/** What a pooling layer keeps of its window. */
public enum PoolType {
    /** The maximum. */
    MAX,

    /** The mean. */
    AVERAGE,

    /** The root of a power's mean or sum. */
    LP
}
