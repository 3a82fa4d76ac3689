package dev.fovea.djl.read;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Means and maxima over a whole map. */
final class Reductions {
    private Reductions() {}

    static Value of(Trace trace, String name, Value value, int[] stated, boolean keeps) {
        int rank = value.shape().dimension();
        Set<Integer> over = new HashSet<>();
        Arrays.stream(stated).forEach(dimension -> over.add(dimension < 0 ? dimension + rank : dimension));
        if (!(value instanceof Value.Units units)) {
            return Layouts.withShape(value, shape(value.shape(), over, keeps));
        }
        Shape map = trace.shape(units.layer());
        List<Atom> read = new ArrayList<>();
        List<List<Atom>> left = new ArrayList<>();
        for (int dimension = 0; dimension < rank; dimension++) {
            if (over.contains(dimension)) {
                read.addAll(units.view().dimensions().get(dimension));
            } else {
                left.add(units.view().dimensions().get(dimension));
            }
        }
        if (!new HashSet<>(read).equals(new HashSet<>(View.of(map).from(2)))) {
            throw new UnreadableException(name + " over other dimensions than all of a map's axes");
        }
        if (name.equals("sum")) {
            trace.leaveOut("sum in place of a mean");
        }
        Value.Units pooled = globalPool(trace, units.layer(), name.equals("max") ? "MAX" : "AVERAGE");
        View view = new View(left);
        for (int dimension = 0; keeps && dimension < rank; dimension++) {
            view = over.contains(dimension) ? view.with(dimension) : view;
        }
        return new Value.Units(pooled.layer(), view);
    }

    static Value.Units globalPool(Trace trace, int layer, String type) {
        Shape map = trace.shape(layer);
        long[] shape = map.getShape().clone();
        Arrays.fill(shape, 2, shape.length, 1);
        return trace.add("GlobalPool", Map.of("type", type), List.of(layer), new Shape(shape));
    }

    private static Shape shape(Shape shape, Set<Integer> over, boolean keeps) {
        List<Long> extents = new ArrayList<>();
        for (int dimension = 0; dimension < shape.dimension(); dimension++) {
            if (!over.contains(dimension)) {
                extents.add(shape.get(dimension));
            } else if (keeps) {
                extents.add(1L);
            }
        }
        return new Shape(extents);
    }
}
