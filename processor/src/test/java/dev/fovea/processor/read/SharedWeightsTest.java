package dev.fovea.processor.read;

import static dev.fovea.processor.testing.Models.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.NetworkReport;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Layers that take the weights of others. */
final class SharedWeightsTest {
    @Test
    void parametersCountOnce() {
        Source source = Source.of("""
                import dev.fovea.*;

                @Block
                class Head {
                    @Conv(kernel = 3, padding = 1, out = 4) Object first;
                    @SeparableConv(kernel = 3, padding = 1, out = 2, shared = "") Object second;
                }

                @Network(input = @Input(channels = 4, size = 32))
                class Net {
                    @Conv(kernel = 3, stride = 2, padding = 1, out = 4) Object p3;
                    @Conv(kernel = 3, stride = 2, padding = 1, out = 4, shared = "p3") Object p4;
                    @Use(block = Head.class, from = "p3") Object head3;
                    @Use(block = Head.class, from = "p4", shared = "head3") Object head4;
                    @SeparableConv(kernel = 5, padding = 2, out = 4) Object one;
                    @Conv(kernel = 1, out = 2) Object two;
                    @SeparableConv(kernel = 5, padding = 2, out = 4, shared = "one") Object three;
                }
                """);
        try (Compilation compilation = TestCompiler.JAVAC.compile(Models.setup(), source)) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
            NetworkReport net = NetworkReport.fromJson(
                    compilation.resourceText("META-INF/fovea/Net.json").orElseThrow());
            long conv = 4 * 4 * 9 + 4;
            long head = conv + 4 * 9 + 4 + 4 * 2 + 2;
            long separable = 2 * 25 + 2 + 2 * 4 + 4;
            assertEquals(OptionalLong.of(conv), net.layer("p3").parameters());
            assertEquals(OptionalLong.of(0), net.layer("p4").parameters());
            assertEquals(
                    "head3.second.pointwise",
                    net.layer("head4.second.pointwise").attributes().get("shared"));
            assertEquals(
                    OptionalLong.of(4 * 4 * 9 * 64), net.layer("head4.first").macs());
            assertEquals(OptionalLong.of(conv + head + separable + 4 * 2 + 2), net.parameters());
        }
    }

    @Test
    void whatDecidesTheWeightsIsEqual() {
        expect("""
                import dev.fovea.*;

                @Block
                class Head {
                    @Conv(kernel = 3, out = 4) Object first;
                }

                @Network(input = @Input(channels = 4, size = 32))
                class Net {
                    @Conv(kernel = 3, out = 4) Object a;
                    @Conv(kernel = 3, out = 8, shared = "a") Object out;
                    //                                  ^ error LayerConflict: out shares the weights of a, but out differs: 8 and 4; make them equal
                    @Conv(kernel = 3, out = 4, shared = "a") Object channels;
                    //                                  ^ error ShapeMismatch: channels shares the weights of a, but the input of channels has 8 channels, that of a has 4
                    @Conv(kernel = 3, out = 4, shared = "b") Object unknown;
                    //                                  ^ error UnknownLayer: unknown shares the weights of b, but there is no such layer before it; the nearest name is a
                    @Conv(kernel = 3, out = 4, shared = "self") Object self;
                    //                                  ^ error UnknownLayer: self shares its own weights; name a layer declared before it
                    @Dilated(kernel = 3, rate = 1, out = 4, shared = "a") Object operation;
                    //                                               ^ error LayerConflict: operation shares the weights of a, but one is a @Dilated, the other a @Conv; share the weights of an equal layer
                    @Pool(kernel = 2) Object pool;
                    @Conv(kernel = 3, out = 4, shared = "pool") Object none;
                    //                                  ^ error UnknownLayer: none shares the weights of pool, which has none to share
                    @Use(block = Head.class) Object head;
                    @Conv(kernel = 1, out = 2) Object thin;
                    @Use(block = Head.class, shared = "head") Object other;
                    //                                ^ error ShapeMismatch: other shares the weights of head, but the input of other.first has 2 channels, that of head.first has 4
                    @Linear(out = 2, from = "a") Object large;
                    @Linear(out = 2, from = "pool", shared = "large") Object small;
                    //                                       ^ error ShapeMismatch: small shares the weights of large, but small has 802 parameters, large has 7202: their inputs differ in extent
                }
                """);
    }
}
