package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;

/** Attention with one head, as somebody writes it; its parts are in another order than the engine's. */
final class OwnAttention extends AbstractBlock {
    private final List<Linear> projections;
    private final boolean scales;

    OwnAttention(boolean scales) {
        this.scales = scales;
        projections = List.of(linear("query"), linear("key"), linear("value"), linear("out"));
    }

    private Linear linear(String name) {
        return addChildBlock(name, Linear.builder().setUnits(8).build());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
        NDArray[] parts = new NDArray[3];
        for (int part = 0; part < 3; part++) {
            parts[part] = projections.get(part).forward(store, inputs, training).head();
        }
        NDArray scores = parts[0].matMul(parts[1].transpose(0, 2, 1));
        NDArray shares = (scales ? scores.div(Math.sqrt(8)) : scores).softmax(-1);
        return projections.get(3).forward(store, new NDList(shares.matMul(parts[2])), training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        projections.forEach(linear -> linear.initialize(manager, type, inputs));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return inputs;
    }
}
