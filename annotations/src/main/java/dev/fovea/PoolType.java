package dev.fovea;

/** What a pooling layer keeps of its window. */
public enum PoolType {
    /** The maximum. */
    MAX,

    /** The mean. */
    AVERAGE
}
