package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is built from the report of a block, with the block's weights, computes the same. */
@Tag("engine")
final class BuildZooTest {
    /** Of the largest number of an output; the order of sums differs. */
    private static final double ROUNDING = 1e-5;

    @ParameterizedTest
    @EnumSource
    void whatIsBuiltOfAZooBlockComputesTheSame(ZooBlocks zoo) {
        try (NDManager manager = NDManager.newBaseManager()) {
            Block block = zoo.block();
            block.initialize(manager, DataType.FLOAT32, zoo.input());
            vary(block, manager);
            ReadBlock read = DjlModels.read(block, zoo.input());
            DjlNetwork network = read.build();
            network.initialize(manager, DataType.FLOAT32, zoo.input());
            read.copyParametersTo(network);
            NDArray image = manager.randomNormal(zoo.input());
            ParameterStore store = new ParameterStore(manager, false);
            NDList expected = block.forward(store, new NDList(image), false);
            Map<String, NDArray> maps = network.run(store, image, false);
            for (int output = 0; output < expected.size(); output++) {
                List<Integer> layers = read.layers().outputs().get(output);
                if (!layers.isEmpty()) {
                    NDArray actual = joined(layers.stream()
                            .map(layer ->
                                    maps.get(read.layers().layers().get(layer).name()))
                            .toList());
                    same(expected.get(output).reshape(-1), actual);
                }
            }
            block.clear();
            network.clear();
        }
    }

    /** Norms start as the identity: statistics, scales and shifts get other values. */
    private static void vary(Block block, NDManager manager) {
        for (Parameter parameter : block.getParameters().values()) {
            if (parameter.getShape().dimension() == 1) {
                parameter
                        .getArray()
                        .set(manager.randomUniform(0.7f, 1.3f, parameter.getShape())
                                .toByteBuffer());
            }
        }
    }

    /** A map by itself, or, as a detector returns them, several ones position by position. */
    private static NDArray joined(List<NDArray> maps) {
        if (maps.size() == 1) {
            return maps.get(0).reshape(-1);
        }
        return NDArrays.concat(new NDList(
                maps.stream().map(map -> map.transpose(0, 2, 3, 1).reshape(-1)).toArray(NDArray[]::new)));
    }

    private static void same(NDArray expected, NDArray actual) {
        assertEquals(expected.getShape(), actual.getShape());
        float largest = expected.abs().max().getFloat();
        float difference = expected.sub(actual).abs().max().getFloat();
        assertTrue(largest > 0 && difference <= ROUNDING * largest, difference + " of " + largest);
    }
}
