package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import dev.fovea.Accept;
import dev.fovea.AdaptivePool;
import dev.fovea.Add;
import dev.fovea.ChannelShuffle;
import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Crop;
import dev.fovea.DeformableConv;
import dev.fovea.Endpoint;
import dev.fovea.GlobalPool;
import dev.fovea.Input;
import dev.fovea.Linear;
import dev.fovea.Multiply;
import dev.fovea.Network;
import dev.fovea.Norm;
import dev.fovea.Normalize;
import dev.fovea.Pad;
import dev.fovea.Padding;
import dev.fovea.PixelShuffle;
import dev.fovea.Pool;
import dev.fovea.PoolType;
import dev.fovea.Recurrent;
import dev.fovea.Residual;
import dev.fovea.Slice;
import dev.fovea.SqueezeExcite;
import dev.fovea.TransposedConv;
import dev.fovea.Upsample;
import dev.fovea.UpsampleMode;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Operations, attributes and error messages that the zoo does not exercise. */
@Tag("engine")
final class DjlNetworkTest {
    @Network(
            input =
                    @Input(
                            channels = 4,
                            size = {11, 14}))
    @Accept(
            value = {"SkippedInput", "CheckerboardUpsampling"},
            reason = "is to be built, not to be good")
    static final class Odd {
        @Conv(
                kernel = {2, 4},
                stride = {1, 3},
                padding = Padding.SAME,
                out = 8,
                groups = 2,
                norm = Norm.GROUP)
        Object same;

        @Conv(
                kernel = 3,
                padding = {2, 0, 1, 3},
                out = 8,
                norm = Norm.LAYER)
        Object asymmetric;

        @TransposedConv(
                kernel = 3,
                stride = 3,
                rate = 2,
                padding = {1, 0, 2, 4},
                outputPadding = {2, 1},
                out = 4,
                groups = 4,
                norm = Norm.INSTANCE)
        Object transposed;

        @TransposedConv(kernel = 2, stride = 4, padding = Padding.SAME, out = 4)
        Object spread;

        @Pool(kernel = 3, stride = 2, padding = 1, rate = 2, ceilMode = true)
        Object dilatedPool;

        @Pool(kernel = 3, stride = 4, type = PoolType.AVERAGE, ceilMode = true)
        Object meanPool;

        @Conv(kernel = 1, out = 8)
        Object wide;

        @PixelShuffle(factor = 2)
        Object shuffled;

        @Upsample(
                size = {9, 30},
                mode = UpsampleMode.LINEAR)
        Object resized;

        @AdaptivePool(
                size = {4, 7},
                type = PoolType.MAX)
        Object adapted;

        @Pad(padding = {1, 0, 0, 2})
        Object padded;

        @Crop(padding = {0, 1, 1, 1})
        Object cropped;

        @Conv(kernel = 3, padding = 1, stride = 2, out = 6)
        Object strided;

        @Residual(shortcut = "cropped")
        Object sum;

        @ChannelShuffle(groups = 3)
        Object mixed;

        @Slice(begin = 1, end = 5)
        Object cut;

        @Normalize(Norm.GROUP)
        Object normalized;

        @SqueezeExcite(squeeze = 2)
        Object gated;

        @GlobalPool(type = PoolType.MAX)
        Object pooled;

        @Multiply(from = {"gated", "pooled"})
        Object product;

        @Concat(from = {"product", "cut"})
        @Endpoint("both")
        Object both;

        @Add(from = {"both", "both"})
        Object twice;

        @Linear(out = 3)
        Object scores;
    }

    @Network(input = @Input(axes = 1, channels = 2, size = 19))
    @Accept(
            value = {"SkippedInput", "CheckerboardUpsampling"},
            reason = "is to be built, not to be good")
    static final class Line {
        @Pool(kernel = 3, stride = 2, ceilMode = true)
        Object pooled;

        @Pool(kernel = 2, stride = 1, type = PoolType.AVERAGE)
        Object mean;

        @TransposedConv(kernel = 3, stride = 2, out = 4)
        Object transposed;

        @PixelShuffle(factor = 2)
        Object shuffled;

        @AdaptivePool(size = 5)
        Object adapted;

        @Upsample(scale = 2, mode = UpsampleMode.LINEAR)
        Object up;

        @SqueezeExcite(squeeze = 1)
        Object gated;

        @GlobalPool
        Object global;

        @Linear(out = 2)
        Object scores;
    }

    @Network(
            input =
                    @Input(
                            axes = 3,
                            channels = 2,
                            size = {9, 8, 7}))
    @Accept(
            value = {"SkippedInput", "CheckerboardUpsampling"},
            reason = "is to be built, not to be good")
    static final class Volume {
        @Conv(
                kernel = 3,
                padding = {1, 0, 2, 1, 2, 0},
                out = 8,
                norm = Norm.GROUP)
        Object conv;

        @Pool(
                kernel = 2,
                stride = {1, 2, 1},
                type = PoolType.AVERAGE,
                ceilMode = true)
        Object mean;

        @PixelShuffle(factor = 2)
        Object shuffled;

        @TransposedConv(kernel = 2, stride = 2, out = 2)
        Object transposed;

        @AdaptivePool(
                size = {3, 1, 2},
                type = PoolType.MAX)
        Object adapted;

        @Upsample(
                size = {4, 2, 2},
                mode = UpsampleMode.LINEAR)
        Object resized;

        @SqueezeExcite(squeeze = 1)
        Object gated;

        @GlobalPool
        Object global;

        @Linear(out = 2)
        Object scores;
    }

    @Network(input = @Input(channels = 1, size = 8))
    static final class Bent {
        @DeformableConv(kernel = 3, padding = 1, out = 2)
        Object bent;

        @Conv(kernel = 1, out = 1)
        Object plain;

        @DeformableConv(kernel = 3, padding = 1, out = 2)
        Object again;
    }

    static final class Open {
        @Conv(kernel = 1)
        Object open;
    }

    @Test
    void everyOperationHasTheReportedShapeWhenItRuns() {
        check(DjlNetworkTest_OddReceptiveField.report(), new Shape(2, 4, 11, 14));
        check(DjlNetworkTest_LineReceptiveField.report(), new Shape(2, 2, 19));
        check(DjlNetworkTest_VolumeReceptiveField.report(), new Shape(2, 2, 9, 8, 7));
    }

    static void check(NetworkReport report, Shape input) {
        DjlNetwork network = DjlModels.build(report);
        try (NDManager manager = NDManager.newBaseManager()) {
            network.initialize(manager, DataType.FLOAT32, input);
            Map<String, NDArray> maps =
                    network.run(new ParameterStore(manager, false), manager.randomNormal(input), false);
            Map<String, Shape> shapes = network.shapes(input);
            for (LayerReport layer : report.layers()) {
                Shape expected = new Shape(2, layer.shape().channels().orElseThrow())
                        .addAll(new Shape(layer.shape().size().stream()
                                .mapToLong(extent -> extent.orElseThrow())
                                .toArray()));
                assertEquals(expected, maps.get(layer.name()).getShape(), layer.name());
                assertEquals(expected, shapes.get(layer.name()), layer.name());
                assertEquals(
                        layer.parameters().orElseThrow(),
                        network.block(layer.name()).getParameters().values().stream()
                                .filter(Parameter::requiresGradient)
                                .mapToLong(parameter -> parameter.getShape().size())
                                .sum(),
                        layer.name());
                // Fails where the engine lost track of the way back, so that what is below could not be trained.
                long[] unit = new long[report.axes()];
                InputGradient.of(network, DataType.FLOAT32, input, layer.name(), unit);
            }
        }
    }

    @Test
    void djlNetworkReturnsTheLastLayerAndThenTheEndpoints() {
        DjlNetwork network = DjlModels.build(DjlNetworkTest_OddReceptiveField.report());
        Shape[] outputs = network.getOutputShapes(new Shape[] {new Shape(1, 4, 11, 14)});
        assertEquals(new Shape(1, 3, 1, 1), outputs[0]);
        assertEquals(2, outputs.length);
    }

    @Test
    void djlNetworkNamesWhatIsNotOffered() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> DjlModels.build(DjlNetworkTest_BentReceptiveField.report()))
                .getMessage();
        assertTrue(
                message.endsWith(
                        "cannot be built on Deep Java Library, which does not offer DeformableConv (bent), DeformableConv (again)"),
                message);
    }

    @Network(input = @Input(channels = 8, size = 40))
    static final class Remembering {
        @Conv(kernel = 3, out = 8, padding = Padding.SAME)
        Object first;

        @Recurrent(units = 16)
        Object memory;
    }

    @Test
    void djlNetworkSaysThatNoCellIsStated() {
        assertEquals(
                "dev.fovea.djl.DjlNetworkTest$Remembering cannot be built: @Recurrent states no cell (LSTM, GRU, plain),"
                        + " so the blocks of memory are not known",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> DjlModels.build(DjlNetworkTest_RememberingReceptiveField.report()))
                        .getMessage());
    }

    @Test
    void djlNetworkNamesWhatIsUnknown() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> DjlModels.build(DjlNetworkTest_OpenReceptiveField.report()))
                .getMessage();
        assertTrue(message.startsWith("the report does not know out of open (Conv)"), message);
    }
}
