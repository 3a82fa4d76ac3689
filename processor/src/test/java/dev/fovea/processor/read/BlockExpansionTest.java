package dev.fovea.processor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a used block becomes in the network. */
final class BlockExpansionTest {
    private static final Setup SETUP = Setup.with(FoveaProcessor::new);

    @ParameterizedTest
    @EnumSource
    void strideAndRateFollowTheRepetitions(TestCompiler compiler) {
        NetworkReport report = compile(compiler, SETUP, "net.Net", LibraryBlockTest.NET, LibraryBlockTest.LIBRARY);
        assertEquals(
                List.of(
                        "stem",
                        "stage[0].reduce",
                        "stage[0].apply",
                        "stage[0].last.widen",
                        "stage[0].last.gate",
                        "stage[0].add.projection",
                        "stage[0].add"),
                names(report).subList(0, 7));
        assertEquals("plain.add", names(report).get(names(report).size() - 1));
        assertEquals(
                List.of("2 1", "1 2", "1 3"),
                Stream.of(0, 1, 2).map(i -> strideAndRate(report, i)).toList());
        assertEquals(List.of(32L, 32L), sizes(report.layer("stage[2].add")));
        assertEquals("stage", report.layer("stage[2].add").endpoint().orElseThrow());
        // A stride ends a stack, so the first repetition is one by itself.
        assertEquals(
                List.of("stage[1].apply", "stage[2].apply"),
                report.stacks().get(1).layers());
        // Without a stated rate the layer of the last block is a plain convolution, which closes the stack.
        assertEquals("plain.apply", report.stacks().get(1).exit().orElseThrow());
    }

    @Test
    void anUnstatedRateMakesNoMember() {
        Source block = Source.of("""
                import dev.fovea.*;

                @Block
                class Spatial {
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE) Object conv;
                }
                """);
        String net = """
                import dev.fovea.*;

                class Net {
                    @Use(block = Spatial.class, repeat = 3%s) Object stack;
                    @Use(block = Spatial.class, repeat = 2, rate = {2, 3}) Object more;
                }
                """;
        NetworkReport unstated = compile(TestCompiler.JAVAC, SETUP, "Net", Source.of(net.formatted("")), block);
        assertEquals(
                List.of("more[0].conv", "more[1].conv"),
                unstated.stacks().get(0).layers());
        assertEquals("stack[2].conv", unstated.stacks().get(0).entry().orElseThrow());
        NetworkReport stated = compile(TestCompiler.JAVAC, SETUP, "Net", Source.of(net.formatted(", rate = 1")), block);
        assertEquals(5, stated.stacks().get(0).layers().size());
    }

    /** In the block's own report they are unknown; where it is used without them, too. */
    @Test
    void placeholdersWithoutAValueStayUnknown() {
        Source block = Source.of("""
                import dev.fovea.*;

                @Block
                class Split {
                    @Slice(begin = 0, end = Param.WIDTH) Object pass;
                    @Slice(begin = Param.WIDTH, end = Param.OUT, from = Network.INPUT) Object work;
                    @Conv(kernel = 3, padding = 1, out = Param.SQUEEZE, groups = Param.WIDTH) Object conv;
                    @ChannelShuffle(groups = Param.WIDTH) Object shuffle;
                    @SqueezeExcite(squeeze = Param.WIDTH) Object gate;
                    @Linear(out = Param.OUT) Object classes;
                }
                """);
        Source net = Source.of("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 8, size = 4))
                class Net {
                    @Use(block = Split.class, width = 4, out = 8, squeeze = 12) Object known;
                    @Use(block = Split.class, from = Network.INPUT) Object unknown;
                }
                """);
        NetworkReport report =
                compile(TestCompiler.JAVAC, SETUP.withOptions("-Afovea.severity=SmallField=off"), "Net", net, block);
        assertEquals(4, report.layer("known.work").shape().channels().orElseThrow());
        assertEquals(12 * 9 + 12, report.layer("known.conv").parameters().orElseThrow());
        assertEquals(8, report.layer("known.classes").shape().channels().orElseThrow());
        for (String layer : List.of("pass", "work", "conv", "shuffle", "gate", "classes")) {
            assertTrue(report.layer("unknown." + layer).shape().channels().isEmpty(), layer);
        }
        assertTrue(report.layer("unknown.classes").parameters().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void nestedBlocksMayExpandToTenThousandLayers(TestCompiler compiler) throws ReflectiveOperationException {
        Source net = Source.of("""
                package net;

                import dev.fovea.*;

                @Network(input = @Input(channels = 4, size = 16))
                public class Net {
                    @Use(block = Hundred.class, repeat = 100) Object all;
                }

                @Block
                class Hundred {
                    @Use(block = Ten.class, repeat = 10) Object tens;
                }

                @Block
                class Ten {
                    @Conv(kernel = 3, padding = 1, out = 4) @Expect(size = 3) Object conv;
                    @Conv(kernel = 1, out = 4) Object mix;
                    @Use(block = Four.class, repeat = 2) Object rest;
                }

                @Block
                class Four {
                    @Conv(kernel = 1, out = 4) Object a;
                    @Conv(kernel = 1, out = 4) Object b;
                    @Conv(kernel = 1, out = 4) Object c;
                    @Residual(shortcut = Network.INPUT) Object d;
                }
                """);
        Setup setup = SETUP.withOptions("-Afovea.severity=UnproductiveLayer=off");
        try (Compilation compilation = compiler.compile(setup, net)) {
            assertEquals(List.of(), compilation.diagnostics());
            Method report = compilation.loadClass("net.NetReceptiveField").getMethod("report");
            NetworkReport read = (NetworkReport) report.invoke(null);
            assertEquals(10_000, read.layers().size());
            assertEquals(
                    2001,
                    read.layer("all[99].tens[9].rest[1].d")
                            .field()
                            .get(0)
                            .size()
                            .orElseThrow());
        }
    }

    /** On one compiler only: it takes seconds. */
    @Test
    void moreThanAHundredThousandLayersAreOneFinding() {
        Source net = Source.of("""
                import dev.fovea.*;

                class Net {
                    @Use(block = Point.class, repeat = 100001) Object points;
                }

                @Block
                class Point {
                    @Conv(kernel = 1) Object conv;
                }
                """);
        try (Compilation compilation = TestCompiler.JAVAC.compile(SETUP, net)) {
            List<String> found =
                    compilation.diagnostics().stream().map(Found::toString).toList();
            assertEquals(
                    List.of("Net.java:4:40 error [InvalidAttribute] points expands the network beyond 100000 layers;"
                            + " use fewer repetitions"),
                    found);
        }
    }

    private static String strideAndRate(NetworkReport report, int repetition) {
        LayerReport layer = report.layer("stage[" + repetition + "].apply");
        return first(layer, "stride") + " " + first(layer, "rate");
    }

    private static Object first(LayerReport layer, String attribute) {
        return layer.attributes().get(attribute) instanceof List<?> list
                ? list.get(0)
                : layer.attributes().get(attribute);
    }

    private static List<Long> sizes(LayerReport layer) {
        return layer.shape().size().stream().map(size -> size.orElseThrow()).toList();
    }

    private static List<String> names(NetworkReport report) {
        return report.layers().stream().map(LayerReport::name).toList();
    }

    private static NetworkReport compile(TestCompiler compiler, Setup setup, String model, Source... sources) {
        return NetworkReport.fromJson(json(compiler, setup, model, sources));
    }

    private static String json(TestCompiler compiler, Setup setup, String model, Source... sources) {
        try (Compilation compilation = compiler.compile(setup, sources)) {
            assertEquals(List.of(), compilation.diagnostics());
            return compilation.resourceText("META-INF/fovea/" + model + ".json").orElseThrow();
        }
    }
}
