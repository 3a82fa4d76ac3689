package dev.fovea.djl;

import static dev.fovea.Activation.HARD_SWISH;
import static dev.fovea.Activation.PRELU;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import dev.fovea.Accept;
import dev.fovea.Activate;
import dev.fovea.Activation;
import dev.fovea.Borders;
import dev.fovea.Conv;
import dev.fovea.Dropout;
import dev.fovea.Input;
import dev.fovea.LocalResponseNorm;
import dev.fovea.Network;
import dev.fovea.Norm;
import dev.fovea.PixelShuffle;
import dev.fovea.Pool;
import dev.fovea.PoolType;
import dev.fovea.Scale;
import dev.fovea.SpaceToDepth;
import dev.fovea.SqueezeExcite;
import dev.fovea.Upsample;
import dev.fovea.UpsampleMode;
import dev.fovea.report.LayerReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the second edition's annotations say is computed, number by number. */
@Tag("engine")
final class SecondEditionTest {
    private static final double ROUNDING = 1e-4;

    @Network(input = @Input(channels = 3, size = 12))
    @Accept(value = "SkippedInput", reason = "is to be built, not to be good")
    static final class Second {
        @Conv(
                kernel = 3,
                padding = {1, 2, 1, 0},
                borders = Borders.REFLECT,
                out = 4,
                norm = Norm.INSTANCE_AFFINE,
                activation = PRELU)
        Object mirrored;

        @Activate(HARD_SWISH)
        Object activated;

        @Dropout(0.5)
        Object dropped;

        @LocalResponseNorm(3)
        Object response;

        @Scale
        Object scaled;

        @SpaceToDepth(factor = 2)
        Object deep;

        @PixelShuffle(factor = 2)
        Object wide;

        @SqueezeExcite(squeeze = 2, activation = Activation.SILU, gate = Activation.HARD_SIGMOID)
        Object gated;

        @Pool(kernel = 2, stride = 2, type = PoolType.LP)
        Object powers;

        @Upsample(size = 9, mode = UpsampleMode.LINEAR, alignCorners = true)
        Object up;
    }

    @Test
    void everyOperationHasTheReportedShapeAndParametersWhenItRuns() {
        DjlNetworkTest.check(SecondEditionTest_SecondReceptiveField.report(), new Shape(2, 3, 12, 12));
    }

    private static float[] run(
            String operation, Map<String, Object> attributes, long channels, Shape input, float... numbers) {
        LayerReport layer = new LayerReport(
                "layer",
                operation,
                List.of("<input>"),
                Optional.empty(),
                new dev.fovea.report.Shape(OptionalLong.of(channels), List.of()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                attributes,
                false,
                List.of());
        Block block = Operations.activated(new Values(layer, Map.of()), input.dimension() - 2);
        try (NDManager manager = NDManager.newBaseManager()) {
            block.initialize(manager, DataType.FLOAT32, input);
            NDArray map = manager.create(numbers, input);
            return block.forward(new ParameterStore(manager, false), new NDList(map), false)
                    .head()
                    .toFloatArray();
        }
    }

    @Test
    void activationsAreThePublishedFunctions() {
        DoubleUnaryOperator sigmoid = x -> 1 / (1 + Math.exp(-x));
        DoubleUnaryOperator softplus = x -> Math.log1p(Math.exp(x));
        DoubleUnaryOperator six = x -> Math.min(Math.max(0, x + 3), 6) / 6;
        Map<Activation, DoubleUnaryOperator> functions = Map.ofEntries(
                Map.entry(Activation.RELU, x -> Math.max(0, x)),
                Map.entry(Activation.RELU6, x -> Math.min(6, Math.max(0, x))),
                Map.entry(Activation.LEAKY_RELU, x -> x > 0 ? x : 0.01 * x),
                Map.entry(PRELU, x -> x > 0 ? x : 0.25 * x),
                Map.entry(Activation.ELU, x -> x > 0 ? x : Math.expm1(x)),
                Map.entry(Activation.SELU, x -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x))),
                Map.entry(Activation.GELU, x -> x * normal(x)),
                Map.entry(Activation.SILU, x -> x * sigmoid.applyAsDouble(x)),
                Map.entry(Activation.MISH, x -> x * Math.tanh(softplus.applyAsDouble(x))),
                Map.entry(HARD_SWISH, x -> x * six.applyAsDouble(x)),
                Map.entry(Activation.HARD_SIGMOID, six),
                Map.entry(Activation.SIGMOID, sigmoid),
                Map.entry(Activation.TANH, Math::tanh),
                Map.entry(Activation.SOFTPLUS, softplus));
        for (Activation activation : Activation.values()) {
            if (functions.containsKey(activation)) {
                for (float x : new float[] {-7, -2.5f, -0.3f, 0, 0.4f, 1, 6.5f}) {
                    assertEquals(
                            functions.get(activation).applyAsDouble(x),
                            run("Activate", Map.of("activation", activation.name()), 1, new Shape(1, 1, 1), x)[0],
                            ROUNDING,
                            activation + " of " + x);
                }
            }
        }
        float[] shares =
                run("Activate", Map.of("activation", "SOFTMAX"), 2, new Shape(1, 2, 1), 0, (float) Math.log(3));
        assertArrayEquals(new float[] {0.25f, 0.75f}, shares, 1e-6f);
    }

    /** The normal distribution function, as the sum of a series. */
    private static double normal(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < 100; n++) {
            term *= x * x / (2 * n + 1);
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    @Test
    void bordersAreMirroredRepeatedOrFromTheOppositeSide() {
        Map<String, float[]> expected = Map.of(
                "ZEROS", new float[] {0, 0, 1, 2, 3, 4, 0},
                "REFLECT", new float[] {3, 2, 1, 2, 3, 4, 3},
                "REPLICATE", new float[] {1, 1, 1, 2, 3, 4, 4},
                "CIRCULAR", new float[] {3, 4, 1, 2, 3, 4, 1});
        expected.forEach((borders, line) -> assertArrayEquals(
                line,
                run("Pad", Map.of("padding", List.of(2L, 1L), "borders", borders), 1, new Shape(1, 1, 4), 1, 2, 3, 4),
                borders));
        Map<String, Object> corner = Map.of("padding", List.of(1L, 0L, 0L, 1L), "borders", "CIRCULAR");
        assertArrayEquals(
                new float[] {3, 4, 3, 1, 2, 1, 3, 4, 3}, run("Pad", corner, 1, new Shape(1, 1, 2, 2), 1, 2, 3, 4));
    }

    @Test
    void alignedCornersKeepTheOutermostUnits() {
        Map<String, Object> attributes = Map.of("size", List.of(5L), "mode", "LINEAR", "alignCorners", true);
        assertArrayEquals(
                new float[] {0, 1, 2, 5, 8}, run("Upsample", attributes, 1, new Shape(1, 1, 3), 0, 2, 8), 1e-6f);
    }

    @Test
    void powersAreRootsOfSumsOfSquares() {
        Map<String, Object> pool = Map.of(
                "kernel", List.of(2L),
                "stride", List.of(2L),
                "rate", List.of(1L),
                "padding", List.of(0L, 0L),
                "ceilMode", false,
                "type", "LP");
        assertArrayEquals(new float[] {5, 13}, run("Pool", pool, 1, new Shape(1, 1, 4), 3, -4, 5, 12), 1e-4f);
        assertArrayEquals(
                new float[] {6}, run("GlobalPool", Map.of("type", "LP"), 1, new Shape(1, 1, 3), 2, 4, 4), 1e-4f);
    }

    @Test
    void responseNormsDivideByNeighbouringChannels() {
        float[] normal = run("LocalResponseNorm", Map.of("value", 3L), 3, new Shape(1, 3, 1), 100, 200, 300);
        double[] sums = {100 * 100 + 200 * 200, 100 * 100 + 200 * 200 + 300 * 300, 200 * 200 + 300 * 300};
        for (int channel = 0; channel < 3; channel++) {
            double expected = 100 * (channel + 1) / Math.pow(1 + 1e-4 / 3 * sums[channel], 0.75);
            assertEquals(expected, normal[channel], 1e-3);
        }
    }

    @Test
    void spaceToDepthIsUndoneByAPixelShuffle() {
        float[] image = new float[2 * 4 * 4];
        for (int i = 0; i < image.length; i++) {
            image[i] = i;
        }
        float[] deep = run("SpaceToDepth", Map.of("factor", 2L), 8, new Shape(1, 2, 4, 4), image);
        assertArrayEquals(new float[] {0, 2, 8, 10, 1, 3, 9, 11}, java.util.Arrays.copyOf(deep, 8));
        assertArrayEquals(image, run("PixelShuffle", Map.of("factor", 2L), 2, new Shape(1, 8, 2, 2), deep));
    }
}
