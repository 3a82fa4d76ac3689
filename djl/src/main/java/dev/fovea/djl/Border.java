package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Units added around a map, or removed from it.
 *
 * @param begin per spatial axis, units before the map
 * @param end per spatial axis, units after it
 */
record Border(long[] begin, long[] end) {
    /** Reads a padding in the form of reports: all begins, then all ends. */
    static Border of(long... padding) {
        int axes = padding.length / 2;
        return new Border(Arrays.copyOf(padding, axes), Arrays.copyOfRange(padding, axes, 2 * axes));
    }

    boolean isSymmetric() {
        return Arrays.equals(begin, end);
    }

    /** Adds the units, filled with a value. */
    NDArray pad(NDArray map, double value) {
        if (isEmpty()) {
            return map;
        }
        // The engine wants the last axis first, and each begin with its end.
        long[] amounts = new long[2 * begin.length];
        for (int axis = 0; axis < begin.length; axis++) {
            int place = 2 * (begin.length - 1 - axis);
            amounts[place] = begin[axis];
            amounts[place + 1] = end[axis];
        }
        return map.pad(new Shape(amounts), value);
    }

    /** Adds the units, filled as the borders of a report say: with zeros, or with units of the map. */
    NDArray pad(NDArray map, String borders) {
        if (borders.equals("ZEROS")) {
            return pad(map, 0);
        }
        NDArray result = map;
        for (int axis = 0; axis < begin.length; axis++) {
            int dimension = map.getShape().dimension() - begin.length + axis;
            NDList parts = new NDList();
            if (begin[axis] > 0) {
                parts.add(before(result, dimension, begin[axis], borders));
            }
            parts.add(result);
            if (end[axis] > 0) {
                parts.add(behind(result, dimension, end[axis], borders));
            }
            result = Operations.concat(parts, dimension);
        }
        return result;
    }

    private static NDArray before(NDArray map, int dimension, long amount, String borders) {
        long extent = map.getShape().get(dimension);
        return switch (borders) {
            case "REFLECT" -> slice(map, dimension, 1, amount + 1).flip(dimension);
            case "REPLICATE" -> repeated(slice(map, dimension, 0, 1), dimension, amount);
            default -> slice(map, dimension, extent - amount, extent);
        };
    }

    private static NDArray behind(NDArray map, int dimension, long amount, String borders) {
        long extent = map.getShape().get(dimension);
        return switch (borders) {
            case "REFLECT" ->
                slice(map, dimension, extent - 1 - amount, extent - 1).flip(dimension);
            case "REPLICATE" -> repeated(slice(map, dimension, extent - 1, extent), dimension, amount);
            default -> slice(map, dimension, 0, amount);
        };
    }

    private static NDArray slice(NDArray map, int dimension, long from, long to) {
        return map.get(new NDIndex().addAllDim(dimension).addSliceDim(from, to));
    }

    private static NDArray repeated(NDArray unit, int dimension, long times) {
        NDList units = new NDList();
        for (long time = 0; time < times; time++) {
            units.add(unit);
        }
        return Operations.concat(units, dimension);
    }

    /** Removes as many units. */
    NDArray crop(NDArray map) {
        if (isEmpty()) {
            return map;
        }
        int first = map.getShape().dimension() - begin.length;
        NDIndex kept = new NDIndex().addAllDim(first);
        for (int axis = 0; axis < begin.length; axis++) {
            kept.addSliceDim(begin[axis], map.getShape().get(first + axis) - end[axis]);
        }
        return map.get(kept);
    }

    private boolean isEmpty() {
        return LongStream.concat(Arrays.stream(begin), Arrays.stream(end)).allMatch(amount -> amount == 0);
    }
}
