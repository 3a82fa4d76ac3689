package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.util.PairList;

/** Leaky ReLU with a trained slope for each channel (He et al. 2015); the engine's own block has one for all, and none on PyTorch. */
final class ChannelPrelu extends AbstractBlock {
    private static final float FIRST = 0.25f;

    private final Parameter slope;

    ChannelPrelu() {
        slope = addParameter(Parameter.builder()
                .setName("slope")
                .setType(Parameter.Type.OTHER)
                .optInitializer(new ConstantInitializer(FIRST))
                .build());
    }

    @Override
    protected void prepare(Shape[] inputs) {
        slope.setShape(new Shape(inputs[0].get(1)));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
        NDArray map = inputs.singletonOrThrow();
        NDArray slopes = Channels.perChannel(store.getValue(slope, map.getDevice(), training), map.getShape());
        return new NDList(Activation.relu(map).sub(Activation.relu(map.neg()).mul(slopes)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {inputs[0]};
    }
}
