package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every vision block of the engine's model zoo is read whole. */
@Tag("engine")
final class ReadZooTest {
    private static final Set<Parameter.Type> STATISTICS =
            EnumSet.of(Parameter.Type.RUNNING_MEAN, Parameter.Type.RUNNING_VAR);

    @ParameterizedTest
    @EnumSource
    void aReadZooBlockHasAllItsParametersAndNothingUnread(ZooBlocks zoo) {
        Block block = zoo.block();
        BlockLint lint = DjlModels.lint(block, zoo.input());
        assertFalse(block.isInitialized());
        assertEquals(Map.of(), lint.block().unread());
        assertEquals(Map.of(), lint.block().unexpressed());
        NetworkReport report = lint.report();
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialize(manager, DataType.FLOAT32, zoo.input());
            assertEquals(
                    trained(block.getParameters().values()), report.parameters().orElseThrow());
            ReadBlock initialized = DjlModels.read(block, zoo.input());
            assertEquals(lint.block().declaration(), initialized.declaration());
            for (LayerReport layer : report.layers()) {
                assertEquals(
                        trained(initialized.parameters(layer.name())),
                        layer.parameters().orElseThrow(),
                        layer.name());
            }
            block.clear();
        }
        checkOutputs(zoo, block, report);
    }

    /** The engine computes the shapes of classifiers' outputs by itself. */
    private static void checkOutputs(ZooBlocks zoo, Block block, NetworkReport report) {
        if (zoo == ZooBlocks.SSD || zoo == ZooBlocks.YOLO_V3) {
            return;
        }
        Shape[] outputs = block.getOutputShapes(new Shape[] {zoo.input()});
        LayerReport last = report.layers().get(report.layers().size() - 1);
        assertEquals(List.of(new Shape(1, last.shape().channels().orElseThrow())), List.of(outputs));
    }

    private static long trained(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> !STATISTICS.contains(parameter.getType()))
                .mapToLong(parameter -> parameter.getShape().size())
                .sum();
    }
}
