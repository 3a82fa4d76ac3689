package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.expectMessages;
import static dev.fovea.processor.testing.Models.setup;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.processor.testing.Adjustments;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.processor.testing.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules that are off unless asked for. */
final class OptionalRulesTest {
    private static final String SAWTOOTH = "-Afovea.severity=NoSawtooth=note";
    private static final String KERNEL = "-Afovea.severity=LargeKernel=note";
    private static final String LOW = "-Afovea.severity=LowOverlap=note";
    private static final String REDUNDANT = "-Afovea.severity=RedundantOverlap=note";

    @Test
    void ratesThatNeverFallBackAreFoundOnDemand() {
        expect(SAWTOOTH, """
                import dev.fovea.*;

                class Doubling {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = 4) Object c;
                    @Dilated(kernel = 3, rate = 8) Object d;
                    //                          ^ note NoSawtooth: rates 1, 2, 4, 8 of a to d (4 layers) only rise, so the last layers compare distant places and small objects lose detail
                }

                class OneAxis {
                    @Dilated(kernel = 3, rate = {1, 1}) Object a;
                    @Dilated(kernel = 3, rate = {1, 2}) Object b;
                    @Dilated(kernel = 3, rate = {1, 2}) Object c;
                    @Dilated(kernel = 3, rate = {1, 4}) Object d;
                    //                              ^ note NoSawtooth: rates 1, 2, 2, 4 of a to d (4 layers) only rise in width, so the last layers compare distant places and small objects lose detail
                }

                class Sawtooth {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = 1) Object c;
                    @Dilated(kernel = 3, rate = 2) Object d;
                }

                class Three {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = 4) Object c;
                }

                class Flat {
                    @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 1) Object b;
                    @Dilated(kernel = 3, rate = 1) Object c;
                    @Dilated(kernel = 3, rate = 1) Object d;
                }
                """);
    }

    @Test
    void largeKernelsAreFoundOnDemand() {
        expect(KERNEL, """
                import dev.fovea.*;

                @Network(input = @Input(channels = 32))
                class Net {
                    @Conv(kernel = 5, out = 32) Object five;
                    //             ^ note LargeKernel: five (5x5) needs 25632 parameters where 2 layers of 3x3 have the same field with 18496 and more non-linearities; stack those
                    @Conv(kernel = 7, stride = 2, out = 32) Object seven;
                    //             ^ note LargeKernel: 3 layers of 3x3 have the same field with 27744 and more non-linearities; stack those, the last one with the stride
                    @Conv(kernel = 3, out = 32) Object three;
                    @Conv(kernel = 6, out = 32) Object even;
                    @Conv(kernel = {1, 7}, out = 32) Object row;
                    @Conv(kernel = {5, 3}, out = 32) Object mixed;
                    @Conv(kernel = 5, out = 32, groups = Groups.DEPTHWISE) Object depthwise;
                    @Conv(kernel = 5, out = 32, groups = 2) Object grouped;
                    @Conv(kernel = 5, out = 400) Object widening;
                    @Conv(kernel = 5) Object unknown;
                }

                @Network(input = @Input(axes = 1, channels = 32))
                class Sequence {
                    @Conv(kernel = 5, out = 32) Object five;
                }

                @Network(input = @Input(axes = 3, channels = 32))
                class Volume {
                    @Conv(kernel = {1, 5, 5}, out = 32) Object five;
                    //                 ^ note LargeKernel: 2 layers of 1x3x3 have
                }
                """);
    }

    @Test
    void littleOverlapIsFoundOnDemand() {
        expect(LOW, """
                import dev.fovea.*;

                class Patches {
                    @Conv(kernel = 16, stride = 16) Object patches;
                    //                          ^ note LowOverlap: neighbouring fields of patches (16x16, stride 16) overlap by only 0.0 %, so detail finer than its stride is aliased
                    @Conv(kernel = 1) Object mix;
                    @Pool(kernel = 2) Object pool;
                    @Conv(kernel = 1) Object last;
                }

                class ByAxis {
                    @Conv(kernel = {11, 3}, stride = {10, 1}) Object a;
                    //                                ^ note LowOverlap: neighbouring fields of a (11x3, stride 10x1) overlap by only 9.1 % in height, so detail finer than its stride is aliased
                    @Conv(kernel = 1) Object last;
                }

                class ATenth {
                    @Conv(kernel = 10, stride = 9) Object a;
                    @Conv(kernel = 1) Object last;
                }

                class TheLastLayer {
                    @Conv(kernel = 1) Object first;
                    @Conv(kernel = 2, stride = 2) Object last;
                }
                """);
    }

    @Test
    void muchOverlapIsFoundOnDemand() {
        String marker =
                "    // <- note RedundantOverlap: neighbours share more than 98 % of what they see through 5 stride-1 layers, c24 to c28 (98.3 % at the end)\n";
        expect(REDUNDANT, chain("Long", 29, marker));
        expect(REDUNDANT, chain("Short", 28, "") + """

                class AfterAStride {
                    @Conv(kernel = 401, padding = 200) Object wide;
                    @Conv(kernel = 3, padding = 1) Object a;
                    @Conv(kernel = 3, padding = 1) Object b;
                    @Pool(kernel = 2) Object pool;
                    @Conv(kernel = 3, padding = 1) Object c;
                    @Conv(kernel = 3, padding = 1) Object d;
                }
                """);
    }

    /** Stride-1 layers c0, c1, …; the field of layer i is 2i + 3, above 50 from c24 on. */
    private static String chain(String name, int length, String marker) {
        return IntStream.range(0, length)
                .mapToObj(i -> "    @Conv(kernel = 3, padding = 1) Object c%d;\n%s".formatted(i, i == 24 ? marker : ""))
                .collect(Collectors.joining("", "import dev.fovea.*;\n\nclass %s {\n".formatted(name), "}\n"));
    }

    @Test
    void optionalRulesPrintTheirWholeMessages() {
        expectMessages(
                setup(SAWTOOTH),
                Models.stack(3, 1, 2, 3, 4),
                "[NoSawtooth] rates 1, 2, 3, 4 of d1 to d4 only rise, so the last layers compare distant places and small objects lose detail; repeat a rising group, as in 1, 2, 5, 1, 2, 5");
        expectMessages(
                setup(LOW),
                Models.model("    @Pool(kernel = 2) Object a;\n", "    @Conv(kernel = 3) Object b;\n"),
                "[LowOverlap] neighbouring fields of a (2x2, stride 2) overlap by only 0.0 %, so detail finer than its stride is aliased; use a larger kernel, a smaller stride, or blur before it");
    }

    /** The page on the published networks lists, in a table of their own, what these rules find on them. */
    @Test
    void optionalRulesHaveTheseFindingsOnTheZoo() throws IOException {
        Set<String> rules = Set.of("NoSawtooth", "RedundantOverlap", "LowOverlap", "LargeKernel");
        String option =
                rules.stream().map(rule -> rule + "=note").collect(Collectors.joining(",", "-Afovea.severity=", ""));
        try (Compilation compilation =
                TestCompiler.JAVAC.compile(setup(option), Zoo.sources().toArray(Source[]::new))) {
            assertEquals(
                    compilation.diagnostics().stream()
                            .filter(found -> rules.contains(found.rule()))
                            .map(OptionalRulesTest::row)
                            .toList(),
                    Files.readAllLines(Path.of("..", "docs", "zoo-findings.md")).stream()
                            .filter(line -> line.contains(" | off | "))
                            .toList());
        }
    }

    private static String row(Found found) {
        String file = found.place().file();
        return "| %s | %s | off | %s |"
                .formatted(
                        file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.')),
                        found.rule(),
                        found.firstLine().split(";")[0].substring(found.rule().length() + 3));
    }

    @Test
    void optionalRulesAreOffByDefault() {
        expect(Models.stack(3, 1, 2, 3, 4));
        expect(chain("Long", 40, ""));
    }

    @Test
    void optionalRulesCanBeLoweredAndAccepted() {
        Adjustments.check("NoSawtooth", """
                /*class*/ class Net {
                    /*layer*/ @Dilated(kernel = 3, rate = 1) Object a;
                    @Dilated(kernel = 3, rate = 2) Object b;
                    @Dilated(kernel = 3, rate = 3) Object c;
                    @Dilated(kernel = 3, rate = 4) Object d;
                    //                          ^ SEVERITY NoSawtooth
                }
                """, """
                @Block class Unit {
                    @Dilated(kernel = 3, rate = Param.RATE) Object d;
                }

                /*class*/ class Net {
                    /*layer*/ @Use(block = Unit.class, repeat = 4, rate = {1, 2, 3, 4}) Object use;
                    //                                                    ^ SEVERITY NoSawtooth
                }
                """);
        Adjustments.check("LargeKernel", """
                @Network(input = @Input(channels = 32))
                /*class*/ class Net {
                    /*layer*/ @Conv(kernel = 5, out = 32) Object five;
                    //                       ^ SEVERITY LargeKernel
                }
                """, """
                @Block class Unit {
                    @Conv(kernel = Param.KERNEL, out = 32) Object conv;
                }

                @Network(input = @Input(channels = 32))
                /*class*/ class Net {
                    /*layer*/ @Use(block = Unit.class, kernel = 5) Object use;
                    //                                          ^ SEVERITY LargeKernel
                }
                """);
        Adjustments.check("LowOverlap", """
                /*class*/ class Net {
                    /*layer*/ @Conv(kernel = 2, stride = 2) Object a;
                    //                                   ^ SEVERITY LowOverlap
                    @Conv(kernel = 3) Object b;
                }
                """, """
                @Block class Unit {
                    @Conv(kernel = 2, stride = Param.STRIDE) Object conv;
                }

                /*class*/ class Net {
                    /*layer*/ @Use(block = Unit.class, stride = 2) Object use;
                    //                                          ^ SEVERITY LowOverlap
                    @Conv(kernel = 3) Object b;
                }
                """);
        Adjustments.check("RedundantOverlap", """
                /*class*/ class Net {
                    /*layer*/ @Conv(kernel = 101) Object wide;
                    //        ^ SEVERITY RedundantOverlap
                    @Conv(kernel = 3) Object a;
                    @Conv(kernel = 3) Object b;
                    @Conv(kernel = 3) Object c;
                    @Conv(kernel = 3) Object d;
                }
                """, """
                @Block class Unit {
                    @Conv(kernel = 51) Object conv;
                }

                /*class*/ class Net {
                    /*layer*/ @Use(block = Unit.class, repeat = 5) Object use;
                    //        ^ SEVERITY RedundantOverlap
                }
                """);
    }
}
