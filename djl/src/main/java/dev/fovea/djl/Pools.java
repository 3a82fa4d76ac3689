package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import java.util.Arrays;

/**
 * Pooling; means count zero padding, but not what {@code ceilMode} adds, as PyTorch does by default. Of powers, the root of
 * the sum of squares.
 */
final class Pools {
    private Pools() {}

    static Block global(Values values, int axes) {
        long[] one = new long[axes];
        Arrays.fill(one, 1);
        return adaptive(one, values.text("type"));
    }

    static Block pool(Values values) {
        Border padding = values.padding();
        Border overhang = new Border(new long[padding.begin().length], new long[padding.begin().length]);
        boolean ceil = values.flag("ceilMode");
        if (isMax(values)) {
            return LambdaBlock.singleton(map -> {
                NDArray padded = padding.pad(map, Double.NEGATIVE_INFINITY);
                Border more = ceil ? overhang(values, map.getShape()) : overhang;
                return window(values, more.pad(padded, Double.NEGATIVE_INFINITY), true);
            });
        }
        boolean power = values.text("type").equals("LP");
        long taps = values.shape("kernel").size();
        return LambdaBlock.singleton(map -> {
            NDArray padded = padding.pad(power ? map.square() : map, 0);
            Border more = ceil ? overhang(values, map.getShape()) : overhang;
            NDArray mean = window(values, more.pad(padded, 0), false);
            if (power) {
                return mean.mul(taps).sqrt();
            }
            // The share of each window that lies on the padded map.
            NDArray ones = padded.getManager().ones(padded.getShape(), padded.getDataType());
            return ceil ? mean.div(window(values, more.pad(ones, 0), false)) : mean;
        });
    }

    /** What has to follow the padded map so that its last, incomplete window becomes complete. */
    private static Border overhang(Values values, Shape map) {
        Border padding = values.padding();
        int axes = padding.begin().length;
        long[] end = new long[axes];
        for (int axis = 0; axis < axes; axis++) {
            long stride = values.perAxis("stride")[axis];
            long span = (values.perAxis("kernel")[axis] - 1) * values.perAxis("rate")[axis] + 1;
            long extent = map.get(axis + 2) + padding.begin()[axis];
            long padded = extent + padding.end()[axis];
            long last = -Math.floorDiv(span - padded, stride) * stride;
            // No window starts beyond the map and the padding before it.
            last = last >= extent ? last - stride : last;
            end[axis] = Math.max(0, last + span - padded);
        }
        return new Border(new long[axes], end);
    }

    private static NDArray window(Values values, NDArray map, boolean max) {
        long[] rate = values.perAxis("rate");
        if (new Shape(rate).size() > 1) {
            return dilated(values, map, max);
        }
        Shape kernel = values.shape("kernel");
        Shape stride = values.shape("stride");
        Shape none = new Shape(new long[rate.length]);
        return max
                ? map.getNDArrayInternal().maxPool(kernel, stride, none, false)
                : map.getNDArrayInternal().avgPool(kernel, stride, none, false, true);
    }

    /** Tap by tap: the engine has no dilated pooling. */
    private static NDArray dilated(Values values, NDArray map, boolean max) {
        long[] kernel = values.perAxis("kernel");
        long[] stride = values.perAxis("stride");
        long[] rate = values.perAxis("rate");
        NDArray result = map;
        for (int axis = 0; axis < kernel.length; axis++) {
            long windows = (map.getShape().get(axis + 2) - (kernel[axis] - 1) * rate[axis] - 1) / stride[axis] + 1;
            NDList taps = new NDList();
            for (long tap = 0; tap < kernel[axis]; tap++) {
                long first = tap * rate[axis];
                long behind = first + (windows - 1) * stride[axis] + 1;
                taps.add(result.get(new NDIndex().addAllDim(axis + 2).addSliceDim(first, behind, stride[axis])));
            }
            NDArray stack = NDArrays.stack(taps);
            result = max ? stack.max(new int[] {0}) : stack.mean(new int[] {0});
        }
        return result;
    }

    /** Unit i of n reads {@code floor(iH/n)} to {@code ceil((i+1)H/n) - 1}, along one axis after the other. */
    static Block adaptive(Values values) {
        return adaptive(values.perAxis("size"), values.text("type"));
    }

    private static Block adaptive(long[] size, String type) {
        boolean power = type.equals("LP");
        return LambdaBlock.singleton(map -> {
            NDArray result = power ? map.square() : map;
            for (int axis = 0; axis < size.length; axis++) {
                result = adapt(result, axis + 2, size[axis], type);
            }
            return power ? result.sqrt() : result;
        });
    }

    private static NDArray adapt(NDArray map, int dimension, long size, String type) {
        long extent = map.getShape().get(dimension);
        NDList units = new NDList();
        for (long unit = 0; unit < size; unit++) {
            NDArray read = map.get(new NDIndex()
                    .addAllDim(dimension)
                    .addSliceDim(unit * extent / size, -Math.floorDiv(-(unit + 1) * extent, size)));
            int[] along = {dimension};
            units.add(
                    switch (type) {
                        case "MAX" -> read.max(along, true);
                        case "AVERAGE" -> read.mean(along, true);
                        default -> read.sum(along, true);
                    });
        }
        return Operations.concat(units, dimension);
    }

    private static boolean isMax(Values values) {
        return values.text("type").equals("MAX");
    }
}
