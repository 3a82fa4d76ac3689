package dev.fovea.djl.read;

import ai.djl.ndarray.types.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Arrays side by side. */
final class Joins {
    private Joins() {}

    static Value of(Trace trace, String name, List<Value> values, int stated) {
        Shape first = values.get(0).shape();
        int rank = first.dimension();
        Set<Integer> layers = new HashSet<>();
        values.forEach(value -> layers.addAll(Elementwise.layers(value)));
        if (name.equals("stack")) {
            Shape one = Layouts.expanded(first, stated < 0 ? stated + rank + 1 : stated);
            int dimension = stated < 0 ? stated + rank + 1 : stated;
            return gathered(layers, with(one, dimension, values.size()));
        }
        int dimension = stated < 0 ? stated + rank : stated;
        long extent =
                values.stream().mapToLong(value -> value.shape().get(dimension)).sum();
        Shape shape = with(first, dimension, extent);
        if (dimension == 1 && values.stream().allMatch(value -> isMap(trace, value))) {
            List<Integer> from = values.stream()
                    .map(value -> Maps.map(trace, value, name).layer())
                    .toList();
            return trace.add("Concat", Map.of(), from, shape);
        }
        return gathered(layers, shape);
    }

    /** Whether it has a dimension for each axis, or no axis but extents of 1. */
    private static boolean isMap(Trace trace, Value value) {
        return value instanceof Value.Units && value.shape().dimension() == trace.axes() + 2;
    }

    private static Value gathered(Set<Integer> layers, Shape shape) {
        return layers.isEmpty() ? new Value.Constant(shape) : new Value.Gathered(layers, shape);
    }

    private static Shape with(Shape shape, int dimension, long extent) {
        long[] extents = shape.getShape().clone();
        extents[dimension] = extent;
        return new Shape(extents);
    }
}
