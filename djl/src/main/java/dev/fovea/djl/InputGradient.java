package dev.fovea.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import dev.fovea.djl.measure.Gradients;
import java.util.List;

/**
 * What a unit reads, measured on the running network: the gradient of its value with respect to the input (Luo et al.
 * 2016, section 3.1).
 */
public final class InputGradient {
    /**
     * Weights for measuring: every window gets the mean of what it reads. With positive weights and inputs no two paths
     * cancel, and ReLU passes everything on.
     */
    public static final Initializer MEAN =
            (manager, shape, type) -> manager.full(shape, (float) shape.get(0) / shape.size(), type);

    /** Small, so that gates, which multiply maps with each other, do not make the values explode. */
    private static final float VALUE = 0.01f;

    private InputGradient() {}

    /**
     * The gradient with respect to an even image.
     *
     * @param network initialized
     * @param type of the image and the parameters
     * @param input batch (of which the first image is measured), channels, extents
     * @param layer the layer whose unit is measured
     * @param unit the unit's index, one entry per axis
     * @return an entry per position of the image: the sum over its channels, last axis fastest
     */
    public static double[] of(DjlNetwork network, DataType type, Shape input, String layer, long... unit) {
        // Not all are trained: a normalisation's running means must not become so.
        List<Parameter> trained = network.getParameters().values().stream()
                .filter(Parameter::requiresGradient)
                .toList();
        return Gradients.collected(Engine.getInstance(), trained, (manager, collector) -> {
            NDArray image = manager.full(input, VALUE, type);
            image.setRequiresGradient(true);
            NDArray map = network.run(new ParameterStore(manager, false), image, false)
                    .get(layer);
            NDIndex index = new NDIndex().addIndices(0).addAllDim();
            for (long place : unit) {
                index.addIndices(place);
            }
            collector.backward(map.get(index).sum());
            return image.getGradient()
                    .sum(new int[] {0, 1})
                    .toType(DataType.FLOAT64, false)
                    .toDoubleArray();
        });
    }
}
