package dev.fovea.djl.read;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Arrays as layers take them: a map of batch, channels and the axes. */
final class Maps {
    private Maps() {}

    /** The units as a map. */
    static Value.Units map(Trace trace, Value value, String operation) {
        if (!(value instanceof Value.Units units)) {
            throw new UnreadableException(
                    operation + " reads " + (value instanceof Value.Gathered ? "several maps side by side" : "no map"));
        }
        Shape shape = trace.shape(units.layer());
        if (units.view().equals(View.of(shape))) {
            return units;
        }
        throw new UnreadableException("%s reads %s, a transposition or reshape of a map %s that no layer expresses"
                .formatted(operation, units.view().shape(), shape));
    }

    /** The units after a reshape; where that shuffled the channels or refined the grid, it is a layer. */
    static Value settled(Trace trace, Value value) {
        return value instanceof Value.Units units
                ? shuffled(trace, units).or(() -> refined(trace, units)).orElse(units)
                : value;
    }

    /** Channel (g, c) has become channel (c, g). */
    private static Optional<Value.Units> shuffled(Trace trace, Value.Units units) {
        Shape shape = trace.shape(units.layer());
        List<Atom> channels = units.view().dimensions().size() == shape.dimension()
                ? units.view().dimensions().get(1)
                : List.of();
        if (channels.size() != 2 || channels.get(0).stride() != 1) {
            return Optional.empty();
        }
        long groups = channels.get(1).size();
        List<List<Atom>> dimensions = new ArrayList<>(View.of(shape).dimensions());
        dimensions.set(1, List.of(new Atom(1, shape.get(1) / groups, 1), new Atom(1, groups, shape.get(1) / groups)));
        return units.view().equals(new View(dimensions))
                ? Optional.of(trace.add("ChannelShuffle", Map.of("groups", groups), List.of(units.layer()), shape))
                : Optional.empty();
    }

    /** Channels (c, f, f) have become c channels of f × f units. */
    private static Optional<Value.Units> refined(Trace trace, Value.Units units) {
        Shape shape = trace.shape(units.layer());
        Shape now = units.view().shape();
        if (now.dimension() != shape.dimension() || now.get(2) % shape.get(2) != 0) {
            return Optional.empty();
        }
        int axes = trace.axes();
        long factor = now.get(2) / shape.get(2);
        List<List<Atom>> dimensions = new ArrayList<>();
        dimensions.add(List.of(new Atom(0, shape.get(0), 1)));
        dimensions.add(List.of(new Atom(1, now.get(1), shape.get(1) / now.get(1))));
        long stride = shape.get(1) / now.get(1);
        for (int axis = 0; axis < axes; axis++) {
            stride /= factor;
            dimensions.add(List.of(new Atom(2 + axis, shape.get(2 + axis), 1), new Atom(1, factor, stride)));
        }
        return factor > 1 && units.view().equals(new View(dimensions))
                ? Optional.of(trace.add("PixelShuffle", Map.of("factor", factor), List.of(units.layer()), now))
                : Optional.empty();
    }
}
