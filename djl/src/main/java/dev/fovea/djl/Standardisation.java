package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.math.BigInteger;

/**
 * Mean 0 and variance 1 within one image: over the channels of each position (LAYER), over the positions of each channel
 * (INSTANCE), or over the positions of a group of channels (GROUP).
 *
 * <p>Reports do not say how many groups there are: 32 (Wu & He 2018), or the largest divisor of both that and the channels.
 */
final class Standardisation extends AbstractBlock {
    private final String kind;
    private final float epsilon;
    private final boolean scales;

    Standardisation(String kind, float epsilon) {
        this.kind = kind;
        this.epsilon = epsilon;
        scales = !kind.equals("INSTANCE");
        if (scales) {
            addParameter(Parameter.builder()
                    .setName("gamma")
                    .setType(Parameter.Type.GAMMA)
                    .build());
            addParameter(Parameter.builder()
                    .setName("beta")
                    .setType(Parameter.Type.BETA)
                    .build());
        }
    }

    @Override
    protected void prepare(Shape[] inputs) {
        parameters.values().forEach(parameter -> parameter.setShape(new Shape(inputs[0].get(1))));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> unused) {
        NDArray map = inputs.singletonOrThrow();
        Shape shape = map.getShape();
        NDArray result =
                switch (kind) {
                    case "LAYER" -> standard(map, 1);
                    case "INSTANCE", "INSTANCE_AFFINE" ->
                        standard(map.reshape(shape.get(0), shape.get(1), -1), 2).reshape(shape);
                    default ->
                        standard(map.reshape(shape.get(0), groups(shape), -1), 2)
                                .reshape(shape);
                };
        if (scales) {
            result = result.mul(Channels.perChannel(value(store, "gamma", map, training), shape))
                    .add(Channels.perChannel(value(store, "beta", map, training), shape));
        }
        return new NDList(result);
    }

    private NDArray value(ParameterStore store, String name, NDArray map, boolean training) {
        return store.getValue(parameters.get(name), map.getDevice(), training);
    }

    private static long groups(Shape shape) {
        return BigInteger.valueOf(shape.get(1)).gcd(BigInteger.valueOf(32)).longValue();
    }

    private NDArray standard(NDArray map, int dimension) {
        int[] along = {dimension};
        NDArray centred = map.sub(map.mean(along, true));
        return centred.div(centred.square().mean(along, true).add(epsilon).sqrt());
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {inputs[0]};
    }
}
