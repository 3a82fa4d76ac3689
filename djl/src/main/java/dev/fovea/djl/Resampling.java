package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;

/** Layers that refine the grid. */
final class Resampling {
    private Resampling() {}

    /** One matrix per axis: the engine's own interpolation has neither half-pixel centres nor volumes. */
    static Block upsample(Values values, int axes) {
        boolean linear = values.text("mode").equals("LINEAR");
        boolean corners = values.has("alignCorners") && values.flag("alignCorners");
        boolean scales = values.has("scale");
        long[] factors = values.perAxis(scales ? "scale" : "size");
        return LambdaBlock.singleton(map -> {
            NDArray result = map;
            for (int axis = 0; axis < axes; axis++) {
                int in = Math.toIntExact(map.getShape().get(axis + 2));
                int out = Math.toIntExact(scales ? in * factors[axis] : factors[axis]);
                float[][] weights = linear ? linear(in, out, corners) : nearest(in, out);
                NDArray matrix = map.getManager().create(weights).toType(map.getDataType(), false);
                result = result.swapAxes(axis + 2, axes + 1).matMul(matrix).swapAxes(axis + 2, axes + 1);
            }
            return result;
        });
    }

    /** Unit o of {@code out} reads {@code floor(o·in/out)}. */
    private static float[][] nearest(int in, int out) {
        float[][] weights = new float[in][out];
        for (int unit = 0; unit < out; unit++) {
            weights[(int) ((long) unit * in / out)][unit] = 1;
        }
        return weights;
    }

    /**
     * Unit o of {@code out} lies at {@code (o + 1/2)·in/out - 1/2}, between two units or beyond the outermost; with aligned
     * corners at {@code o·(in - 1)/(out - 1)}.
     */
    private static float[][] linear(int in, int out, boolean corners) {
        float[][] weights = new float[in][out];
        long whole = corners ? Math.max(1, out - 1) : 2L * out;
        for (int unit = 0; unit < out; unit++) {
            long place = corners ? (long) unit * (in - 1) : (2L * unit + 1) * in - out;
            int before = Math.toIntExact(Math.floorDiv(place, whole));
            float share = (float) Math.floorMod(place, whole) / whole;
            weights[Math.max(before, 0)][unit] += 1 - share;
            weights[Math.min(before + 1, in - 1)][unit] += share;
        }
        return weights;
    }

    /** Channels (c, f, f) of a unit become c channels of f × f units (Shi et al. 2016, equation 4). */
    static Block pixelShuffle(Values values, int axes) {
        int factor = values.number("factor");
        return LambdaBlock.singleton(map -> shuffle(map, axes, factor));
    }

    /** A window of f × f units becomes as many channels, in the order that {@link #pixelShuffle} undoes. */
    static Block spaceToDepth(Values values, int axes) {
        int factor = values.number("factor");
        return LambdaBlock.singleton(map -> {
            Shape shape = map.getShape();
            long[] apart = new long[2 + 2 * axes];
            int[] order = new int[2 + 2 * axes];
            long[] joined = new long[2 + axes];
            apart[0] = joined[0] = shape.get(0);
            apart[1] = shape.get(1);
            joined[1] = shape.get(1) * Math.round(Math.pow(factor, axes));
            order[1] = 1;
            for (int axis = 0; axis < axes; axis++) {
                joined[2 + axis] = shape.get(2 + axis) / factor;
                apart[2 + 2 * axis] = joined[2 + axis];
                apart[3 + 2 * axis] = factor;
                order[2 + axis] = 3 + 2 * axis;
                order[2 + axes + axis] = 2 + 2 * axis;
            }
            return map.reshape(apart).transpose(order).reshape(joined);
        });
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
