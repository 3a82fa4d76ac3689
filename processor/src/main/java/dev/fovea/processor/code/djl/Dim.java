package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Symbol;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.graph.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A multiple of the size of a dimension of an array.
 *
 * @param axes of the layer's map: 0 for the batch, 1 for the channels, then the map's
 */
record Dim(Tensor tensor, List<Integer> axes, long factor) implements Symbol {
    /** The axis of the batch. */
    static final int BATCH = 0;

    /** The axis of the channels. */
    static final int CHANNELS = 1;

    /** Its only axis; -1 where it has several. */
    int axis() {
        return axes.size() == 1 ? axes.get(0) : -1;
    }

    @Override
    public @Nullable Long value() {
        long product = factor;
        for (int axis : axes) {
            Long size = tensor.size(axis);
            if (size == null) {
                return null;
            }
            product = Math.multiplyExact(product, size);
        }
        return product;
    }

    @Override
    public Unknown unknown() {
        return new Unknown(
                axes.contains(BATCH)
                        ? "the size of the batch is known only at run time"
                        : "the extents of this layer's map are not known; state them in @Input",
                tensor.node().code());
    }

    @Override
    public @Nullable Symbol times(Number multiplier) {
        double exact = multiplier.doubleValue();
        boolean isWhole = exact == Math.rint(exact) && exact > 0 && exact < 1 << 20;
        return isWhole ? new Dim(tensor, axes, Math.multiplyExact(factor, (long) exact)) : null;
    }

    /** True for the size of these axes of the same layer's map, or of any batch. */
    boolean isOf(Node other, List<Integer> otherAxes) {
        return factor == 1 && axes.equals(otherAxes) && (axis() == BATCH || tensor.node() == other);
    }
}
