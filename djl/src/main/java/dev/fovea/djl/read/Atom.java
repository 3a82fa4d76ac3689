package dev.fovea.djl.read;

/**
 * A factor of an axis of a layer's map.
 *
 * @param axis 0 is the batch, 1 the channels, then the map's own axes
 * @param size number of steps
 * @param stride units per step
 */
record Atom(int axis, long size, long stride) {
    /** Whether another factor of the axis continues this one, so that both are one. */
    boolean continuesIn(Atom next) {
        return axis == next.axis && stride == next.size * next.stride;
    }

    Atom joined(Atom next) {
        return new Atom(axis, size * next.size, next.stride);
    }

    /** The slower part, of {@code steps}. */
    Atom outer(long steps) {
        return new Atom(axis, steps, stride * (size / steps));
    }

    /** What the slower part leaves. */
    Atom inner(long steps) {
        return new Atom(axis, size / steps, stride);
    }
}
