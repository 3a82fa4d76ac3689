package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
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
