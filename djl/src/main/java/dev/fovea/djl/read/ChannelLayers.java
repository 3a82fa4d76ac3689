package dev.fovea.djl.read;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Layers that act on channels. */
final class ChannelLayers {
    private ChannelLayers() {}

    /** @param given input, weight, bias */
    static Value linear(Trace trace, Object... given) {
        if (TracedArrays.value((NDArray) given[0]) instanceof Value.Attended read) {
            return Attentions.projected(trace, read, (NDArray) given[1], (NDArray) given[2]);
        }
        if (TracedArrays.value((NDArray) given[0]) instanceof Value.Mixed mixed) {
            return Mixings.back(trace, mixed, (NDArray) given[1], (NDArray) given[2]);
        }
        if (!(TracedArrays.value((NDArray) given[0]) instanceof Value.Units units)
                || !(TracedArrays.value((NDArray) given[1]) instanceof Value.Weight weight)) {
            throw new UnreadableException("a linear layer reads no map, or has weights that are not a parameter");
        }
        Shape map = trace.shape(units.layer());
        View plain = View.of(map);
        List<List<Atom>> dimensions = units.view().dimensions();
        int last = dimensions.size() - 1;
        long out = weight.shape().get(0);
        boolean bias = given[2] != null;
        var parameters = WindowLayers.parameters("a linear layer", (NDArray) given[1], (NDArray) given[2]);
        List<Atom> all = new View(List.of(plain.from(1))).dimensions().get(0);
        if (Set.copyOf(dimensions.get(last)).equals(Set.copyOf(all))) {
            if (!dimensions.get(last).equals(all)) {
                trace.leaveOut("a linear layer of a map that is not flattened channel by channel");
            }
            long[] shape = map.getShape().clone();
            Arrays.fill(shape, 2, shape.length, 1);
            shape[1] = out;
            Value.Units linear = trace.add(
                    "Linear",
                    Map.of("out", out, "bias", bias),
                    List.of(units.layer()),
                    new Shape(shape),
                    Map.of(),
                    parameters);
            return Layouts.reshaped(linear, units.view().shape().slice(0, last).add(out));
        }
        if (dimensions.get(last).equals(plain.dimensions().get(1))) {
            List<Long> one = new ArrayList<>(java.util.Collections.nCopies(trace.axes(), 1L));
            Value.Units conv = trace.add(
                    "Conv",
                    Map.of("kernel", one, "out", out, "bias", bias),
                    List.of(units.layer()),
                    Trace.withChannels(map, out),
                    Map.of(),
                    parameters);
            List<List<Atom>> after = new ArrayList<>(dimensions);
            after.set(last, List.of(new Atom(1, out, 1)));
            return new Value.Units(conv.layer(), new View(after));
        }
        if (Mixings.isOfPositions(plain, dimensions.get(last))) {
            return Mixings.of(trace, units, out, (NDArray) given[1], (NDArray) given[2]);
        }
        throw new UnreadableException("a linear layer reads %s of a map %s: neither its channels nor all of it"
                .formatted(units.view().shape(), map));
    }

    /** @param given input, mean, variance, gamma, beta, axis, momentum, epsilon, whether it is trained */
    static Value batchNorm(Trace trace, Object... given) {
        Map<String, Double> constants = Map.of("momentum", exact((Float) given[6]), "epsilon", exact((Float) given[7]));
        NDArray[] parameters = {(NDArray) given[3], (NDArray) given[4], (NDArray) given[1], (NDArray) given[2]};
        return norm(trace, "BATCH", (NDArray) given[0], (Integer) given[5], constants, parameters);
    }

    /** @param given input, normalised shape, gamma, beta, epsilon */
    static Value layerNorm(Trace trace, Object... given) {
        NDArray input = (NDArray) given[0];
        if (((Shape) given[1]).stream().filter(extent -> extent.getKey() > 1).count() > 1) {
            throw new UnreadableException("a norm over more than the channels of a position");
        }
        int rank = input.getShape().dimension();
        int axis = rank - ((Shape) given[1]).dimension();
        Map<String, Double> constants = Map.of("epsilon", exact((Float) given[4]));
        return norm(trace, "LAYER", input, axis, constants, (NDArray) given[2], (NDArray) given[3]);
    }

    private static Value norm(
            Trace trace, String norm, NDArray input, int axis, Map<String, Double> constants, NDArray... parameters) {
        if (!(TracedArrays.value(input) instanceof Value.Units units)) {
            throw new UnreadableException("a norm reads no map");
        }
        Shape map = trace.shape(units.layer());
        int dimension = axis < 0 ? axis + units.view().dimensions().size() : axis;
        if (!units.view()
                .dimensions()
                .get(dimension)
                .equals(View.of(map).dimensions().get(1))) {
            throw new UnreadableException("a norm over something other than channels");
        }
        Value.Units normal = trace.add(
                "Normalize",
                Map.of("value", norm),
                List.of(units.layer()),
                map,
                constants,
                WindowLayers.parameters("a norm", parameters));
        return new Value.Units(normal.layer(), units.view());
    }

    static Value dropout(Trace trace, Value value, float rate) {
        if (value instanceof Value.Scores scores) {
            return Attentions.dropout(scores, exact(rate));
        }
        if (!(value instanceof Value.Units units)) {
            return value;
        }
        Value.Units dropped =
                trace.add("Dropout", Map.of("value", exact(rate)), List.of(units.layer()), trace.shape(units.layer()));
        return new Value.Units(dropped.layer(), units.view());
    }

    /** The number that was written. */
    static double exact(float number) {
        return Double.parseDouble(Float.toString(number));
    }
}
