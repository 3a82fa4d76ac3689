package dev.fovea.onnx.view;

import dev.fovea.onnx.fold.Num;

/**
 * A part of a map's axis: index i of the atom stands for {@code i·stride} steps along the axis.
 *
 * <p>An axis of 6 that is reshaped to 2×3 becomes the atoms (size 2, stride 3) and (size 3, stride 1); transposing and
 * reshaping moves the atoms, and where they end up says what the exporter's layout operations amount to.
 *
 * @param axis {@link #BATCH}, {@link #CHANNEL}, {@link #SPACE} and the axes after it, or one of the special ones
 */
public record Atom(int axis, Num size, Num stride) {
    public static final int BATCH = 0;
    /** What a matrix made of all positions: no positions any more, and no channels. */
    public static final int HIDDEN = -1;

    public static final int CHANNEL = 1;
    /** The first of the axes along which the network slides. */
    public static final int SPACE = 2;
    /** All positions of a map and extra tokens beside them, which no longer form a grid. */
    public static final int TOKENS = 9;
    /** Added to an axis where its positions are those that an attention's queries look at. */
    public static final int KEY = 16;

    /** True for an atom of the places that the network slides over. */
    public boolean isPosition() {
        return axis >= SPACE && axis < KEY;
    }

    public boolean isKey() {
        return axis >= KEY;
    }

    public Atom withStride(Num other) {
        return new Atom(axis, size, other);
    }

    /** The same places, as those that queries look at. */
    public Atom asKey() {
        return new Atom(axis + KEY, size, stride);
    }

    /** The same places, as those of the queries. */
    public Atom asPosition() {
        return new Atom(axis - KEY, size, stride);
    }
}
