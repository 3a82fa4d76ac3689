package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.pooling.Pool;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is read of blocks that the zoo does not have, and what the linter says of them. */
@Tag("engine")
final class BlockLintTest {
    private static final Shape IMAGE = new Shape(1, 8, 32, 32);

    @Test
    void aDilatedBlockWithHolesIsNotClean() {
        AssertionError error = assertThrows(AssertionError.class, () -> DjlModels.lint(dilated(2, 4, 8), IMAGE)
                .assertClean());
        assertTrue(
                error.getMessage().startsWith("SequentialBlock has 1 finding:\nerror: [DilationCommonDivisor] "),
                error.getMessage());
        assertTrue(error.getMessage().contains("01Conv2d"), error.getMessage());
    }

    /** The convolution of rate 1 says by its name and shape that it belongs to the stack. */
    @Test
    void aDilatedBlockWithoutHolesIsClean() {
        BlockLint lint = DjlModels.lint(dilated(1, 2, 5), IMAGE);
        lint.assertClean();
        assertEquals(List.of("Dilated", "Dilated", "Dilated"), operations(lint.report()));
        assertEquals(17, lint.report().layers().get(2).field().get(0).size().orElseThrow());
    }

    /** As the context module of Yu and Koltun (2016) does, whose first rates are 1. */
    @Test
    void aBlockThatWidensFromRateToRateIsOneStack() {
        Block context = new SequentialBlock()
                .add(conv(3, 1, 1, 8))
                .add(Activation::relu)
                .add(conv(3, 1, 2, 16))
                .add(Activation::relu)
                .add(conv(3, 1, 4, 32));
        assertEquals(
                List.of("Dilated", "Dilated", "Dilated"),
                operations(DjlModels.lint(context, IMAGE).report()));
        // A pointwise convolution begins another stage, of other channels.
        Block stages = new SequentialBlock()
                .add(conv(3, 1, 1, 8))
                .add(conv(1, 1, 1, 16))
                .add(conv(3, 1, 2, 16));
        assertEquals(
                List.of("Conv", "Conv", "Dilated"),
                operations(DjlModels.lint(stages, IMAGE).report()));
    }

    private static Block dilated(int... rates) {
        SequentialBlock block = new SequentialBlock();
        for (int rate : rates) {
            block.add(conv(3, 1, rate, 8)).add(Activation::relu);
        }
        return block;
    }

    private static Block conv(int kernel, int stride, int rate, int filters) {
        int padding = (kernel - 1) / 2 * rate;
        return Conv2d.builder()
                .setKernelShape(new Shape(kernel, kernel))
                .optStride(new Shape(stride, stride))
                .optPadding(new Shape(padding, padding))
                .optDilation(new Shape(rate, rate))
                .setFilters(filters)
                .build();
    }

    @Test
    void blockLintReadsWhatLambdasDoToMaps() {
        SequentialBlock block = new SequentialBlock()
                .add(conv(3, 1, 1, 8))
                // Channels are shuffled (Zhang et al. 2018), then refine the grid (Shi et al. 2016).
                .addSingleton(map ->
                        map.reshape(1, 4, 2, 32, 32).transpose(0, 2, 1, 3, 4).reshape(1, 8, 32, 32))
                .addSingleton(map -> map.reshape(1, 2, 2, 2, 32, 32)
                        .transpose(0, 1, 4, 2, 5, 3)
                        .reshape(1, 2, 64, 64))
                .addSingleton(map -> map.get(":, 1:2, 2:, :-4"))
                .addSingleton(map -> map.pad(new Shape(1, 2, 0, 3), 0))
                .addSingleton(
                        map -> map.mul(Activation.sigmoid(map.reshape(1, 1, -1).mean(new int[] {2}))
                                .reshape(1, 1, 1, 1)))
                .addSingleton(map -> map.getNDArrayInternal().interpolation(new long[] {130, 126}, 1, false));
        NetworkReport report = DjlModels.lint(block, IMAGE).report();
        assertEquals(
                List.of(
                        "Conv",
                        "ChannelShuffle",
                        "PixelShuffle",
                        "Slice",
                        "Crop",
                        "Pad",
                        "GlobalPool",
                        "Multiply",
                        "Upsample"),
                operations(report).stream()
                        .filter(name -> !name.equals("Activate"))
                        .toList());
        assertEquals(List.of(130L, 126L), extents(report));
    }

    @Test
    void blockLintReadsLayersOfOtherLayouts() {
        SequentialBlock block = new SequentialBlock()
                .add(Conv1d.builder().setKernelShape(new Shape(3)).setFilters(6).build())
                .addSingleton(map -> map.transpose(0, 2, 1))
                .add(LayerNorm.builder().axis(2).build())
                .add(Linear.builder().setUnits(12).build())
                .addSingleton(map -> map.transpose(0, 2, 1))
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(5).build());
        NetworkReport report = DjlModels.lint(block, new Shape(1, 4, 20)).report();
        assertEquals(List.of("Conv", "Conv", "Linear"), operations(report));
        assertEquals(
                4 * 6 * 3 + 6 + 12 + 6 * 12 + 12 + 12 * 18 * 5 + 5,
                report.parameters().orElseThrow());
    }

    @Test
    void blockLintReadsBranchesByWhatJoinsThem() {
        Block left = new SequentialBlock()
                .add(conv(3, 2, 1, 8))
                .add(BatchNorm.builder().build());
        Block right = Pool.maxPool2dBlock(new Shape(3, 3), new Shape(2, 2), new Shape(1, 1));
        for (String joined : List.of("Add", "Multiply", "Concat")) {
            ParallelBlock block = new ParallelBlock(list -> {
                NDArray a = list.get(0).singletonOrThrow();
                NDArray b = list.get(1).singletonOrThrow();
                return new NDList(
                        switch (joined) {
                            case "Add" -> a.add(b);
                            case "Multiply" -> NDArrays.mul(a, b);
                            default -> a.concat(b, 1);
                        });
            });
            block.add(left).add(right);
            NetworkReport report = DjlModels.lint(block, IMAGE).report();
            assertEquals(List.of("Conv", "Pool", joined), operations(report));
            assertEquals(
                    joined.equals("Concat") ? 16 : 8,
                    report.layers().get(2).shape().channels().orElseThrow());
        }
    }

    @Test
    void blockLintNamesABlockWhoseCodeCannotBeReadAndJudgesNothingThatDependsOnIt() {
        SequentialBlock block = new SequentialBlock()
                .add(conv(3, 1, 1, 8))
                .addSingleton(map -> map.cumSum(2))
                .add(conv(3, 1, 1, 8));
        BlockLint lint = DjlModels.lint(block, IMAGE);
        assertEquals(
                "{02LambdaBlock=ai.djl.nn.LambdaBlock has code that is not read: cumSum of an array}",
                lint.block().unread().toString());
        assertEquals(3, lint.report().layers().get(0).field().get(0).size().orElseThrow());
        assertTrue(lint.report().layers().get(2).field().get(0).size().isEmpty());
        String message = assertThrows(AssertionError.class, lint::assertClean).getMessage();
        assertTrue(
                message.contains("not read: 02LambdaBlock: ai.djl.nn.LambdaBlock has code that is not read"), message);
    }

    @Test
    void blockLintReadsNoNumbersAndNoChangeInPlace() {
        Block looks = new LambdaBlock(list -> list.head().getFloat(0, 0, 0, 0) > 0
                ? list
                : new NDList(list.head().neg()));
        assertEquals(1, DjlModels.read(looks, IMAGE).unread().size());
        Block changes = new LambdaBlock(list -> {
            NDArray seen = list.head().reshape(1, -1);
            list.head().addi(1);
            return new NDList(seen);
        });
        assertEquals(1, DjlModels.read(changes, IMAGE).unread().size());
    }

    @Test
    void blockLintNamesWhatNoAnnotationCanSay() {
        ReadBlock read = DjlModels.read(
                new SequentialBlock().add(conv(3, 1, 1, 8)).addSingleton(map -> map.square()
                        .mul(2)),
                IMAGE);
        assertEquals("{02LambdaBlock=square, mul}", read.unexpressed().toString());
    }

    @Test
    void blockLintLeavesABlockAsItWas() {
        SequentialBlock block = new SequentialBlock().add(conv(3, 1, 1, 8)).add(conv(1, 1, 1, 2));
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialize(manager, DataType.FLOAT32, IMAGE);
            List<float[]> before = values(block);
            DjlModels.lint(block, new Shape(1, 8, 16, 16)).assertClean();
            List<float[]> after = values(block);
            for (int parameter = 0; parameter < before.size(); parameter++) {
                assertArrayEquals(before.get(parameter), after.get(parameter));
            }
        }
    }

    private static List<float[]> values(Block block) {
        return block.getParameters().values().stream()
                .map(parameter -> parameter.getArray().toFloatArray())
                .collect(Collectors.toList());
    }

    private static List<String> operations(NetworkReport report) {
        return report.layers().stream().map(LayerReport::op).toList();
    }

    private static List<Long> extents(NetworkReport report) {
        return report.layers().get(report.layers().size() - 1).shape().size().stream()
                .map(extent -> extent.orElseThrow())
                .toList();
    }
}
