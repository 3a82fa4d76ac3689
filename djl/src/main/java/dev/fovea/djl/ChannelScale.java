package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** A trained factor for each channel, at first 1. */
final class ChannelScale extends AbstractBlock {
    private final Parameter gamma;

    ChannelScale() {
        gamma = addParameter(Parameter.builder()
                .setName("gamma")
                .setType(Parameter.Type.GAMMA)
                .build());
    }

    @Override
    protected void prepare(Shape[] inputs) {
        gamma.setShape(new Shape(inputs[0].get(1)));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
        NDArray map = inputs.singletonOrThrow();
        return new NDList(
                map.mul(Channels.perChannel(store.getValue(gamma, map.getDevice(), training), map.getShape())));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {inputs[0]};
    }
}
