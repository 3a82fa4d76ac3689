package dev.fovea.sample.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;

/**
 * What a unit reads, measured on the running network: the gradient of its value with respect to the input (Luo et al.
 * 2016, section 3.1).
 */
final class MeasuredField {
    private MeasuredField() {}

    /**
     * Gives every window the mean of what it reads: with positive weights and inputs no two paths cancel, and ReLU passes
     * everything on.
     */
    static void average(DjlNetwork network) {
        for (Parameter parameter : network.getParameters().values()) {
            if (parameter.getType() == Parameter.Type.WEIGHT) {
                NDArray weights = parameter.getArray();
                weights.set(new double[] {0});
                weights.addi(
                        (double) weights.getShape().get(0) / weights.getShape().size());
            }
        }
    }

    /**
     * The gradient with respect to an image of ones.
     *
     * @param network initialized
     * @param input batch (1), channels, extents
     * @param layer the layer whose unit is measured
     * @param unit the unit's index, one entry per axis
     * @return an entry per position of the image: the sum over its channels, last axis fastest
     */
    static double[] gradient(DjlNetwork network, DataType type, Shape input, String layer, long... unit) {
        network.freezeParameters(true);
        try (NDManager manager = NDManager.newBaseManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray image = manager.ones(input, type);
            image.setRequiresGradient(true);
            NDArray map = network.run(new ParameterStore(manager, false), image, false)
                    .get(layer);
            NDIndex index = new NDIndex().addAllDim(2);
            for (long place : unit) {
                index.addIndices(place);
            }
            collector.backward(map.get(index).sum());
            return image.getGradient()
                    .sum(new int[] {0, 1})
                    .toType(DataType.FLOAT64, false)
                    .toDoubleArray();
        } finally {
            network.freezeParameters(false);
        }
    }
}
