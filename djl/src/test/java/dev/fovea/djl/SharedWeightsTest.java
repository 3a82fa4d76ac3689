package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import dev.fovea.Add;
import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Norm;
import dev.fovea.Upsample;
import dev.fovea.report.NetworkReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Layers that use the weights of others. */
@Tag("engine")
final class SharedWeightsTest {
    private static final Shape IMAGE = new Shape(1, 3, 16, 16);

    /** A head on two levels, as detectors have it. */
    @Network(input = @Input(channels = 3, size = 16))
    static final class Tied {
        @Conv(kernel = 3, padding = 1, out = 4)
        Object fine;

        @dev.fovea.Pool(kernel = 2)
        Object coarse;

        @Conv(kernel = 3, padding = 1, out = 4, norm = Norm.BATCH, from = "fine")
        @Endpoint("fine")
        Object head;

        @Conv(kernel = 3, padding = 1, out = 4, norm = Norm.BATCH, shared = "head", from = "coarse")
        Object again;

        @Upsample(scale = 2)
        Object up;

        @Add(from = {"head", "up"})
        Object sum;
    }

    private static NetworkReport report() {
        return SharedWeightsTest_TiedReceptiveField.report();
    }

    @Test
    void layersThatShareTheirWeightsAreBuiltAsOneBlock() throws IOException, MalformedModelException {
        DjlNetwork network = DjlModels.build(report());
        assertSame(network.block("head"), network.block("again"));
        try (NDManager manager = NDManager.newBaseManager()) {
            network.initialize(manager, DataType.FLOAT32, IMAGE);
            assertEquals(report().parameters().orElseThrow(), trained(network));
            ParameterStore store = new ParameterStore(manager, false);
            NDArray image = manager.randomNormal(IMAGE);
            Map<String, NDArray> maps = network.run(store, image, false);
            NDArray alone = network.block("head")
                    .forward(store, new NDList(maps.get("coarse")), false)
                    .head();
            assertEquals(alone, maps.get("again"));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            network.saveParameters(new DataOutputStream(bytes));
            DjlNetwork loaded = DjlModels.build(report());
            loaded.loadParameters(manager, new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            assertEquals(maps.get("sum"), loaded.run(store, image, false).get("sum"));
        }
    }

    private static long trained(Block block) {
        return block.getParameters().values().stream()
                .filter(Parameter::requiresGradient)
                .mapToLong(parameter -> parameter.getShape().size())
                .sum();
    }

    private static Block conv() {
        return Conv2d.builder()
                .setKernelShape(new Shape(3, 3))
                .optPadding(new Shape(1, 1))
                .setFilters(4)
                .build();
    }

    /** The network above, written by hand. */
    private static Block block(Block head, Block again) {
        return new SequentialBlock()
                .add(conv())
                .add(new ParallelBlock(maps -> new NDList(
                                NDArrays.add(maps.get(0).head(), maps.get(1).head())))
                        .add(head)
                        .add(new SequentialBlock()
                                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                                .add(again)
                                .addSingleton(map -> map.getNDArrayInternal()
                                        .interpolation(new long[] {16, 16}, 0, false)
                                        .toType(DataType.FLOAT32, false))));
    }

    private static Block normalized() {
        return new SequentialBlock().add(conv()).add(BatchNorm.builder().build());
    }

    @Test
    void aBlockThatIsUsedTwiceIsReadAsLayersThatShareTheirWeights() {
        Block head = new SequentialBlock()
                .add(conv())
                .add(BatchNorm.builder().build())
                .add(Activation::relu)
                .add(conv());
        Block block = new SequentialBlock()
                .add(conv())
                .add(new ParallelBlock(maps -> new NDList(NDArrays.concat(
                                new NDList(
                                        maps.get(0).head().reshape(1, -1),
                                        maps.get(1).head().reshape(1, -1)),
                                1)))
                        .add(head)
                        .add(new SequentialBlock()
                                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                                .add(head)));
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialize(manager, DataType.FLOAT32, IMAGE);
            ReadBlock read = DjlModels.read(block, IMAGE);
            assertEquals(Map.of(), read.unread());
            assertEquals(
                    (long) (3 * 4 + 4 * 4 + 4 * 4) * 9 + 3 * 4 + 2 * 4,
                    read.report().parameters().orElseThrow());
            DjlNetwork network = read.build();
            network.initialize(manager, DataType.FLOAT32, IMAGE);
            read.copyParametersTo(network);
            ParameterStore store = new ParameterStore(manager, false);
            NDArray image = manager.randomNormal(IMAGE);
            NDArray expected = block.forward(store, new NDList(image), false).head();
            Map<String, NDArray> maps = network.run(store, image, false);
            NDList outputs = new NDList();
            for (int layer : List.copyOf(read.layers().outputs().get(0))) {
                outputs.add(maps.get(read.layers().layers().get(layer).name()).reshape(1, -1));
            }
            assertTrue(
                    expected.allClose(NDArrays.concat(outputs, 1)),
                    read.report().toString());
        }
    }

    @Test
    void aBlockWithWeightsOfItsOwnIsNotTheNetworkThatSharesThem() {
        Block head = normalized();
        assertEquals(Optional.empty(), DjlModels.verify(report(), block(head, head)));
        String difference =
                DjlModels.verify(report(), block(normalized(), normalized())).orElseThrow();
        assertTrue(
                difference.startsWith(
                        "again has the weights of head in the report, and weights of its own in the block ("),
                difference);
    }
}
