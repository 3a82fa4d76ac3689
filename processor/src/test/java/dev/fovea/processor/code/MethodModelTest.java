package dev.fovea.processor.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Check;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Severity;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.NetworkReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Methods that build a network, as models. */
final class MethodModelTest {
    private static final String IMPORTS = """
            package net;

            import ai.djl.ndarray.NDArrays;
            import ai.djl.ndarray.NDList;
            import ai.djl.ndarray.types.Shape;
            import ai.djl.nn.Activation;
            import ai.djl.nn.Block;
            import ai.djl.nn.Blocks;
            import ai.djl.nn.ParallelBlock;
            import ai.djl.nn.SequentialBlock;
            import ai.djl.nn.convolutional.Conv2d;
            import ai.djl.nn.norm.BatchNorm;
            import ai.djl.nn.pooling.Pool;
            import dev.fovea.Accept;
            import dev.fovea.Endpoint;
            import dev.fovea.Expect;
            import dev.fovea.Input;
            import dev.fovea.Network;
            import java.util.Arrays;

            """;

    private static final String DILATED = """
                static Conv2d dilated(int rate) {
                    return Conv2d.builder()
                            .setKernelShape(new Shape(3, 3))
                            .optPadding(new Shape(rate, rate))
                            .optDilation(new Shape(rate, rate))
                            .setFilters(8)
                            .build();
                }
            """;

    private static Setup setup(String... options) {
        return Setup.with(FoveaProcessor::new).withDjl().withOptions(options);
    }

    private static Source source(String members) {
        return Source.of(IMPORTS + "public class Nets {\n" + members + "}\n");
    }

    @Test
    void findingsStandAtTheExpressionAndAreAcceptedByLayer() {
        Check.expect(setup(), source("""
                    static Conv2d dilated(Shape rate) {
                        return Conv2d.builder()
                                .setKernelShape(new Shape(3, 3))
                                .optDilation(rate)
                //                           ^ javac error DilationCommonDivisor: rates 2, 2 of dilated[0], dilated[1]
                                .setFilters(8)
                                .build();
                    }

                    @Network
                    static Block helper() {
                        SequentialBlock net = new SequentialBlock();
                        for (int i = 0; i < 2; i++) {
                            net.add(dilated(new Shape(2, 2))).add(Activation::relu);
                        }
                        return net;
                    }

                    @Network
                    static Block again() {
                        return new SequentialBlock().add(dilated(new Shape(2, 2))).add(dilated(new Shape(2, 2)));
                    }

                    @Network
                    @Accept(value = "DilationCommonDivisor", reason = "as published", layer = "first")
                    Block accepted() {
                        Block first = dilated(new Shape(2, 2));
                        return new SequentialBlock().add(first).add(dilated(new Shape(4, 4)));
                    }

                    @Network(input = @Input(channels = 3, size = 8))
                    static Block shapes() {
                        Block body = Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(8).build();
                        return new ParallelBlock(
                                list -> new NDList(NDArrays.add(list.get(0).head(), list.get(1).head())),
                //                                             ^ javac error ShapeMismatch: inputs of add1 differ in extent
                                Arrays.asList(body, Blocks.identityBlock()));
                    }
                """));
    }

    @Test
    void annotationsOnTheMethodSpeakOfLayers() {
        Check.expect(setup(), source("""
                    @Network(input = @Input(channels = 3, size = 64))
                    @Endpoint(value = "C2", layer = "pool1")
                    @Endpoint(value = "C1", layer = "stem")
                    @Expect(size = 4, layer = "pool1")
                    @Expect(size = 5, channels = 16, layer = "stem")
                //                 ^ javac error ExpectationFailed
                //                               ^ javac error ExpectationFailed
                    @Endpoint(value = "C3", layer = "conv7")
                //                                  ^ javac error UnknownLayer: @Endpoint names the layer "conv7"
                    static Block net() {
                        Conv2d stem = Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(8).build();
                        return new SequentialBlock().add(stem).add(Pool.maxPool2dBlock(new Shape(2, 2)));
                    }
                """));
    }

    @Test
    void contextLatencyAndOffsetsArePinnedOnTheMethod() {
        Check.expect(setup(), source("""
                    @Network(input = @Input(channels = 3, size = 64))
                    @Expect(before = 0, after = 4, latency = 3, layer = "pool1")
                //                              ^ javac error ExpectationFailed: context after a tile of pool1 is 2, not the expected 4
                //                                           ^ javac error ExpectationFailed: latency of pool1 is 4, not the expected 3
                    static Block net() {
                        Conv2d stem = Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(8).build();
                        return new SequentialBlock().add(stem).add(Pool.maxPool2dBlock(new Shape(2, 2)));
                    }

                    @Network(input = @Input(channels = 3, size = 8))
                    @Expect(offset = "1", before = 1, after = 1, layer = "add1")
                //                   ^ javac error ExpectationFailed: offset of add1 is 0, not the expected 1
                    static Block shortcut() {
                        Block body = Conv2d.builder()
                                .setKernelShape(new Shape(3, 3))
                                .optPadding(new Shape(1, 1))
                                .setFilters(3)
                                .build();
                        return new ParallelBlock(
                                list -> new NDList(NDArrays.add(list.get(0).head(), list.get(1).head())),
                                Arrays.asList(body, Blocks.identityBlock()));
                    }
                """));
    }

    @Test
    void acceptancesAreJudgedOneByOne() {
        Check.expect(setup(), source("""
                    @Network
                    @Accept(value = {"OffCentre", "CoverageHole"}, reason = "none", layer = "conv1")
                //                   ^ javac note UnusedAcceptance
                //                                ^ javac note UnusedAcceptance
                    @Accept(value = "DilationGap", reason = "none")
                //                  ^ javac note UnusedAcceptance
                    static Block net() {
                        Conv2d stem = Conv2d.builder().setKernelShape(new Shape(2, 2)).setFilters(8).build();
                        return new SequentialBlock()
                                .add(stem)
                                .add(Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(8).build());
                    }
                """));
    }

    @Test
    void whatIsNoModelIsAConflict() {
        Check.expect(setup(), source("""
                    @Network
                    static Block of(int n) {
                //               ^ javac error LayerConflict: of takes parameters, whose values are not known
                        return Blocks.identityBlock();
                    }

                    @Network
                    static String text() {
                //                ^ javac error LayerConflict: text returns java.lang.String
                        return "";
                    }
                """));
    }

    @Test
    void whatCannotBeReadIsSaidOnceAndJudgesNothing() {
        Check.expect(
                setup(),
                source(
                        DILATED
                                + """
                    static int width = 8;

                    static Block stem() {
                        return Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(Integer.getInteger("w")).build();
                //                                                                                           ^ javac warning CodeNotRead
                    }

                    @Network
                    static Block net() {
                        return new SequentialBlock().add(stem()).add(stem()).add(dilated(2)).add(dilated(2));
                    }

                    @Network
                    static Block branch() {
                        return width > 4 ? dilated(2) : dilated(1);
                    }
                """.replace(
                                                "static int width = 8;\n",
                                                "static int width = 8;\n//             ^ javac warning CodeNotRead: width is a static field that may change\n")));
    }

    @Test
    void theGeneratedClassIsNamedAfterClassAndMethod() throws ReflectiveOperationException {
        try (Compilation compilation = TestCompiler.JAVAC.compile(setup(), source("""
                    static final class Inner {
                        @Network(input = @Input(channels = 3, size = 32))
                        static Block segNet() {
                            SequentialBlock net = new SequentialBlock();
                            Block stem = Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(8).build();
                            net.add(stem).add(BatchNorm.builder().build()).add(Activation::relu);
                            for (int i = 0; i < 2; i++) {
                                net.add(block());
                            }
                            return net.add(Pool.maxPool2dBlock(new Shape(2, 2)));
                        }

                        static Block block() {
                            return new SequentialBlock()
                                    .add(Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(8).build())
                                    .add(Conv2d.builder().setKernelShape(new Shape(1, 1)).setFilters(8).build());
                        }
                    }
                """))) {
            assertTrue(compilation.success(), compilation.diagnostics().toString());
            Class<?> type = compilation.loadClass("net.Nets_Inner_SegNetReceptiveField");
            var stem = type.getDeclaredField("STEM_SIZE");
            stem.setAccessible(true);
            assertEquals(3, stem.getInt(null));
            var inBlock = type.getDeclaredField("BLOCK_1_CONV1_SIZE");
            inBlock.setAccessible(true);
            assertEquals(7, inBlock.getInt(null));
            var report = type.getDeclaredMethod("report");
            report.setAccessible(true);
            NetworkReport read = (NetworkReport) report.invoke(null);
            assertEquals("net.Nets_Inner_SegNet", read.model());
            assertEquals(
                    List.of("stem", "block[0].conv1", "block[0].conv2", "block[1].conv1", "block[1].conv2", "pool1"),
                    read.layers().stream().map(layer -> layer.name()).toList());
            assertTrue(compilation
                    .resource("META-INF/fovea/net.Nets_Inner_SegNet.json")
                    .isPresent());
        }
    }

    @Test
    void aNameThatIsTakenIsAConflict() {
        Check.expect(setup(), source("""
                    @Network
                    static Block net() {
                        return Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(8).build();
                    }

                    static class Net {
                //         ^ javac error LayerConflict: the report class of Net cannot be generated
                        @dev.fovea.Conv(kernel = 3) Object c;
                    }
                """));
    }

    @Test
    void theCompilersOwnWarningsStayTheSame() {
        Source source = source("""
                    @Deprecated static void old() {}

                    @Network
                    static Block net() {
                        java.util.List raw = new java.util.ArrayList();
                        raw.add("x");
                        int unused = (int) 3;
                        return Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(8).build();
                    }
                """);
        assertEquals(
                warnings(setup("-Xlint:all,-processing"), source),
                warnings(Setup.withoutProcessor().withDjl().withOptions("-Xlint:all,-processing"), source));
    }

    private static List<String> warnings(Setup setup, Source source) {
        try (Compilation compilation = TestCompiler.JAVAC.compile(setup, source)) {
            return compilation.diagnostics().stream()
                    .filter(one -> one.severity() == Severity.WARNING)
                    .map(Found::toString)
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void halfTypedCodeHasTheCompilersErrorsOnly(TestCompiler compiler) {
        for (String body : List.of(
                "return new SequentialBlock().add(missing());",
                "return Conv2d.builder().setKernelShape(new Shape(3, )).build();",
                "return new SequentialBlock().add(",
                "return Conv2d.builder().nothing(3).build();",
                "int x = \"\"; return new Missing();",
                "")) {
            Source source = source("@Network static Block net() { " + body + " }\n");
            try (Compilation with = compiler.compile(setup(), source);
                    Compilation without =
                            compiler.compile(Setup.withoutProcessor().withDjl(), source)) {
                assertEquals(errors(without), errors(with), body);
            }
        }
    }

    private static List<String> errors(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .map(Found::toString)
                .toList();
    }

    @Test
    void eclipsesCompilerHasANote() {
        try (Compilation compilation = TestCompiler.ECJ.compile(setup(), source(DILATED + """
                    @Network
                    static Block net() {
                        return dilated(1);
                    }
                """))) {
            assertTrue(compilation.success(), compilation.diagnostics().toString());
            List<Found> notes = compilation.diagnostics().stream()
                    .filter(one -> one.severity() == Severity.NOTE)
                    .toList();
            assertEquals(1, notes.size());
            assertTrue(notes.get(0).message().startsWith("the model net is code, which only javac lets Fovea read"));
        }
    }
}
