package dev.fovea.djl.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import dev.fovea.djl.BlockLint;
import dev.fovea.djl.DjlModels;
import dev.fovea.djl.MeasuredField;
import dev.fovea.report.LayerReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is measured on blocks is what is computed of them, or what their code says. */
@Tag("engine")
final class MeasurementTest {
    private static final Shape IMAGE = new Shape(1, 2, 48, 48);

    @Test
    void griddingLeavesHoles() {
        SequentialBlock block = new SequentialBlock();
        for (int rate : new int[] {2, 2, 2}) {
            block.add(conv(3, 1, rate)).add(Activation::relu);
        }
        assertEquals(49, compare(block, IMAGE, 24, 24).count());
    }

    @Test
    void poolsStridesAndBranchesAreMeasured() {
        Block branches = new ParallelBlock(list -> new NDList(
                        NDArrays.add(list.get(0).singletonOrThrow(), list.get(1).singletonOrThrow())))
                .add(new SequentialBlock()
                        .add(conv(3, 1, 3))
                        .add(BatchNorm.builder().build())
                        .add(Activation::relu6))
                .add(Blocks.identityBlock());
        SequentialBlock block = new SequentialBlock()
                .add(conv(5, 2, 1))
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(3, 3), new Shape(2, 2), new Shape(1, 1)))
                .add(branches)
                .add(Pool.avgPool2dBlock(new Shape(2, 2), new Shape(2, 2)));
        for (long[] unit : new long[][] {{3, 3}, {0, 5}, {2, 4}}) {
            compare(block, IMAGE, unit);
        }
    }

    @Test
    void fieldsOnOneAxisAreMeasured() {
        SequentialBlock block = new SequentialBlock();
        for (int rate : new int[] {1, 4}) {
            block.add(Conv1d.builder()
                            .setKernelShape(new Shape(3))
                            .optDilation(new Shape(rate))
                            .setFilters(4)
                            .build())
                    .add(Activation::tanh);
        }
        assertEquals(9, compare(block, new Shape(1, 2, 40), 10).count());
    }

    @Test
    void gatesReadAll() {
        Block gate = new SequentialBlock()
                .addSingleton(map -> map.reshape(map.getShape().get(0), 8, -1)
                        .mean(new int[] {2})
                        .reshape(map.getShape().get(0), 8, 1, 1))
                .add(Activation::sigmoid);
        SequentialBlock block = new SequentialBlock()
                .add(conv(3, 1, 1))
                .add(new ParallelBlock(list ->
                                new NDList(list.get(0).head().mul(list.get(1).head())))
                        .add(Blocks.identityBlock())
                        .add(gate));
        assertEquals(48 * 48, compare(block, IMAGE, 24, 24).count());
    }

    /** Code that cannot be read can be measured. */
    @Test
    void sumsOfAllRowsAboveAreMeasured() {
        Block block = LambdaBlock.singleton(map -> map.cumSum(2));
        assertFalse(DjlModels.read(block, IMAGE).unread().isEmpty());
        MeasuredField field = DjlModels.measure(block, IMAGE, 10, 7);
        assertEquals(List.of(), field.doubts());
        assertEquals(11, field.count());
        assertTrue(field.reads(0, 7) && field.reads(10, 7) && !field.reads(11, 7));
        assertThrows(IllegalArgumentException.class, () -> field.reads(48, 0));
    }

    @Test
    void measurementSaysWhereNaNsGetLost() {
        Block block = new SequentialBlock()
                .addSingleton(map -> NDArrays.where(map.isNaN(), map.zerosLike(), map))
                .add(Pool.avgPool2dBlock(new Shape(4, 4), new Shape(4, 4)));
        MeasuredField field = DjlModels.measure(block, IMAGE, 3, 3);
        assertEquals(16, field.count());
        assertTrue(field.reads(12, 12) && field.reads(15, 15));
        assertEquals(List.of("a pixel has a gradient, but a NaN does not pass from there"), field.doubts());
    }

    /** A product with a matrix hands NaNs on from the whole row, and numbers from one pixel. */
    @Test
    void measurementCountsNoPixelThatOnlyNaNsPassFrom() {
        Block block = LambdaBlock.singleton(map -> map.matMul(map.getManager().eye(48)));
        MeasuredField field = DjlModels.measure(block, IMAGE, 5, 9);
        assertEquals(1, field.count());
        assertTrue(field.reads(5, 9));
        assertEquals(
                List.of(
                        "NaNs pass from 47 more pixels, but none of the numbers that were tried: their weights may be 0"),
                field.doubts());
    }

    /** As deep as a classifier, whose unit sees the whole photograph. */
    @Test
    void fieldsOfAWholePhotographAreMeasured() {
        SequentialBlock block = new SequentialBlock()
                .add(conv(7, 2, 1))
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(3, 3), new Shape(2, 2), new Shape(1, 1)));
        for (int stride : new int[] {1, 1, 2, 1, 2, 1, 2, 1, 1}) {
            block.add(conv(3, stride, 1)).add(BatchNorm.builder().build()).add(Activation::relu);
        }
        Shape photograph = new Shape(1, 3, 224, 224);
        MeasuredField field = assertTimeout(Duration.ofSeconds(30), () -> compare(block, photograph, 3, 3));
        assertEquals(224 * 224, field.count());
    }

    @Test
    void measurementNamesAUnitThatIsNotThere() {
        Block block = LambdaBlock.singleton(Activation::relu);
        assertEquals(
                "there is no unit [48, 0] in output 0, (1, 2, 48, 48)",
                assertThrows(IllegalArgumentException.class, () -> DjlModels.measure(block, IMAGE, 48, 0))
                        .getMessage());
    }

    @Test
    void measurementTellsTheFirstPixelThatDiffers() {
        SequentialBlock block = new SequentialBlock().add(conv(3, 1, 2));
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialize(manager, DataType.FLOAT32, IMAGE);
            MeasuredField field = DjlModels.measure(block, IMAGE, 9, 9);
            BlockLint other = DjlModels.lint(new SequentialBlock().add(conv(3, 1, 1)), IMAGE);
            assertEquals(
                    Optional.of("pixel [7, 7] changes the unit, but was not computed to"),
                    field.difference(other, "01Conv2d", 9, 9));
        }
    }

    private static Block conv(int kernel, int stride, int rate) {
        int padding = (kernel - 1) / 2 * rate;
        return Conv2d.builder()
                .setKernelShape(new Shape(kernel, kernel))
                .optStride(new Shape(stride, stride))
                .optPadding(new Shape(padding, padding))
                .optDilation(new Shape(rate, rate))
                .setFilters(8)
                .build();
    }

    private static MeasuredField compare(Block block, Shape input, long... unit) {
        BlockLint lint = DjlModels.lint(block, input);
        List<LayerReport> layers = lint.report().layers();
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialize(manager, DataType.FLOAT32, input);
            MeasuredField field = DjlModels.measure(block, input, unit);
            assertEquals(List.of(), field.doubts());
            assertEquals(
                    Optional.empty(),
                    field.difference(lint, layers.get(layers.size() - 1).name(), unit));
            block.clear();
            return field;
        }
    }
}
