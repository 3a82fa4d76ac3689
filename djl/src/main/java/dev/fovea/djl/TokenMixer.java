package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.List;

/** A matrix over the positions of a map, or one to hidden values and one back, the same for each channel. */
final class TokenMixer extends AbstractBlock {
    private final long hidden;
    private final boolean bias;
    private final List<String> matrices;
    private final Block activation;

    TokenMixer(Values values) {
        hidden = values.has("hidden") ? values.number("hidden") : 0;
        bias = values.flag("bias");
        matrices = hidden > 0 ? List.of("there", "back") : List.of("there");
        for (String matrix : matrices) {
            add(matrix + "Weight", Parameter.Type.WEIGHT);
            if (bias) {
                add(matrix + "Bias", Parameter.Type.BIAS);
            }
        }
        String between = hidden > 0 && values.has("activation") ? values.text("activation") : "NONE";
        activation = addChildBlock(
                "activation", between.equals("NONE") ? Blocks.identityBlock() : Activations.block(between, values));
    }

    private void add(String name, Parameter.Type type) {
        addParameter(Parameter.builder().setName(name).setType(type).build());
    }

    @Override
    protected void prepare(Shape[] inputs) {
        long positions = inputs[0].slice(2).size();
        for (String matrix : matrices) {
            long in = matrix.equals("back") ? hidden : positions;
            long out = matrix.equals("there") && hidden > 0 ? hidden : positions;
            parameters.get(matrix + "Weight").setShape(new Shape(out, in));
            if (bias) {
                parameters.get(matrix + "Bias").setShape(new Shape(out));
            }
        }
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        activation.initialize(manager, type, inputs[0].slice(0, 2).add(hidden));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
        NDArray map = inputs.singletonOrThrow();
        Shape shape = map.getShape();
        NDArray mixed = map.reshape(shape.get(0), shape.get(1), -1);
        for (String matrix : matrices) {
            NDArray weight = store.getValue(parameters.get(matrix + "Weight"), map.getDevice(), training);
            NDArray added = bias ? store.getValue(parameters.get(matrix + "Bias"), map.getDevice(), training) : null;
            mixed = Linear.linear(mixed, weight, added).singletonOrThrow();
            if (matrix.equals("there")) {
                mixed = activation.forward(store, new NDList(mixed), training).singletonOrThrow();
            }
        }
        return new NDList(mixed.reshape(shape));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {inputs[0]};
    }
}
