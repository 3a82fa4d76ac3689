package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A separable convolution is two layers, whose findings stand at the attributes that its author wrote. */
final class SeparableConvTest {
    @Test
    void aSeparableConvolutionIsADepthwiseAndAPointwiseLayer() {
        Source source = Source.of("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 4, size = 32))
                class Net {
                    @SeparableConv(kernel = 3, padding = 1, out = 8, multiplier = 2, bias = false, norm = Norm.BATCH, activation = Activation.RELU)
                    @Endpoint("C1") @Expect(size = 3, channels = 8)
                    Object plain;
                    @SeparableConv(kernel = 3, padding = 2, rate = 2, out = 4) Object dilated;
                    @SeparableConv(kernel = 3, padding = 3, rate = 3, out = 4) Object more;
                    @Add(from = {"dilated", "more"}) Object sum;
                }
                """);
        try (Compilation compilation = TestCompiler.JAVAC.compile(Models.setup("-Afovea.severity=all=off"), source)) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
            NetworkReport net = NetworkReport.fromJson(
                    compilation.resourceText("META-INF/fovea/Net.json").orElseThrow());
            assertEquals("Conv", net.layer("plain.depthwise").op());
            assertEquals(
                    OptionalLong.of(4 * 2 * 9), net.layer("plain.depthwise").parameters());
            assertEquals(
                    OptionalLong.of(8 * 8 + 16), net.layer("plain.pointwise").parameters());
            assertEquals("RELU", net.layer("plain.pointwise").attributes().get("activation"));
            assertEquals(null, net.layer("plain.depthwise").attributes().get("activation"));
            assertEquals("C1", net.layer("plain.pointwise").endpoint().orElseThrow());
            assertEquals(
                    List.of("dilated.depthwise", "more.depthwise"),
                    net.stacks().get(0).layers());
            assertEquals(
                    List.of("dilated.pointwise", "more.pointwise"),
                    net.layer("sum").from());
        }
    }

    @Test
    void findingsStandAtItsAttributes() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 4, size = 32))
                class Net {
                    @SeparableConv(kernel = 0) Object kernel;
                    //                      ^ error InvalidAttribute: kernel of kernel.depthwise is 0; it must be at least 1
                    @SeparableConv(kernel = 3, multiplier = 0) Object multiplier;
                    //                                      ^ error InvalidAttribute: multiplier of multiplier is 0
                    @SeparableConv(kernel = 3, out = -2) Object out;
                    //                               ^ error InvalidAttribute: out of out.pointwise is -2
                    @SeparableConv(kernel = 40, from = Network.INPUT) Object empty;
                    //                      ^ error EmptyOutput: empty.depthwise has no output: the input has extent 32, less than its window of 40 after padding
                    @SeparableConv(kernel = 3, from = "kernal") Object unknown;
                    //                                ^ error UnknownLayer: unknown reads kernal
                }

                class Rates {
                    @SeparableConv(kernel = 3, rate = 2, padding = 2) Object a;
                    //                                ^ error DilationCommonDivisor: rates 2, 2
                    @SeparableConv(kernel = 3, rate = 2, padding = 2) Object b;
                }
                """);
    }
}
