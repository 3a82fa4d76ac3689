package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import dev.fovea.Conv;
import dev.fovea.Input;
import dev.fovea.Linear;
import dev.fovea.Network;
import dev.fovea.Norm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names, files and copies of a network's parameters. */
@Tag("engine")
final class ParametersTest {
    private static final Shape IMAGE = new Shape(1, 3, 8, 8);

    @Network(input = @Input(channels = 3, size = 8))
    static final class Small {
        @Conv(kernel = 3, padding = 1, out = 4, norm = Norm.BATCH)
        Object stem;

        @Linear(out = 2)
        Object scores;
    }

    @Test
    void parametersAreNamedAfterTheLayers() {
        assertEquals(
                List.of(
                        "stem_weight",
                        "stem_bias",
                        "stem_gamma",
                        "stem_beta",
                        "stem_runningMean",
                        "stem_runningVar",
                        "scores_weight",
                        "scores_bias"),
                network().getParameters().keys());
        assertEquals(List.of("01stem", "02scores"), network().getChildren().keys());
    }

    @Test
    void parametersAreTheSameAfterSavingAndLoading() throws IOException, MalformedModelException {
        try (NDManager manager = NDManager.newBaseManager()) {
            DjlNetwork saved = network();
            saved.initialize(manager, DataType.FLOAT32, IMAGE);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            saved.saveParameters(new DataOutputStream(file));
            DjlNetwork loaded = network();
            loaded.loadParameters(manager, new DataInputStream(new ByteArrayInputStream(file.toByteArray())));
            assertArrayEquals(output(saved, manager), output(loaded, manager));
        }
    }

    @Test
    void parametersAreCopiedByName() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Block published = new SequentialBlock()
                    .add(Conv2d.builder()
                            .setKernelShape(new Shape(3, 3))
                            .setFilters(4)
                            .build());
            published.initialize(manager, DataType.FLOAT32, IMAGE);
            DjlNetwork network = network();
            network.initialize(manager, DataType.FLOAT32, IMAGE);
            Map<String, String> names = Map.of("stem_weight", "01Conv2d_weight", "stem_bias", "01Conv2d_bias");
            DjlModels.copyParameters(published, network, names);
            assertArrayEquals(value(published, "01Conv2d_weight"), value(network, "stem_weight"));
            assertArrayEquals(value(published, "01Conv2d_bias"), value(network, "stem_bias"));
        }
    }

    @Test
    void parametersAreNotCopiedWhereAnyDoesNotFit() {
        try (NDManager manager = NDManager.newBaseManager()) {
            DjlNetwork from = network();
            DjlNetwork to = network();
            from.initialize(manager, DataType.FLOAT32, IMAGE);
            assertEquals(
                    "stem_bias of the block to copy to has no value; initialize the block first",
                    refused(from, to, Map.of("stem_bias", "stem_bias")));
            to.initialize(manager, DataType.FLOAT32, IMAGE);
            float[] before = value(to, "stem_bias");
            assertEquals(
                    "stem_weight has the shape (4, 3, 3, 3), what is to be copied into it (2, 256)",
                    refused(from, to, Map.of("stem_bias", "stem_beta", "stem_weight", "scores_weight")));
            assertArrayEquals(before, value(to, "stem_bias"));
            assertEquals(
                    "there is no parameter stem_wait in the block to copy from; the nearest is stem_weight",
                    refused(from, to, Map.of("stem_weight", "stem_wait")));
        }
    }

    private static String refused(Block from, Block to, Map<String, String> names) {
        return assertThrows(IllegalArgumentException.class, () -> DjlModels.copyParameters(from, to, names))
                .getMessage();
    }

    private static DjlNetwork network() {
        return DjlModels.build(ParametersTest_SmallReceptiveField.report());
    }

    private static float[] value(Block block, String parameter) {
        return block.getParameters().get(parameter).getArray().toFloatArray();
    }

    private static float[] output(Block block, NDManager manager) {
        return block.forward(new ParameterStore(manager, false), new NDList(manager.ones(IMAGE)), false)
                .head()
                .toFloatArray();
    }
}
