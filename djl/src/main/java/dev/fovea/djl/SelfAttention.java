package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;

/**
 * Every unit reads all units of its window, or those of its place in all cells of a grid: softmax(QKᵀ/√d)·V per head, and a projection of all heads' results (Vaswani et
 * al. 2017, section 3.2). Projections are in the order of the engine's own attention block, which takes no windows.
 */
final class SelfAttention extends AbstractBlock {
    private static final List<String> PROJECTIONS = List.of("key", "query", "value", "result");

    /** What the softmax makes exactly 0. */
    private static final float NEVER = -1e9f;

    private final int heads;
    private final long out;
    private final long[] window;
    private final long[] shift;
    private final long[] grid;
    private final float dropout;

    SelfAttention(Values values, int axes) {
        heads = values.number("heads");
        out = values.number("out");
        window = values.has("window") ? values.perAxis("window") : new long[0];
        shift = values.has("shift") ? values.perAxis("shift") : new long[axes];
        grid = values.has("grid") ? values.perAxis("grid") : new long[0];
        dropout = values.constant("dropout", 0);
        for (String projection : PROJECTIONS) {
            add(projection + "Weight", Parameter.Type.WEIGHT);
            add(projection + "Bias", Parameter.Type.BIAS);
        }
    }

    private void add(String name, Parameter.Type type) {
        addParameter(Parameter.builder().setName(name).setType(type).build());
    }

    @Override
    protected void prepare(Shape[] inputs) {
        for (String projection : PROJECTIONS) {
            long in = projection.equals("result") ? out : inputs[0].get(1);
            parameters.get(projection + "Weight").setShape(new Shape(out, in));
            parameters.get(projection + "Bias").setShape(new Shape(out));
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
        NDArray map = inputs.singletonOrThrow();
        MapWindows windows = grid.length > 0
                ? MapWindows.ofGrid(map.getShape(), grid)
                : MapWindows.of(map.getShape(), window, shift);
        NDArray units = windows.split(map);
        NDArray keys = heads(projected("key", units, store, training));
        NDArray queries = heads(projected("query", units, store, training));
        NDArray values = heads(projected("value", units, store, training));
        NDArray scores = scores(queries, keys);
        if (windows.isShifted()) {
            scores = scores.add(absent(map, windows));
        }
        NDArray shares = Dropout.dropout(scores.softmax(3), dropout, training).singletonOrThrow();
        NDArray read = shares.matMul(values).transpose(0, 2, 1, 3);
        NDArray joined = read.reshape(units.getShape().get(0), units.getShape().get(1), out);
        return new NDList(windows.join(projected("result", joined, store, training)));
    }

    /** Of each query with each key, both batch × heads × units × channels of a head. */
    static NDArray scores(NDArray queries, NDArray keys) {
        long size = queries.getShape().get(3);
        return queries.matMul(keys.transpose(0, 1, 3, 2)).div((float) Math.sqrt(size));
    }

    private NDArray projected(String name, NDArray units, ParameterStore store, boolean training) {
        NDArray weight = store.getValue(parameters.get(name + "Weight"), units.getDevice(), training);
        NDArray bias = store.getValue(parameters.get(name + "Bias"), units.getDevice(), training);
        return Linear.linear(units, weight, bias).singletonOrThrow();
    }

    /** Windows × heads × units × channels of a head. */
    private NDArray heads(NDArray units) {
        Shape shape = units.getShape();
        return units.reshape(shape.get(0), shape.get(1), heads, out / heads).transpose(0, 2, 1, 3);
    }

    /** Per window, what is added to the scores of units that only fill a window which the map's border cuts. */
    private static NDArray absent(NDArray map, MapWindows windows) {
        NDArray present = windows.present(map);
        return present.sub(1)
                .mul(-NEVER)
                .reshape(present.getShape().get(0), 1, 1, present.getShape().get(1));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        long[] shape = inputs[0].getShape().clone();
        shape[1] = out;
        return new Shape[] {new Shape(shape)};
    }
}
