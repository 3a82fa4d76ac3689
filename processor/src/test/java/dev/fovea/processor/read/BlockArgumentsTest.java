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
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The entries of {@code args} in place of a block's placeholders. */
final class BlockArgumentsTest {
    @Test
    void eachEntryReplacesItsPlaceholder() {
        Source source = Source.of("""
                import dev.fovea.*;

                @Block
                class Branches {
                    @Conv(kernel = 1, out = Param.ARG0, from = Network.INPUT) Object narrow;
                    @Conv(kernel = Param.ARG2, padding = Param.ARG3, out = Param.ARG1, from = Network.INPUT) Object wide;
                    @Concat(from = {"narrow", "wide"}) Object joined;
                }

                @Block
                class Outer {
                    @Use(block = Branches.class, args = {Param.ARG1, 8, Param.KERNEL, Padding.SAME}) Object inner;
                    @Slice(begin = Param.ARG0, end = Param.ARG1) Object slice;
                }

                @Network(input = @Input(channels = 3, size = 32))
                class Net {
                    @Use(block = Branches.class, args = {16, 32, 5, 2}) Object first;
                    @Use(block = Outer.class, kernel = 7, args = {0, 4}) Object second;
                }
                """);
        try (Compilation compilation = TestCompiler.JAVAC.compile(Models.setup(), source)) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
            NetworkReport net = report(compilation, "Net");
            assertEquals(OptionalLong.of(48), net.layer("first.joined").shape().channels());
            assertEquals(
                    OptionalLong.of(3 * 32 * 25 + 32), net.layer("first.wide").parameters());
            assertEquals(
                    OptionalLong.of(12),
                    net.layer("second.inner.joined").shape().channels());
            assertEquals(OptionalLong.of(4), net.layer("second.slice").shape().channels());
            assertEquals(
                    OptionalLong.of(5 + 7 - 1),
                    net.layer("second.inner.wide").field().get(0).size());
            LayerReport alone = report(compilation, "Branches").layer("wide");
            assertEquals(OptionalLong.empty(), alone.field().get(0).size());
            assertEquals(
                    OptionalLong.of(1),
                    report(compilation, "Branches")
                            .layer("narrow")
                            .field()
                            .get(0)
                            .size());
        }
    }

    private static NetworkReport report(Compilation compilation, String model) {
        return NetworkReport.fromJson(
                compilation.resourceText("META-INF/fovea/" + model + ".json").orElseThrow());
    }

    @Test
    void argumentsThatAreMissingAreNamed() {
        expect("""
                import dev.fovea.*;

                @Block
                class Pair {
                    @Conv(kernel = 1, out = Param.ARG0) Object first;
                    @Conv(kernel = {Param.ARG1, 3}, out = 4) Object second;
                }

                class Net {
                    @Use(block = Pair.class, args = 16) Object one;
                    //                              ^ error InvalidAttribute: args of one has 1 entry, but second of Pair takes Param.ARG1; state one for each placeholder from ARG0 on
                    @Use(block = Pair.class) Object none;
                  //^ error InvalidAttribute: args of none has 0 entries, but first of Pair takes Param.ARG0
                    @Conv(kernel = Param.ARG3) Object outside;
                    //                  ^ javac error BlockCycle: kernel of outside is a placeholder of Param, but its class is not a @Block
                    //    ^ ecj error BlockCycle: kernel of outside is a placeholder of Param, but its class is not a @Block
                }
                """);
    }

    @Test
    void faultsPointAtTheEntry() {
        expect("""
                import dev.fovea.*;

                @Block
                class Pair {
                    @Conv(kernel = 1, out = Param.ARG0) Object first;
                    @Conv(kernel = 3, stride = Param.ARG1, groups = Param.ARG2, out = 4) Object second;
                }

                class Net {
                    @Use(block = Pair.class, args = {16, 0, 1}) Object stride;
                    //                                   ^ error InvalidAttribute: stride of stride.second is 0; it must be at least 1
                    @Use(block = Pair.class, args = {16, 1, 3}) Object groups;
                    //                                      ^ error ShapeMismatch: groups = 3 of groups.second does not divide the 16 channels of its input groups.first
                    @Use(block = Pair.class, args = {-16, 1, 1}) Object negative;
                    //                               ^ error InvalidAttribute: args of negative is -16; it must be at least 0
                }
                """);
    }

    @Test
    void repairsAreTypedAsEntries() {
        expect("""
                import dev.fovea.*;

                @Block
                class Spatial {
                    @Dilated(kernel = 3, rate = Param.ARG1, padding = Param.ARG1, out = Param.ARG0) Object conv;
                }

                class Net {
                    @Use(block = Spatial.class, args = {64, 2}) Object a;
                    //                                      ^ error DilationCommonDivisor: gridding: rates 2, 2, 2 of a.conv, b.conv, c.conv are all multiples of 2, so a unit reads 7x7 of its 13x13 field; write args = {64, 1} at a and args = {64, 3} at c (same field) | 7 of 13 positions per axis (6 lost, the first at offset 1)
                    @Use(block = Spatial.class, args = {64, 2}) Object b;
                    @Use(block = Spatial.class, args = {64, 2}) Object c;
                }
                """);
    }
}
