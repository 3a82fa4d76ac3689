package dev.fovea.sample.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;

/** Layers that refine the grid. */
final class Resampling {
    private static final int NEAREST = 0;

    /** The engine's names for linear interpolation: linear, bilinear, trilinear. */
    private static final int[] LINEAR = {1, 2, 4};

    private Resampling() {}

    static Block upsample(Values values, int axes) {
        int mode = values.text("mode").equals("LINEAR") ? LINEAR[axes - 1] : NEAREST;
        long[] factors = values.perAxis(values.has("scale") ? "scale" : "size");
        boolean scales = values.has("scale");
        return LambdaBlock.singleton(map -> {
            long[] size = factors.clone();
            for (int axis = 0; axis < axes && scales; axis++) {
                size[axis] *= map.getShape().get(axis + 2);
            }
            return map.getNDArrayInternal().interpolation(size, mode, false);
        });
    }

    /** Channels (c, f, f) of a unit become c channels of f × f units (Shi et al. 2016, equation 4). */
    static Block pixelShuffle(Values values, int axes) {
        int factor = values.number("factor");
        return LambdaBlock.singleton(map -> shuffle(map, axes, factor));
    }

    private static NDArray shuffle(NDArray map, int axes, int factor) {
        Shape shape = map.getShape();
        long[] apart = new long[2 + 2 * axes];
        int[] order = new int[2 + 2 * axes];
        long[] joined = new long[2 + axes];
        apart[0] = joined[0] = shape.get(0);
        apart[1] = joined[1] = shape.get(1) / Math.round(Math.pow(factor, axes));
        order[1] = 1;
        for (int axis = 0; axis < axes; axis++) {
            apart[2 + axis] = factor;
            apart[2 + axes + axis] = shape.get(2 + axis);
            order[2 + 2 * axis] = 2 + axes + axis;
            order[3 + 2 * axis] = 2 + axis;
            joined[2 + axis] = shape.get(2 + axis) * factor;
        }
        return map.reshape(apart).transpose(order).reshape(joined);
    }
}
