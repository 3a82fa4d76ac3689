package dev.fovea.djl.read;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Self-attention, however it is written: products of queries with keys, a softmax, and products with values (Vaswani et al.
 * 2017, section 3.2). With its four projections it becomes one layer.
 */
final class Attentions {
    /** Of a factor that was rounded to single precision. */
    private static final double ROUNDING = 1e-6;

    private Attentions() {}

    /** A product of two arrays that both depend on the input. */
    static Value product(Trace trace, Value first, Value second) {
        if (first instanceof Value.Units queries && second instanceof Value.Units keys) {
            return scores(trace, queries, keys);
        }
        if (first instanceof Value.Scores scores && scores.areShares() && second instanceof Value.Units values) {
            return attended(trace, scores, values);
        }
        throw new UnreadableException("matMul of an array");
    }

    private static Value scores(Trace trace, Value.Units queries, Value.Units keys) {
        int rank = queries.view().dimensions().size();
        if (rank < 3 || keys.view().dimensions().size() != rank) {
            throw new UnreadableException("matMul of an array");
        }
        View turned = swapped(keys.view());
        long heads = heads(trace, queries.layer(), queries.view());
        long positions = turned.shape().get(rank - 2);
        if (heads < 1
                || heads(trace, keys.layer(), turned) != heads
                || !trace.shape(queries.layer()).equals(trace.shape(keys.layer()))) {
            throw new UnreadableException("a product of maps that is not attention over the whole map");
        }
        var shape = queries.shape().slice(0, rank - 1).add(positions);
        return new Value.Scores(queries.layer(), keys.layer(), heads, shape, false, false, 0);
    }

    private static Value attended(Trace trace, Value.Scores scores, Value.Units values) {
        if (values.shape().dimension() != scores.shape().dimension()
                || heads(trace, values.layer(), values.view()) != scores.heads()
                || !trace.shape(values.layer()).equals(trace.shape(scores.keys()))) {
            throw new UnreadableException("a product of maps that is not attention over the whole map");
        }
        return new Value.Attended(scores, values.layer(), values.view());
    }

    /** The last two dimensions swapped. */
    private static View swapped(View view) {
        int rank = view.dimensions().size();
        int[] order = new int[rank];
        Arrays.setAll(order, dimension -> dimension);
        order[rank - 2] = rank - 1;
        order[rank - 1] = rank - 2;
        return view.transposed(order);
    }

    /** Into how many heads an array of batch, heads (where there are several), positions and channels has a map; 0 if it is none. */
    private static long heads(Trace trace, int layer, View view) {
        var map = trace.shape(layer);
        boolean several = view.dimensions().size() == 4;
        long heads = several ? view.shape().get(1) : 1;
        if (heads < 1 || map.get(1) % heads != 0) {
            return 0;
        }
        long size = map.get(1) / heads;
        List<List<Atom>> dimensions = new ArrayList<>();
        dimensions.add(List.of(new Atom(0, map.get(0), 1)));
        if (several) {
            dimensions.add(List.of(new Atom(1, heads, size)));
        }
        dimensions.add(View.of(map).from(2));
        dimensions.add(List.of(new Atom(1, size, 1)));
        return view.equals(new View(dimensions)) ? heads : 0;
    }

    /** Scores times a number, or divided by it. */
    static Value scaled(Trace trace, Value.Scores scores, String name, double number) {
        double factor = name.equals("div") ? 1 / number : number;
        double size = trace.shape(scores.keys()).get(1) / (double) scores.heads();
        boolean isRoot = Math.abs(factor * Math.sqrt(size) - 1) < ROUNDING;
        if (scores.isScaled() || scores.areShares() || !isRoot || !name.equals("mul") && !name.equals("div")) {
            trace.leaveOut(name + " of attention scores");
            return scores;
        }
        return new Value.Scores(
                scores.queries(), scores.keys(), scores.heads(), scores.shape(), true, false, scores.dropout());
    }

    static Value softmax(Trace trace, Value.Scores scores, int dimension) {
        if (scores.areShares() || dimension != scores.shape().dimension() - 1) {
            throw new UnreadableException("a softmax over something other than the positions that are read");
        }
        if (!scores.isScaled()) {
            trace.leaveOut("attention scores that are not divided by the root of a head's channels");
        }
        return new Value.Scores(
                scores.queries(), scores.keys(), scores.heads(), scores.shape(), true, true, scores.dropout());
    }

    static Value dropout(Value.Scores scores, double rate) {
        if (!scores.areShares()) {
            throw new UnreadableException("dropout of attention scores before the softmax");
        }
        return new Value.Scores(scores.queries(), scores.keys(), scores.heads(), scores.shape(), true, true, rate);
    }

    /** The projection of what was read; with those of queries, keys and values it is one layer. */
    static Value projected(Trace trace, Value.Attended read, NDArray weight, NDArray bias) {
        int last = read.view().dimensions().size() - 1;
        var map = trace.shape(read.values());
        Value.Scores scores = read.scores();
        List<Integer> parts = List.of(scores.keys(), scores.queries(), read.values());
        List<Parameter> parameters = new ArrayList<>();
        for (int part : parts) {
            parameters.addAll(projection(trace, part, Collections.min(parts)).parameters());
        }
        if (bias == null
                || !read.view()
                        .dimensions()
                        .get(last)
                        .equals(View.of(map).dimensions().get(1))) {
            throw new UnreadableException("attention whose result is projected without a bias, or in another layout");
        }
        parameters.addAll(WindowLayers.parameters("attention", weight, bias));
        long out = weight.getShape().get(0);
        if (out != map.get(1)) {
            throw new UnreadableException("attention whose result has other channels than its values");
        }
        int source = trace.layers().get(scores.keys()).from().get(0);
        trace.forget(Collections.min(parts));
        Map<String, Double> constants = new HashMap<>();
        if (scores.dropout() > 0) {
            constants.put("dropout", scores.dropout());
        }
        Value.Units result = trace.add(
                "Attention", Map.of("heads", scores.heads(), "out", out), List.of(source), map, constants, parameters);
        return new Value.Units(result.layer(), read.view());
    }

    /** One of the three layers before, which are the last that were noted. */
    private static TracedLayer projection(Trace trace, int part, int first) {
        TracedLayer layer = part < 0 ? null : trace.layers().get(part);
        boolean isLast = first >= 0 && trace.layers().size() == first + 3;
        if (layer == null
                || !isLast
                || !layer.annotation().equals("Conv")
                || layer.parameters().size() != 2
                || layer.stated().containsKey(Trace.SHARED) && !trace.isProjection(layer)
                || !layer.from().equals(trace.layers().get(first).from())) {
            throw new UnreadableException(
                    "attention whose queries, keys and values are not projections, each with a bias, of one map");
        }
        return layer;
    }
}
