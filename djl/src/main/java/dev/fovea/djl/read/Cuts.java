package dev.fovea.djl.read;

import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.index.dim.NDIndexAll;
import ai.djl.ndarray.index.dim.NDIndexElement;
import ai.djl.ndarray.index.dim.NDIndexSlice;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Parts of a map, and units around it. */
final class Cuts {
    private Cuts() {}

    /** A part: of the channels, or of the positions without steps. */
    static Value get(Trace trace, Value value, NDIndex index) {
        Shape shape = value.shape();
        int rank = shape.dimension();
        long[] begin = new long[rank];
        long[] end = shape.getShape().clone();
        List<NDIndexElement> elements = index.getIndices();
        int ellipsis = index.getEllipsisIndex();
        for (int place = 0; place < elements.size(); place++) {
            int dimension = ellipsis >= 0 && place >= ellipsis ? rank - elements.size() + place : place;
            NDIndexElement element = elements.get(place);
            if (element instanceof NDIndexSlice slice && (slice.getStep() == null || slice.getStep() == 1)) {
                begin[dimension] = slice.getMin() == null ? 0 : place(slice.getMin(), end[dimension]);
                end[dimension] = slice.getMax() == null ? end[dimension] : place(slice.getMax(), end[dimension]);
            } else if (!(element instanceof NDIndexAll)) {
                throw new UnreadableException("an index other than slices without steps");
            }
        }
        return part(trace, value, begin, end);
    }

    private static long place(long stated, long extent) {
        return Math.max(0, Math.min(extent, stated < 0 ? stated + extent : stated));
    }

    private static Value part(Trace trace, Value value, long[] begin, long[] end) {
        Shape shape = value.shape();
        if (!(value instanceof Value.Units)) {
            long[] extents = new long[end.length];
            Arrays.setAll(extents, dimension -> end[dimension] - begin[dimension]);
            return Layouts.withShape(value, new Shape(extents));
        }
        Value.Units map = Maps.map(trace, value, "a slice");
        if (begin[0] != 0 || end[0] != shape.get(0)) {
            throw new UnreadableException("a slice of the batch");
        }
        if (begin[1] != 0 || end[1] != shape.get(1)) {
            Map<String, Object> stated = Map.of("begin", begin[1], "end", end[1]);
            Shape cut = Trace.withChannels(shape, end[1] - begin[1]);
            map = trace.add("Slice", stated, List.of(map.layer()), cut);
        }
        List<Long> removed = new ArrayList<>();
        long[] extents = trace.shape(map.layer()).getShape().clone();
        for (int dimension = 2; dimension < begin.length; dimension++) {
            removed.add(begin[dimension]);
            extents[dimension] = end[dimension] - begin[dimension];
        }
        for (int dimension = 2; dimension < begin.length; dimension++) {
            removed.add(shape.get(dimension) - end[dimension]);
        }
        return removed.stream().allMatch(amount -> amount == 0)
                ? map
                : trace.add("Crop", Map.of("padding", removed), List.of(map.layer()), new Shape(extents));
    }

    /** The parts between places along a dimension. */
    static List<Value> split(Trace trace, Value value, long[] places, int dimension) {
        List<Value> parts = new ArrayList<>();
        for (int part = 0; part <= places.length; part++) {
            long[] begin = new long[value.shape().dimension()];
            long[] end = value.shape().getShape().clone();
            begin[dimension] = part == 0 ? 0 : places[part - 1];
            end[dimension] = part == places.length ? end[dimension] : places[part];
            parts.add(part(trace, value, begin, end));
        }
        return parts;
    }

    /** @param amounts the last dimension first, before and after it */
    static Value pad(Trace trace, Value value, Shape amounts, double filled) {
        Value.Units map = Maps.map(trace, value, "a padding");
        long[] extents = trace.shape(map.layer()).getShape().clone();
        Long[] padding = new Long[2 * trace.axes()];
        Arrays.fill(padding, 0L);
        for (int place = 0; place < amounts.dimension() / 2; place++) {
            int axis = trace.axes() - 1 - place;
            if (axis < 0) {
                throw new UnreadableException("a padding of channels");
            }
            padding[axis] = amounts.get(2 * place);
            padding[trace.axes() + axis] = amounts.get(2 * place + 1);
            extents[2 + axis] += padding[axis] + padding[trace.axes() + axis];
        }
        if (Arrays.stream(padding).anyMatch(amount -> amount < 0)) {
            throw new UnreadableException("a negative padding");
        }
        if (filled != 0) {
            trace.leaveOut("padding with " + filled);
        }
        return trace.add("Pad", Map.of("padding", List.of(padding)), List.of(map.layer()), new Shape(extents));
    }
}
