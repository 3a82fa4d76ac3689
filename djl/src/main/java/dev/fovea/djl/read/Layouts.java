package dev.fovea.djl.read;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Optional;

/** Transpositions and reshapes: the same numbers in other dimensions. */
final class Layouts {
    private Layouts() {}

    static Value transposed(Value value, int[] order) {
        Shape shape = View.of(value.shape()).transposed(order).shape();
        if (value instanceof Value.Units units) {
            return new Value.Units(units.layer(), units.view().transposed(order));
        }
        if (value instanceof Value.Attended read) {
            return new Value.Attended(read.scores(), read.values(), read.view().transposed(order));
        }
        return withShape(value, shape);
    }

    static Value reshaped(Value value, Shape stated) {
        Shape shape = resolved(value.shape(), stated);
        if (value instanceof Value.Units units) {
            Optional<View> view = units.view().reshaped(shape);
            return view.isPresent() ? new Value.Units(units.layer(), view.get()) : gathered(value, shape);
        }
        if (value instanceof Value.Attended read) {
            Optional<View> view = read.view().reshaped(shape);
            return view.isPresent()
                    ? new Value.Attended(read.scores(), read.values(), view.get())
                    : gathered(value, shape);
        }
        return withShape(value, shape);
    }

    private static Value gathered(Value value, Shape shape) {
        return new Value.Gathered(Elementwise.layers(value), shape);
    }

    static Value withShape(Value value, Shape shape) {
        if (value instanceof Value.Weight weight) {
            return new Value.Weight(weight.parameter(), shape);
        }
        return value instanceof Value.Constant ? new Value.Constant(shape) : gathered(value, shape);
    }

    /** With what -1 stands for. */
    private static Shape resolved(Shape before, Shape stated) {
        long[] extents = stated.getShape().clone();
        long known = 1;
        for (long extent : extents) {
            known = extent < 0 ? known : Math.multiplyExact(known, extent);
        }
        for (int dimension = 0; dimension < extents.length; dimension++) {
            if (extents[dimension] < 0) {
                extents[dimension] = before.size() / known;
            }
        }
        Shape shape = new Shape(extents);
        if (shape.size() != before.size()) {
            throw new UnreadableException("a reshape of " + before + " to " + stated);
        }
        return shape;
    }

    /** With one dimension in place of those from {@code first} to {@code last}. */
    static Shape flattened(Shape shape, int first, int last) {
        return shape.slice(0, first).add(shape.slice(first, last + 1).size()).addAll(shape.slice(last + 1));
    }

    static Shape expanded(Shape shape, int at) {
        return View.of(shape).with(at).shape();
    }

    static Shape squeezed(Shape shape, int... dimensions) {
        View view = View.of(shape);
        int[] last = Arrays.stream(dimensions).sorted().toArray();
        for (int i = last.length - 1; i >= 0; i--) {
            view = view.without(last[i]);
        }
        return view.shape();
    }
}
