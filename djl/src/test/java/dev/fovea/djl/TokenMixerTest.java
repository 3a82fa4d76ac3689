package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import dev.fovea.Activation;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.TokenMixing;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Matrices over positions have the reported shapes and parameters, and are read as what they are. */
@Tag("engine")
final class TokenMixerTest {
    private static final Shape IMAGE = new Shape(2, 4, 3, 5);

    @Network(
            input =
                    @Input(
                            channels = 4,
                            size = {3, 5}))
    static final class Mixing {
        @TokenMixing
        Object one;

        @TokenMixing(hidden = 6, activation = Activation.SILU)
        Object two;

        @TokenMixing(hidden = 7, bias = false, activation = Activation.GELU)
        Object unbiased;

        @TokenMixing(activation = Activation.RELU)
        Object activated;
    }

    @Network(
            input =
                    @Input(
                            channels = 4,
                            size = {3, 5}))
    static final class Sloped {
        @TokenMixing(hidden = 6, activation = Activation.PRELU)
        Object between;

        @TokenMixing(activation = Activation.PRELU)
        Object after;
    }

    @Test
    void matricesHaveTheReportedShapesAndParametersAndTrain() {
        DjlNetworkTest.check(TokenMixerTest_MixingReceptiveField.report(), IMAGE);
        DjlNetworkTest.check(TokenMixerTest_SlopedReceptiveField.report(), IMAGE);
    }

    @Test
    void whatIsBuiltIsReadAsItself() {
        NetworkReport report = TokenMixerTest_MixingReceptiveField.report();
        DjlNetwork network = DjlModels.build(report);
        ReadBlock read = DjlModels.read(network, IMAGE);
        assertEquals(Map.of(), read.unread());
        assertEquals(Map.of(), read.unexpressed());
        assertEquals(
                report.layers().stream().map(LayerReport::attributes).toList(),
                read.report().layers().stream().map(LayerReport::attributes).toList());
        assertEquals(report.parameters(), read.report().parameters());
        assertEquals(report.macs(), read.report().macs());
        assertEquals(Optional.empty(), DjlModels.verify(report, network));
    }

    /** As somebody writes it: channels first, positions last. */
    @Test
    void aLinearLayerOverPositionsComputesTheSameWhenItIsBuiltAnew() {
        SequentialBlock block = new SequentialBlock()
                .addSingleton(map -> map.reshape(map.getShape().get(0), 4, 15))
                .add(Linear.builder().setUnits(6).build())
                .addSingleton(ai.djl.nn.Activation::relu)
                .add(Linear.builder().setUnits(15).build())
                .addSingleton(map -> map.reshape(map.getShape().get(0), 4, 3, 5));
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialize(manager, DataType.FLOAT32, IMAGE);
            for (Parameter parameter : block.getParameters().values()) {
                parameter
                        .getArray()
                        .set(manager.randomNormal(parameter.getShape()).toByteBuffer());
            }
            ReadBlock read = DjlModels.read(block, IMAGE);
            assertEquals(
                    List.of("TokenMixing"),
                    read.report().layers().stream().map(LayerReport::op).toList());
            DjlNetwork network = read.build();
            network.initialize(manager, DataType.FLOAT32, IMAGE);
            read.copyParametersTo(network);
            ParameterStore store = new ParameterStore(manager, false);
            NDArray image = manager.randomNormal(IMAGE);
            NDArray expected = block.forward(store, new NDList(image), false).head();
            NDArray actual = network.forward(store, new NDList(image), false).head();
            assertTrue(expected.allClose(actual, 1e-4, 1e-4, false));
        }
    }
}
