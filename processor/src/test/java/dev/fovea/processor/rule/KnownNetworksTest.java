package dev.fovea.processor.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Published networks that use dilation, and what the rules on dilation stacks say of them. */
final class KnownNetworksTest {
    private static final Source BOTTLENECK = Source.of("""
            import dev.fovea.*;

            @Block
            class Bottleneck {
                @Conv(kernel = 1, out = Param.WIDTH, bias = false, norm = Norm.BATCH) Object reduce;
                @Dilated(kernel = 3, stride = Param.STRIDE, rate = Param.RATE, padding = Param.RATE, out = Param.WIDTH, bias = false, norm = Norm.BATCH) Object spatial;
                @Conv(kernel = 1, out = Param.OUT, bias = false, norm = Norm.BATCH) Object expand;
                @Residual(shortcut = Network.INPUT) Object sum;
            }
            """);

    /** A residual network of output stride 8, whose last two stages state the rates given. */
    private static String resNet(int blocks, String rates4, String rates5) {
        return """
                @Conv(kernel = 7, stride = 2, padding = 3, out = 64) Object conv1;
                @Pool(kernel = 3, stride = 2, padding = 1) Object pool1;
                @Use(block = Bottleneck.class, repeat = 3, width = 64, out = 256) Object layer1;
                @Use(block = Bottleneck.class, repeat = 4, width = 128, out = 512, stride = 2) Object layer2;
                @Use(block = Bottleneck.class, repeat = %d, width = 256, out = 1024, rate = {%s}) Object layer3;
                @Use(block = Bottleneck.class, repeat = 3, width = 512, out = 2048, rate = {%s}) Object layer4;
                """.formatted(blocks, rates4, rates5);
    }

    /** 3×3 layers of the rates given, one on the other. */
    private static String chain(int... rates) {
        return IntStream.range(0, rates.length)
                .mapToObj(i -> "@Dilated(kernel = 3, rate = %1$d, padding = %1$d, out = 64) Object d%2$d;%n"
                        .formatted(rates[i], i))
                .collect(Collectors.joining());
    }

    @Test
    void ducWithoutHybridRatesHasACommonDivisor() {
        assertDivided(resNet(23, "2", "4"));
    }

    @Test
    void dornsBackboneHasOneCommonDivisor() {
        assertDivided(resNet(23, "2", "4") + """
                @Dilated(kernel = 3, rate = 6, padding = 6, out = 512, from = "layer4") Object rate6;
                @Dilated(kernel = 3, rate = 12, padding = 12, out = 512, from = "layer4") Object rate12;
                @Dilated(kernel = 3, rate = 18, padding = 18, out = 512, from = "layer4") Object rate18;
                @Concat(from = {"rate6", "rate12", "rate18"}) Object all;
                """);
    }

    @Test
    void pspNetHasOneCommonDivisor() {
        assertDivided(resNet(6, "2", "4") + """
                @AdaptivePool(size = 6) Object pool;
                @Conv(kernel = 1, out = 512) Object reduce;
                @Upsample(to = "layer4", mode = UpsampleMode.LINEAR) Object spread;
                @Concat(from = {"layer4", "spread"}) Object all;
                @Conv(kernel = 3, padding = 1, out = 512) Object mix;
                """);
    }

    @Test
    void deepLabV3WithItsMultiGridAsStated() {
        assertDivided("""
                @Conv(kernel = 7, stride = 2, padding = 3, out = 64) Object conv1;
                @Pool(kernel = 3, stride = 2, padding = 1) Object pool1;
                @Use(block = Bottleneck.class, repeat = 3, width = 64, out = 256) Object layer1;
                @Use(block = Bottleneck.class, repeat = 4, width = 128, out = 512, stride = 2) Object layer2;
                @Use(block = Bottleneck.class, repeat = 6, width = 256, out = 1024, stride = 2) Object layer3;
                @Use(block = Bottleneck.class, repeat = 3, width = 512, out = 2048, rate = {2, 4, 8}) Object layer4;
                """);
    }

    @Test
    void csrNetHasOneCommonDivisor() {
        assertDivided("""
                @Conv(kernel = 3, padding = 1, out = 512) Object conv4_2;
                @Conv(kernel = 3, padding = 1, out = 512) Object conv4_3;
                """ + chain(2, 2, 2, 2, 2, 2) + "@Conv(kernel = 1, out = 1) Object density;");
    }

    @Test
    void denseAsppHasOneCommonDivisor() {
        StringBuilder layers = new StringBuilder("@Conv(kernel = 1, out = 512) Object features;\n");
        String joined = "features";
        for (int rate : new int[] {3, 6, 12, 18, 24}) {
            layers.append("""
                    @Conv(kernel = 1, out = 256, from = "%2$s") Object reduce%1$d;
                    @Dilated(kernel = 3, rate = %1$d, padding = %1$d, out = 64) Object rate%1$d;
                    @Concat(from = {"%2$s", "rate%1$d"}) Object joined%1$d;
                    """.formatted(rate, joined));
            joined = "joined" + rate;
        }
        assertDivided(layers.toString());
    }

    /** MobileNet-v3 with the strides of its last blocks turned into rates, before its light head. */
    @Test
    void lrAsppHasOneCommonDivisor() {
        String layers = "@Conv(kernel = 3, stride = 2, padding = 1, out = 16) Object stem;\n";
        for (int i = 0; i < 3; i++) {
            layers += """
                    @Conv(kernel = 1, out = 96) Object expand%1$d;
                    @Dilated(kernel = 5, rate = 2, padding = 4, groups = Groups.DEPTHWISE) Object depthwise%1$d;
                    @SqueezeExcite(squeeze = 24) Object gate%1$d;
                    @Conv(kernel = 1, out = 16) Object project%1$d;
                    """.formatted(i);
        }
        assertDivided(layers);
    }

    @Test
    void torchvisionsDeepLabV3IsSound() {
        assertSilent(resNet(6, "1, 2, 2, 2, 2, 2", "2, 4, 4"));
    }

    @Test
    void ducWithHybridRatesIsSound() {
        assertSilent(resNet(23, "1, 2, 5, 9, 1, 2, 5, 9, 1, 2, 5, 9, 1, 2, 5, 9, 1, 2, 5, 9, 1, 2, 5", "5, 9, 17"));
    }

    @Test
    void theContextModuleOfYuAndKoltunIsSound() {
        assertSilent(chain(1, 1, 2, 4, 8, 16, 1) + "@Conv(kernel = 1, out = 21) Object classes;");
    }

    /** Its centre is a cascade, every stage of which is added up. */
    @Test
    void dLinkNetIsSound() {
        assertSilent("""
                @Conv(kernel = 3, stride = 2, padding = 1, out = 64) Object encoder;
                """ + chain(1, 2, 4, 8) + """
                @Add(from = {"encoder", "d0", "d1", "d2", "d3"}) Object sum;
                @TransposedConv(kernel = 4, stride = 2, padding = 1, out = 32) Object decoder;
                """);
    }

    @Test
    void waveNetIsSound() {
        String run = "1, 2, 4, 8, 16, 32, 64, 128, 256, 512";
        Source gated = Source.of("""
                import dev.fovea.*;

                @Block
                @Network(input = @Input(axes = 1))
                class Gated {
                    @Dilated(kernel = 2, rate = Param.RATE, padding = Padding.CAUSAL, out = 32) Object filter;
                    @Dilated(kernel = 2, rate = Param.RATE, padding = Padding.CAUSAL, out = 32, from = Network.INPUT) Object gate;
                    @Multiply(from = {"filter", "gate"}) Object passed;
                    @Conv(kernel = 1, out = 32) Object mix;
                    @Residual(shortcut = Network.INPUT) Object sum;
                }
                """);
        NetworkReport report = assertFound(
                List.of(),
                "@Network(input = @Input(axes = 1, channels = 32))",
                "@Use(block = Gated.class, repeat = 20, rate = {%s, %s}) Object layers;".formatted(run, run),
                gated);
        assertEquals(1, report.stacks().size());
        assertEquals(2047, size(report));
    }

    @Test
    void aTemporalConvolutionalNetworkIsSound() {
        Source temporal = Source.of("""
                import dev.fovea.*;

                @Block
                @Network(input = @Input(axes = 1))
                class Temporal {
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Padding.CAUSAL, out = 25) Object conv1;
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Padding.CAUSAL, out = 25) Object conv2;
                    @Residual(shortcut = Network.INPUT) Object sum;
                }
                """);
        NetworkReport report = assertFound(
                List.of(),
                "@Network(input = @Input(axes = 1, channels = 1))",
                "@Use(block = Temporal.class, repeat = 8, rate = {1, 2, 4, 8, 16, 32, 64, 128}) Object levels;",
                temporal);
        assertEquals(1021, size(report));
    }

    @Test
    void theBranchesOfAtrousSpatialPyramidPoolingAreNoStack() {
        String pyramid = """
                @Conv(kernel = 3, padding = 1, out = 64) Object features;
                @Dilated(kernel = 3, rate = 6, padding = 6, out = 64, from = "features") Object rate6;
                @Dilated(kernel = 3, rate = 12, padding = 12, out = 64, from = "features") Object rate12;
                @Dilated(kernel = 3, rate = 18, padding = 18, out = 64, from = "features") Object rate18;
                @Concat(from = {"rate6", "rate12", "rate18"}) Object all;
                @Conv(kernel = 1, out = 64) Object project;
                """;
        assertSilent(resNet(6, "1, 2, 2, 2, 2, 2", "2, 4, 4") + pyramid);
        // No stack either way; straight on an image the pyramid passes over most of it.
        assertFound(List.of("UnreadPixels"), "@Network(input = @Input(channels = 3))", pyramid);
    }

    @Test
    void espNetsParallelRatesAreNoStack() {
        String module = """
                @Conv(kernel = 1, out = 16) Object reduce%1$d;
                @Dilated(kernel = 3, rate = 1, padding = 1, out = 16, from = "reduce%1$d") Object rate1_%1$d;
                @Dilated(kernel = 3, rate = 2, padding = 2, out = 16, from = "reduce%1$d") Object rate2_%1$d;
                @Dilated(kernel = 3, rate = 4, padding = 4, out = 16, from = "reduce%1$d") Object rate4_%1$d;
                @Dilated(kernel = 3, rate = 8, padding = 8, out = 16, from = "reduce%1$d") Object rate8_%1$d;
                @Add(from = {"rate2_%1$d", "rate4_%1$d"}) Object sum4_%1$d;
                @Add(from = {"sum4_%1$d", "rate8_%1$d"}) Object sum8_%1$d;
                @Concat(from = {"rate1_%1$d", "rate2_%1$d", "sum4_%1$d", "sum8_%1$d"}) Object joined%1$d;
                """;
        // Two modules straight on an image read a star of its pixels; no stack is at fault.
        assertFound(
                List.of("UnreadPixels"),
                "@Network(input = @Input(channels = 3))",
                module.formatted(1) + module.formatted(2));
    }

    /** Three branches of equal weights and different rates, each with its own head. */
    @Test
    void tridentNetsBranchesAreNoStack() {
        assertSilent("""
                @Conv(kernel = 3, padding = 1, out = 64) Object features;
                @Dilated(kernel = 3, rate = 1, padding = 1, out = 64, from = "features") Object small;
                @Dilated(kernel = 3, rate = 2, padding = 2, out = 64, from = "features") Object middle;
                @Dilated(kernel = 3, rate = 3, padding = 3, out = 64, from = "features") Object large;
                """);
    }

    /** Each layer of a pair filters one axis, plain layers between: rates 2, 4, 8, 16 never meet on one axis. */
    @Test
    void erfNetsAlternatingAxesAreNoStack() {
        StringBuilder layers = new StringBuilder();
        for (int rate : new int[] {2, 4, 8, 16}) {
            layers.append("""
                    @Conv(kernel = {3, 1}, padding = {1, 0}, out = 128) Object column%1$d;
                    @Conv(kernel = {1, 3}, padding = {0, 1}, out = 128) Object row%1$d;
                    @Dilated(kernel = {3, 1}, rate = {%1$d, 1}, padding = {%1$d, 0}, out = 128) Object wideColumn%1$d;
                    @Dilated(kernel = {1, 3}, rate = {1, %1$d}, padding = {0, %1$d}, out = 128) Object wideRow%1$d;
                    """.formatted(rate));
        }
        assertSilent(layers.toString());
    }

    @Test
    void eNetIsSound() {
        String layers = "@Conv(kernel = 3, stride = 2, padding = 1, out = 16) Object initial;\n";
        for (int rate : new int[] {2, 4, 8, 16}) {
            String between =
                    rate == 2 || rate == 8 ? "@Conv(kernel = 3, padding = 1, out = 32) Object plain%1$d;\n" : """
                    @Conv(kernel = {5, 1}, padding = {2, 0}, out = 32) Object column%1$d;
                    @Conv(kernel = {1, 5}, padding = {0, 2}, out = 32) Object row%1$d;
                    """;
            layers += (between + """
                    @Conv(kernel = 1, out = 32) Object reduce%1$d;
                    @Dilated(kernel = 3, rate = %1$d, padding = %1$d, out = 32) Object dilated%1$d;
                    @Conv(kernel = 1, out = 128) Object expand%1$d;
                    """).formatted(rate);
        }
        assertSilent(layers);
    }

    @Test
    void aStemDoesNotExcuseOneTwoNine() {
        String layers = "@Conv(kernel = 3, padding = 1, out = 64) Object stem;\n" + chain(1, 2, 9);
        assertFound(List.of("DilationGap"), "@Network(hdc = Hdc.STRICT)", layers);
        assertFound(List.of(), "@Network(hdc = Hdc.EXACT)", layers);
    }

    /** He et al. 2016: 256 channels through a 3×3 layer, and through a bottleneck of 64. */
    @Test
    void theBottleneckSavesWeights() {
        String input = "@Network(input = @Input(channels = 256, size = 56))";
        NetworkReport plain =
                assertFound(List.of(), input, "@Conv(kernel = 3, padding = 1, out = 256, bias = false) Object conv;");
        NetworkReport bottleneck = assertFound(List.of(), input, """
                @Conv(kernel = 1, out = 64, bias = false) Object reduce;
                @Conv(kernel = 3, padding = 1, out = 64, bias = false) Object spatial;
                @Conv(kernel = 1, out = 256, bias = false) Object expand;
                @Residual(shortcut = Network.INPUT) Object sum;
                """);
        assertEquals(589_824, plain.parameters().orElseThrow());
        assertEquals(69_632, bottleneck.parameters().orElseThrow());
        assertEquals(size(plain), size(bottleneck));
    }

    private static long size(NetworkReport report) {
        LayerReport last = report.layers().get(report.layers().size() - 1);
        return last.field().get(0).size().orElseThrow();
    }

    private static void assertDivided(String layers) {
        assertFound(List.of("DilationCommonDivisor"), "@Network(input = @Input(channels = 3))", layers, BOTTLENECK);
    }

    private static void assertSilent(String layers) {
        assertFound(List.of(), "@Network(input = @Input(channels = 3))", layers, BOTTLENECK);
    }

    /** Compiles a model of these layers and asserts the rules that fire, the compiler's own messages included. */
    private static NetworkReport assertFound(List<String> rules, String network, String layers, Source... blocks) {
        Source net = Source.of("import dev.fovea.*;\n\n" + network + "\nclass Net {\n" + layers + "\n}\n");
        Source[] sources = IntStream.rangeClosed(0, blocks.length)
                .mapToObj(i -> i == 0 ? net : blocks[i - 1])
                .toArray(Source[]::new);
        try (Compilation compilation = TestCompiler.JAVAC.compile(Setup.with(FoveaProcessor::new), sources)) {
            assertEquals(
                    rules,
                    compilation.diagnostics().stream().map(Found::rule).toList(),
                    () -> compilation.diagnostics().toString());
            return NetworkReport.fromJson(
                    compilation.resourceText("META-INF/fovea/Net.json").orElseThrow());
        }
    }
}
