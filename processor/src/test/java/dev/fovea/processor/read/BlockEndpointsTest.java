package dev.fovea.processor.read;

import static dev.fovea.processor.testing.Models.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Users of a block read its endpoints by name. */
final class BlockEndpointsTest {
    private static final String BLOCK = """
            import dev.fovea.*;

            @Block
            class Step {
                @Conv(kernel = 3, padding = 1, out = 8) Object wide;
                @Conv(kernel = 1, out = 2) @Endpoint("skip") Object side;
                @Conv(kernel = 3, padding = 1, out = 8, from = "wide") Object end;
            }

            @Block
            class Plain {
                @Conv(kernel = 1) @Endpoint("no-identifier") Object a;
            }

            @Block
            class Bare {
                @Use(block = Step.class) Object inner;
            }

            """;

    @Test
    void blockEndpointsAreReadPerRepetition() {
        Source source = Source.of(BLOCK + """
                @Network(input = @Input(channels = 4, size = 32))
                class Net {
                    @Conv(kernel = 1, out = 2) Object first;
                    @Use(block = Step.class, repeat = 3) Object steps;
                    @Add(from = {"first", "steps[*].skip"}) Object sum;
                    @Conv(kernel = 1, from = "steps.skip") Object last;
                    @Conv(kernel = 1, from = "steps[1].skip") Object middle;
                    @Concat(from = "steps[*].skip") Object all;
                    @Use(block = Step.class) Object once;
                    @Residual(from = "all", shortcut = "once.skip") Object joined;
                }
                """);
        try (Compilation compilation = TestCompiler.JAVAC.compile(Models.setup(), source)) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
            NetworkReport net = NetworkReport.fromJson(
                    compilation.resourceText("META-INF/fovea/Net.json").orElseThrow());
            List<String> skips = List.of("steps[0].side", "steps[1].side", "steps[2].side");
            assertEquals(skips, net.layer("all").from());
            assertEquals(
                    List.of("first", skips.get(0), skips.get(1), skips.get(2)),
                    net.layer("sum").from());
            assertEquals(List.of(skips.get(2)), net.layer("last").from());
            assertEquals(List.of(skips.get(1)), net.layer("middle").from());
            assertEquals(OptionalLong.of(3 + 4 * 2), size(net.layer("last")));
            assertEquals(OptionalLong.of(3 + 2 * 2), size(net.layer("middle")));
            assertEquals(OptionalLong.of(6), net.layer("all").shape().channels());
        }
    }

    private static OptionalLong size(LayerReport layer) {
        return layer.field().get(0).size();
    }

    @Test
    void nothingElseInsideCanBeNamed() {
        expect(BLOCK + """
                class Net {
                    @Use(block = Step.class, repeat = 2) Object steps;
                    @Conv(kernel = 1, from = "steps.wide") Object inner;
                    //                       ^ error UnknownLayer: inner reads steps.wide, but only endpoints of Step can be named: skip; annotate the layer meant with @Endpoint
                    @Conv(kernel = 1, from = "steps[2].skip") Object beyond;
                    //                       ^ error UnknownLayer: beyond reads steps[2].skip, but steps has 2 repetitions; they count from 0
                    @Conv(kernel = 1, from = "steps[*].skip") Object several;
                    //                       ^ error UnknownLayer: several reads steps[*].skip, but it takes one layer; name one repetition, or join them with @Add or @Concat first
                    @Use(block = Plain.class) Object plain;
                    @Conv(kernel = 1, from = "plain.no-identifier") Object odd;
                    //                       ^ error UnknownLayer: odd reads plain.no-identifier, but only an endpoint whose name is an identifier can be read; rename it in Plain
                    @Conv(kernel = 1, from = "plain.a") Object none;
                    //                       ^ error UnknownLayer: none reads plain.a, but Plain has no endpoint, and its other layers cannot be named; annotate the one meant with @Endpoint
                    @Use(block = Bare.class) Object bare;
                    @Conv(kernel = 1, from = "bare.skip") Object nested;
                    //                       ^ error UnknownLayer: nested reads bare.skip, but Bare has no endpoint
                    @Conv(kernel = 1, from = "later.skip") Object early;
                    //                       ^ error UnknownLayer: early reads later.skip, which is declared after it; declare later first
                    @Use(block = Step.class) Object later;
                    @Concat(from = "later[*].skip") Object alone;
                    //             ^ error InvalidAttribute: alone joins one layer only: the block of later[*].skip is not repeated
                    @Conv(kernel = 1, from = "alone.skip") Object noUse;
                    //                       ^ error UnknownLayer: noUse reads alone.skip, but there is no such layer before it
                    @Use(block = Step.class, repeat = 0) Object faulty;
                    //                                ^ error InvalidAttribute: repeat of faulty is 0
                    @Conv(kernel = 1, from = "faulty.skip") Object behind;
                }
                """);
    }

    @Test
    void shapesThatDifferAreShownAtTheEntry() {
        expect(BLOCK + """
                @Network(input = @Input(channels = 4, size = 32))
                class Net {
                    @Use(block = Step.class, repeat = 3) Object steps;
                    @Conv(kernel = 3, out = 2) Object odd;
                    @Add(from = {"steps[*].skip", "odd"}) Object sum;
                    //                            ^ error ShapeMismatch: inputs of sum differ in extent: steps[0].side is 2x32x32, odd is 2x30x30
                }
                """);
    }
}
