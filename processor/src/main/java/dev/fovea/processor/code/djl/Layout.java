package dev.fovea.processor.code.djl;

/** How the axes of an array relate to those of a feature map. */
enum Layout {
    /** A feature map: batch, channels and the map's axes, in an order of their own. */
    MAP,

    /** One number per channel: the extents of the map were all 1. */
    VECTOR,

    /** A feature map whose channels and extents are one axis. */
    FLATTENED,

    /** Anything else. */
    OTHER
}
