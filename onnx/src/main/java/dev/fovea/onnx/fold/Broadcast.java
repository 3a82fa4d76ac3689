package dev.fovea.onnx.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Elementwise operators on constants, with the broadcasting of ONNX (multidirectional, as in NumPy). */
final class Broadcast {
    private Broadcast() {}

    /** An operator on two numbers; empty where the result cannot be told. */
    interface Operator {
        Optional<Num> apply(Num left, Num right, boolean integers);
    }

    static Constant apply(Constant left, Constant right, boolean integers, Operator operator) {
        Optional<List<Num>> dims = dims(left.dims(), right.dims());
        if (dims.isEmpty()) {
            return Constant.OPAQUE;
        }
        Constant shaped = Constant.shaped(dims.get(), integers);
        Optional<int[]> shape = shaped.shape();
        if (shape.isEmpty() || left.data().isEmpty() || right.data().isEmpty()) {
            return shaped;
        }
        Optional<List<Num>> lefts = expand(left, shape.get());
        Optional<List<Num>> rights = expand(right, shape.get());
        if (lefts.isEmpty() || rights.isEmpty()) {
            return shaped;
        }
        List<Num> data = new ArrayList<>();
        for (int i = 0; i < lefts.get().size(); i++) {
            Optional<Num> result =
                    operator.apply(lefts.get().get(i), rights.get().get(i), left.integers() && right.integers());
            if (result.isEmpty()) {
                return shaped;
            }
            data.add(result.get());
        }
        return Constant.of(dims.get(), data, integers);
    }

    /** Extents after broadcasting; empty where they are not known or do not fit. */
    static Optional<List<Num>> dims(Optional<List<Num>> left, Optional<List<Num>> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        int rank = Math.max(left.get().size(), right.get().size());
        List<Num> dims = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            Num one = fromEnd(left.get(), rank - i);
            Num other = fromEnd(right.get(), rank - i);
            if (one.is(1)) {
                dims.add(other);
            } else if (other.is(1) || one.equals(other)) {
                dims.add(one);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(dims);
    }

    private static Num fromEnd(List<Num> dims, int distance) {
        return distance > dims.size() ? Num.ONE : dims.get(dims.size() - distance);
    }

    /** The elements repeated to {@code shape}; empty where there would be too many. */
    static Optional<List<Num>> expand(Constant constant, int[] shape) {
        Optional<int[]> own = constant.shape();
        if (own.isEmpty() || constant.data().isEmpty() || own.get().length > shape.length) {
            return Optional.empty();
        }
        long count = 1;
        for (int extent : shape) {
            count *= extent;
        }
        if (count > Folding.MOST_ELEMENTS) {
            return Optional.empty();
        }
        int lead = shape.length - own.get().length;
        List<Num> result = new ArrayList<>();
        for (int flat = 0; flat < count; flat++) {
            int rest = flat;
            int index = 0;
            int step = 1;
            for (int axis = shape.length - 1; axis >= lead; axis--) {
                int extent = own.get()[axis - lead];
                index += (extent == 1 ? 0 : rest % shape[axis]) * step;
                step *= extent;
                rest /= shape[axis];
            }
            if (index >= constant.data().get().size()) {
                return Optional.empty();
            }
            result.add(constant.data().get().get(index));
        }
        return Optional.of(result);
    }
}
