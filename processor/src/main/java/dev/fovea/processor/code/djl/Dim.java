package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Symbol;
import dev.fovea.processor.code.eval.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * A multiple of an extent of an array.
 *
 * @param axis 0 for the batch, 1 for the channels, then the map's axes
 */
record Dim(Tensor tensor, int axis, long factor) implements Symbol {
    /** The axis of the batch. */
    static final int BATCH = 0;

    /** The axis of the channels. */
    static final int CHANNELS = 1;

    @Override
    public @Nullable Long value() {
        Long size = tensor.size(axis);
        return size == null ? null : Long.valueOf(Math.multiplyExact(size, factor));
    }

    @Override
    public Unknown unknown() {
        return new Unknown(
                axis == BATCH
                        ? "the size of the batch is known only at run time"
                        : "the extents of this layer's map are not known; state them in @Input",
                tensor.node().code());
    }

    @Override
    public @Nullable Symbol times(Number multiplier) {
        double exact = multiplier.doubleValue();
        boolean isWhole = exact == Math.rint(exact) && exact > 0 && exact < 1 << 20;
        return isWhole ? new Dim(tensor, axis, Math.multiplyExact(factor, (long) exact)) : null;
    }

    /** True for an extent of this array itself. */
    boolean isOf(Tensor other, int otherAxis) {
        return axis == otherAxis && tensor.isLike(other);
    }
}
