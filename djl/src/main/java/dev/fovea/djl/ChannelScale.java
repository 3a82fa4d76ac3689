package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Arrays;

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
        long[] perChannel = new long[map.getShape().dimension()];
        Arrays.fill(perChannel, 1);
        perChannel[1] = map.getShape().get(1);
        return new NDList(
                map.mul(store.getValue(gamma, map.getDevice(), training).reshape(perChannel)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {inputs[0]};
    }
}
