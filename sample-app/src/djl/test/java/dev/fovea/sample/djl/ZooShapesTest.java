package dev.fovea.sample.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import dev.fovea.djl.DjlModels;
import dev.fovea.djl.DjlNetwork;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.sample.Zoo;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is built has the shapes and the parameters that the compiler computed, layer by layer. */
final class ZooShapesTest {

    private static final long UNSTATED_EXTENT = 40;

    static Stream<NetworkReport> reports() {
        return Zoo.reports().stream();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void shapesAndParameters(NetworkReport report) {
        DjlNetwork network = DjlModels.build(report);
        network.setInitializer(Initializer.ZEROS, parameter -> true);
        try (NDManager manager = NDManager.newBaseManager()) {
            Shape input = shape(report.input());
            network.initialize(manager, DataType.FLOAT32, input);
            Map<String, Shape> shapes = network.shapes(input);
            for (LayerReport layer : report.layers()) {
                if (layer.shape().size().stream().allMatch(OptionalLong::isPresent)) {
                    assertEquals(shape(layer.shape()), shapes.get(layer.name()), layer.name());
                }
                assertEquals(parameters(report, layer), trained(network.block(layer.name())), layer.name());
            }
            assertEquals(report.parameters().orElseThrow(), trained(network));
        }
    }

    /** Parameters of the block of a layer, which is that of another where they share their weights. */
    private static long parameters(NetworkReport report, LayerReport layer) {
        Object bearer = layer.attributes().get("shared");
        return (bearer == null ? layer : report.layer((String) bearer))
                .parameters()
                .orElseThrow();
    }

    private static Shape shape(dev.fovea.report.Shape shape) {
        return new Shape(1, shape.channels().orElseThrow())
                .addAll(new Shape(shape.size().stream()
                        .mapToLong(extent -> extent.orElse(UNSTATED_EXTENT))
                        .toArray()));
    }

    private static long trained(Block block) {
        return block.getParameters().values().stream()
                .filter(Parameter::requiresGradient)
                .mapToLong(parameter -> parameter.getShape().size())
                .sum();
    }
}
