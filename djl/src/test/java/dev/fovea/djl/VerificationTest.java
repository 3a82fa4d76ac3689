package dev.fovea.djl;

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
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import dev.fovea.Accept;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Dropout;
import dev.fovea.GlobalPool;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Norm;
import dev.fovea.PoolType;
import dev.fovea.Residual;
import dev.fovea.SqueezeExcite;
import dev.fovea.report.NetworkReport;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A block that somebody wrote beside the annotations is the annotated network, or the first difference is named. */
@Tag("engine")
final class VerificationTest {
    private static final Shape IMAGE = new Shape(1, 3, 32, 32);

    @Network(input = @Input(channels = 3, size = 32))
    @Accept(
            value = {"UnproductiveLayer", "DilationCommonDivisor", "CroppedInput"},
            reason = "is to be compared, not to be good")
    static final class Net {
        @Conv(
                kernel = 3,
                stride = 2,
                padding = {0, 1, 0, 1},
                out = 8,
                norm = Norm.BATCH,
                activation = dev.fovea.Activation.RELU)
        Object stem;

        @dev.fovea.Pool(kernel = 2, stride = 2, type = PoolType.MAX)
        Object pool;

        @Dilated(kernel = 3, rate = 2, padding = 2, out = 8, bias = false, norm = Norm.BATCH)
        Object dilated;

        @SqueezeExcite(squeeze = 4, activation = dev.fovea.Activation.RELU)
        Object gated;

        @Residual(shortcut = "pool", activation = dev.fovea.Activation.RELU)
        Object sum;

        @Dropout(0.2)
        Object dropped;

        @GlobalPool
        Object means;

        @dev.fovea.Linear(out = 5)
        Object scores;
    }

    private static NetworkReport report() {
        return VerificationTest_NetReceptiveField.report();
    }

    /** The same network, written by hand. */
    private static Block block(int rate, boolean residual) {
        Block gate = new SequentialBlock()
                .add(Pool.globalAvgPool2dBlock())
                .add(Linear.builder().setUnits(4).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(8).build())
                .add(Activation::sigmoid)
                .addSingleton(map -> map.reshape(map.getShape().get(0), 8, 1, 1));
        Block gated = new ParallelBlock(
                        list -> new NDList(list.get(0).head().mul(list.get(1).head())))
                .add(Blocks.identityBlock())
                .add(gate);
        Block branch = new SequentialBlock()
                .add(conv(3, rate, 1, rate, 8, false))
                .add(BatchNorm.builder().build())
                .add(gated);
        Block sum = new ParallelBlock(list ->
                        new NDList(NDArrays.add(list.get(0).head(), list.get(1).head())))
                .add(Blocks.identityBlock())
                .add(branch);
        return new SequentialBlock()
                .addSingleton(map -> map.pad(new Shape(1, 1, 0, 0), 0))
                .add(conv(3, 1, 2, 0, 8, true))
                .add(BatchNorm.builder().build())
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(residual ? sum : branch)
                .add(Activation::relu)
                .add(Pool.globalAvgPool2dBlock())
                .add(Linear.builder().setUnits(5).build());
    }

    private static Block conv(int kernel, int rate, int stride, int padding, int filters, boolean bias) {
        return Conv2d.builder()
                .setKernelShape(new Shape(kernel, kernel))
                .optStride(new Shape(stride, stride))
                .optDilation(new Shape(rate, rate))
                .optPadding(new Shape(padding, padding))
                .setFilters(filters)
                .optBias(bias)
                .build();
    }

    @Test
    void verificationFindsTheSameNetworkWhateverItsLayersAreCalled() {
        assertEquals(Optional.empty(), DjlModels.verify(report(), block(2, true)));
        assertEquals(Optional.empty(), DjlModels.verify(report(), DjlModels.build(report())));
    }

    @Test
    void verificationNamesTheFirstDifferenceWithBothValues() {
        assertEquals(
                Optional.of(
                        "dilated: rate is [2, 2] in the report, and [1, 1] in the block (06ParallelBlock.02SequentialBlock.01Conv2d)"),
                DjlModels.verify(report(), block(1, true)));
        assertEquals(
                Optional.of("the block has nothing like sum (sum {activation=RELU}) of the report"),
                DjlModels.verify(report(), block(2, false)));
        SequentialBlock longer = (SequentialBlock) block(2, true);
        longer.add(Activation::tanh);
        assertEquals(
                Optional.of("scores: activation is NONE in the report, and TANH in the block (09Linear)"),
                DjlModels.verify(report(), longer));
        longer.add(Linear.builder().setUnits(2).build());
        assertTrue(DjlModels.verify(report(), longer).isPresent());
    }

    @Test
    void copiesWeightsByStructure() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Block published = block(2, true);
            published.initialize(manager, DataType.FLOAT32, IMAGE);
            DjlNetwork network = DjlModels.build(report());
            network.initialize(manager, DataType.FLOAT32, IMAGE);
            NDArray image = manager.randomNormal(IMAGE);
            assertTrue(difference(published, network, image) > 0.1);
            DjlModels.copyParameters(published, network);
            assertTrue(difference(published, network, image) < 1e-5);
            Block other = block(1, true);
            other.initialize(manager, DataType.FLOAT32, IMAGE);
            String message = assertThrows(
                            IllegalArgumentException.class, () -> DjlModels.copyParameters(other, network))
                    .getMessage();
            assertTrue(
                    message.startsWith("the weights of another network cannot be copied: dilated: rate is"), message);
        }
    }

    private static float difference(Block one, Block two, NDArray image) {
        ParameterStore store = new ParameterStore(image.getManager(), false);
        NDArray a = one.forward(store, new NDList(image), false).head().reshape(-1);
        NDArray b = two.forward(store, new NDList(image), false).head().reshape(-1);
        return a.sub(b).abs().max().getFloat();
    }
}
