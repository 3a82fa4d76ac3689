package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.AxisField;
import dev.fovea.report.NetworkReport;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Figures beyond 64 bits are reported, not wrapped; those just below are exact. */
final class OverflowTest {
    @Test
    void fieldsThatOverflowAreRefused() {
        expect("""
                import dev.fovea.*;

                class Kernel {
                    @Conv(kernel = 1, stride = 1 << 24) Object a;
                    @Conv(kernel = 1, stride = 1 << 24) Object b;
                    @Conv(kernel = (1 << 15) + 1) @Expect(size = 1) Object c;
                //  ^ error InvalidAttribute: the receptive field of c exceeds what 64 bits hold; use smaller strides, rates or kernels
                    @Conv(kernel = 3) @Expect(size = 1) Object d;
                    @Dilated(kernel = 3, rate = 1) Object e;
                }

                class Dilation {
                    @Dilated(kernel = 1 << 24, rate = 1, stride = 1 << 24) Object a;
                    @Dilated(kernel = 1 << 24, rate = 1 << 24) Object b;
                //  ^ error InvalidAttribute: the receptive field of b exceeds what 64 bits hold
                    @Conv(kernel = 3) Object c;
                }

                class Padded {
                    @Conv(kernel = 1, stride = 1 << 24) Object a;
                    @Conv(kernel = 1, stride = 1 << 24) Object b;
                    @Conv(kernel = 1, padding = 1 << 14) @Expect(start = "-4611686018427387904") Object c;
                    @Conv(kernel = 1, padding = 1 << 14) Object d;
                //  ^ error InvalidAttribute: the receptive field of d exceeds what 64 bits hold
                    @Conv(kernel = 1) @Expect(start = "0") Object e;
                }
                """);
    }

    @Test
    void jumpsAndCostsThatOverflowAreUnknown() {
        expect("""
                import dev.fovea.*;

                class Jump {
                    @Conv(kernel = 1, stride = 1 << 24) Object a;
                    @Conv(kernel = 1, stride = 1 << 24) Object b;
                    @Conv(kernel = 1, stride = 1 << 15) Object c;
                //  ^ error InvalidAttribute: the figures of c exceed what 64 bits hold
                    @Conv(kernel = 1, stride = 1 << 24) @Expect(jump = "1") Object d;
                }

                @Network(input = @Input(channels = 1 << 24, size = 1 << 24))
                class Weights {
                    @Conv(kernel = 1 << 10, out = 1 << 24) @Expect(channels = 1) Object a;
                //  ^ error InvalidAttribute: the figures of a exceed what 64 bits hold
                    @Conv(kernel = 1, out = 4, groups = 2) Object b;
                }
                """);
    }

    /** Each network is within bounds; their sums are not. */
    @Test
    void sumsThatOverflowAreUnknown() {
        NetworkReport report = report("""
                import dev.fovea.*;

                @Network(input = @Input(channels = 1 << 22))
                class Net {
                    @Conv(kernel = 1 << 9, padding = 1 << 8, out = 1 << 22, bias = false) Object a;
                    @Conv(kernel = {1 << 9, 1 << 9}, padding = 1 << 8, out = 1 << 22, bias = false) Object b;
                }
                """);
        assertEquals(OptionalLong.of(1L << 62), report.layer("a").parameters());
        assertEquals(OptionalLong.empty(), report.parameters());
    }

    @Test
    void theLargestFieldIsExact() {
        NetworkReport report = report("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 1, stride = 1 << 24) Object a;
                    @Conv(kernel = 1, stride = 1 << 24) Object b;
                    @Conv(kernel = 1 << 15, padding = 1 << 14) Object c;
                }
                """);
        AxisField field = report.layer("c").field().get(0);
        assertEquals(OptionalLong.of(Long.MAX_VALUE - (1L << 48) + 2), field.size());
        assertEquals(-(1L << 62), field.start().orElseThrow().longValueExact());
        assertEquals(OptionalLong.of(1 << 15), field.covered());
    }

    private static NetworkReport report(String source) {
        try (Compilation compilation = TestCompiler.JAVAC.compile(Models.setup(), Source.of(source))) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
            return NetworkReport.fromJson(
                    compilation.resourceText("META-INF/fovea/Net.json").orElseThrow());
        }
    }
}
