package dev.fovea.processor.rule;

import static dev.fovea.processor.testing.Models.dilated;
import static dev.fovea.processor.testing.Models.expectMessages;
import static dev.fovea.processor.testing.Models.model;
import static dev.fovea.processor.testing.Models.plain;
import static dev.fovea.processor.testing.Models.stack;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.Coverage;
import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages of the rules on dilation stacks, whole. */
final class StackMessagesTest {
    @Test
    void aCommonDivisorIsExplained() {
        expectMessages(stack(3, 2, 2, 2), """
                [DilationCommonDivisor] gridding: rates 2, 2, 2 of d1 to d3 are all multiples of 2, so a unit reads 7x7 of its 13x13 field; use rates 1, 2, 3 (same field)
                  the stack is 4 interleaved networks that share no position of its input
                  on the stack's own grid it reads 7 of 13 positions per axis (6 lost, the first at offset 1)
                  rates 2, 2, 2 with K = 3: M = 2, 2, 2, M2 = 2 <= K
                  read on its own grid: #.#.#.#.#.#.#
                """);
        expectMessages(stack(3, 2, 4, 6), """
                [DilationCommonDivisor] gridding: rates 2, 4, 6 of d1 to d3 are all multiples of 2, so a unit reads 13x13 of its 25x25 field; use rates 1, 3, 8 (same field)
                  the stack is 4 interleaved networks that share no position of its input
                  on the stack's own grid it reads 13 of 25 positions per axis (12 lost, the first at offset 1)
                  rates 2, 4, 6 with K = 3: M = 2, 4, 6, M2 = 4 > K
                  read on its own grid: #.#.#.#.#.#.#.#.#.#.#.#.#
                """);
        expectMessages(stack(3, 2, 4, 8), """
                [DilationCommonDivisor] gridding: rates 2, 4, 8 of d1 to d3 are all multiples of 2, so a unit reads 15x15 of its 29x29 field; use rates 1, 3, 9 (field 27 instead of 29)
                  the stack is 4 interleaved networks that share no position of its input
                  on the stack's own grid it reads 15 of 29 positions per axis (14 lost, the first at offset 1)
                  rates 2, 4, 8 with K = 3: M = 2, 4, 8, M2 = 4 > K
                  read on its own grid: #.#.#.#.#.#.#.#.#.#.#.#.#.#.#
                """);
    }

    @Test
    void aGapIsExplained() {
        expectMessages(stack(3, 1, 2, 9), """
                [DilationGap] gridding: rates 1, 2, 9 of d1 to d3 rise too fast for kernel 3, so a unit reads 21x21 of its 25x25 field; use rates 1, 3, 8 (same field)
                  on the stack's own grid it reads 21 of 25 positions per axis (4 lost, the first at offset 7)
                  rates 1, 2, 9 with K = 3: M = 3, 5, 9, M2 = 5 > K
                  read on its own grid: #######..#######..#######
                """);
        expectMessages(stack(3, 1, 4, 1), """
                [DilationGap] rates 1, 4, 1 of d1 to d3 rise too fast for kernel 3 (1, 4), though a unit reads all of its 13x13 field; use rates 1, 3, 2 (same field), or state hdc = Hdc.EXACT, which judges by what is read
                  on the stack's own grid it reads all 13 positions per axis
                  rates 1, 4 with K = 3: M = 2, 4, M2 = 4 > K
                  read on its own grid: #############
                """);
    }

    @Test
    void aHoleIsExplained() {
        expectMessages(stack(3, 2, 3), """
                [CoverageHole] gridding: rates 2, 3 of d1, d2 leave gaps, so a unit reads 9x9 of its 11x11 field; use rates 1, 3 (field 9 instead of 11)
                  on the stack's own grid it reads 9 of 11 positions per axis (2 lost, the first at offset 1)
                  rates 2, 3 with K = 3: M = 2, 3, M2 = 3 <= K
                  read on its own grid: #.#######.#
                """);
        expectMessages(stack(3, 9, 2, 1), """
                [CoverageHole] gridding: rates 9, 2, 1 of d1 to d3 leave gaps, so a unit reads 21x21 of its 25x25 field; use rates 8, 3, 1 (same field)
                  on the stack's own grid it reads 21 of 25 positions per axis (4 lost, the first at offset 7)
                  rates 9, 2, 1 with K = 3: M = 15, 3, 1, M2 = 3 <= K
                  read on its own grid: #######..#######..#######
                """);
        expectMessages(stack(2, 1, 1, 4), """
                [CoverageHole] gridding: rates 1, 1, 4 of d1 to d3 leave gaps, so a unit reads 6x6 of its 7x7 field; use rates 1, 2, 3 (same field)
                  on the stack's own grid it reads 6 of 7 positions per axis (1 lost, the first at offset 3)
                  rates 1, 1, 4 with K = 2: M = 1, 2, 4, M2 = 2 <= K
                  read on its own grid: ###.###
                """);
    }

    /** ResNet-50 with multi-grid (1, 2, 4) in its last stage, as DeepLab-v3 has it. */
    @ParameterizedTest
    @CsvSource({
        "stride = 2, '2, 4, 8', '15 of 29 positions per axis (14 lost'",
        "rate = 2, '4, 8, 16', '41 of 81 positions per axis (40 lost'"
    })
    void tellsTheStacksGridFromTheImage(String stage3, String rates4, String ownGrid) {
        String source = """
                import dev.fovea.*;

                @Block
                class Bottleneck {
                    @Conv(kernel = 1, out = Param.WIDTH) Object reduce;
                    @Dilated(kernel = 3, stride = Param.STRIDE, rate = Param.RATE, padding = Param.RATE, out = Param.WIDTH) Object spatial;
                    @Conv(kernel = 1, out = Param.OUT) Object expand;
                    @Residual(shortcut = Network.INPUT) Object sum;
                }

                class Net {
                    @Conv(kernel = 7, stride = 2, padding = 3, out = 64) Object conv1;
                    @Pool(kernel = 3, stride = 2, padding = 1) Object pool1;
                    @Use(block = Bottleneck.class, repeat = 3, width = 64, out = 256) Object layer1;
                    @Use(block = Bottleneck.class, repeat = 4, width = 128, out = 512, stride = 2) Object layer2;
                    @Use(block = Bottleneck.class, repeat = 6, width = 256, out = 1024, STAGE3) Object layer3;
                    @Use(block = Bottleneck.class, repeat = 3, width = 512, out = 2048, rate = {RATES4}) Object layer4;
                }
                """.replace("STAGE3", stage3).replace("RATES4", rates4);
        try (Compilation compilation = TestCompiler.JAVAC.compile(Setup.with(FoveaProcessor::new), Source.of(source))) {
            Found found = compilation.diagnostics().get(0);
            assertTrue(found.message().contains(ownGrid), found.message());
            assertTrue(
                    found.message().contains("in the image it loses no pixel, since what it reads there overlaps"),
                    found.message());
            NetworkReport report = NetworkReport.fromJson(
                    compilation.resourceText("META-INF/fovea/Net.json").orElseThrow());
            Coverage last =
                    report.layers().get(report.layers().size() - 1).coverage().orElseThrow();
            assertEquals(OptionalLong.of(0), last.unread());
            assertEquals(List.of(1L, 1L), last.gap());
        }
    }

    /** The pixels are all read, and the networks are interleaved all the same. */
    @Test
    void aCommonDivisorAboveAPlainLayerIsExplained() {
        expectMessages(model(plain("stem"), dilated(3, 2, 4, 8)), """
                [DilationCommonDivisor] gridding: rates 2, 4, 8 of d1 to d3 are all multiples of 2, so a unit reads 15x15 of the 29x29 positions that it spans in the stack's input; use rates 2, 3, 9 (same field)
                  the stack is 4 interleaved networks that share no position of its input
                  on the stack's own grid it reads 15 of 29 positions per axis (14 lost, the first at offset 1)
                  with stem it reads all 31
                  rates 1, 2, 4, 8 with K = 3: M = 1, 2, 4, 8, M2 = 2 <= K
                  paths by the remainder of the position modulo 2: 2, 1
                  read on its own grid: #.#.#.#.#.#.#.#.#.#.#.#.#.#.#
                  read with stem: ###############################
                """);
    }

    @Test
    void aGapAboveAPlainLayerIsExplained() {
        expectMessages(model(plain("stem"), dilated(3, 1, 2, 9)), """
                [DilationGap] rates 1, 2, 9 of d1 to d3 rise too fast for kernel 3, though with stem a unit reads all 27x27 positions that it spans; use rates 1, 3, 8 (same field), or state hdc = Hdc.EXACT, which judges by what is read
                  on the stack's own grid it reads 21 of 25 positions per axis (4 lost, the first at offset 7)
                  with stem it reads all 27
                  rates 1, 2, 9 with K = 3: M = 3, 5, 9, M2 = 5 > K
                  read on its own grid: #######..#######..#######
                  read with stem: ###########################
                """);
        expectMessages(model(plain("stem"), dilated(3, 2, 9)), """
                [DilationGap] gridding: rates 2, 9 of d1, d2 rise too fast for kernel 3 (1, 2, 9 with stem), so with stem a unit reads 21x21 of the 25x25 positions that it spans; use rates 3, 8 (same field)
                  on the stack's own grid it reads 9 of 23 positions per axis (14 lost, the first at offset 1)
                  with stem it reads 21 of 25 (4 lost, the first at offset 7)
                  rates 1, 2, 9 with K = 3: M = 3, 5, 9, M2 = 5 > K
                  read on its own grid: #.#.#....#.#.#....#.#.#
                  read with stem: #######..#######..#######
                """);
    }

    @Test
    void aHoleBelowAPlainLayerIsExplained() {
        expectMessages(model(dilated(3, 4, 3), "    @Conv(kernel = 2) Object head;\n"), """
                [CoverageHole] gridding: rates 4, 3 of d1, d2 leave gaps, so with head a unit reads 14x14 of the 16x16 positions that it spans; use rates 5, 2 (same field)
                  on the stack's own grid it reads 9 of 15 positions per axis (6 lost, the first at offset 1)
                  with head it reads 14 of 16 (2 lost, the first at offset 2)
                  rates 4, 3 with K = 3: M = 5, 3, M2 = 3 <= K
                  read on its own grid: #..##.###.##..#
                  read with head: ##.##########.##
                """);
    }

    @Test
    void paddingsThatFollowTheRatesAreProposed() {
        expectMessages(model("""
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    @Dilated(kernel = 5, rate = 4, padding = 8) Object b;
                    @Dilated(kernel = 3, rate = 8, padding = {8, 8, 8, 8}) Object c;
                """), """
                [DilationCommonDivisor] gridding: rates 2, 4, 8 of a, b, c are all multiples of 2, so a unit reads 19x19 of its 37x37 field; use rates 1, 3, 11 (same field) with padding 1, 6, 11
                  the stack is 4 interleaved networks that share no position of its input
                  on the stack's own grid it reads 19 of 37 positions per axis (18 lost, the first at offset 1)
                  read on its own grid: #.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#
                """);
        expectMessages(model("""
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    @Dilated(kernel = 3, rate = 3, padding = 0) Object b;
                """), """
                [CoverageHole] gridding: rates 2, 3 of a, b leave gaps, so a unit reads 9x9 of its 11x11 field; use rates 1, 3 (field 9 instead of 11) with padding 1 at a
                  on the stack's own grid it reads 9 of 11 positions per axis (2 lost, the first at offset 1)
                  rates 2, 3 with K = 3: M = 2, 3, M2 = 3 <= K
                  read on its own grid: #.#######.#
                """);
        expectMessages(model("""
                    @Dilated(kernel = 3, rate = 2, padding = Padding.SAME) Object a;
                    @Dilated(kernel = 3, rate = 3, padding = Padding.SAME) Object b;
                """), """
                [CoverageHole] gridding: rates 2, 3 of a, b leave gaps, so a unit reads 9x9 of its 11x11 field; use rates 1, 3 (field 9 instead of 11)
                  on the stack's own grid it reads 9 of 11 positions per axis (2 lost, the first at offset 1)
                  rates 2, 3 with K = 3: M = 2, 3, M2 = 3 <= K
                  read on its own grid: #.#######.#
                """);
    }

    @Test
    void axesThatDifferAreNamed() {
        expectMessages(model("""
                    @Dilated(kernel = 3, rate = {2, 1}) Object a;
                    @Dilated(kernel = 3, rate = {4, 2}) Object b;
                    @Dilated(kernel = 3, rate = {8, 9}) Object c;
                """), """
                [DilationCommonDivisor] gridding in height: rates 2, 4, 8 of a, b, c are all multiples of 2, so a unit reads 15 of the 29 pixels that its field spans; write rate = 1 at a and rate = 3 at b and rate = {9, 8} at c (field 27 instead of 29 in height, same field in width)
                  the stack is 2 interleaved networks that share no position of its input
                  on the stack's own grid it reads 15 of 29 positions in height (14 lost, the first at offset 1)
                  the rates 1, 2, 9 in width break a rule as well
                  rates 2, 4, 8 with K = 3: M = 2, 4, 8, M2 = 4 > K
                  read on its own grid: #.#.#.#.#.#.#.#.#.#.#.#.#.#.#
                """);
    }

    @Test
    void longStacksAreShortened() {
        expectMessages(stack(3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4, 4, 4), """
                [DilationCommonDivisor] gridding: rates 2x10, 4x3 of d1 to d13 are all multiples of 2, so a unit reads 33x33 of its 65x65 field; use rates 1, 2x9, 4x2, 5 (same field)
                  the stack is 4 interleaved networks that share no position of its input
                  on the stack's own grid it reads 33 of 65 positions per axis (32 lost, the first at offset 1)
                  read on its own grid: #.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#
                """);
        expectMessages(stack(3, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 8), """
                [DilationCommonDivisor] gridding: rates 2, 4, 2, 4, 2, 4, 2, 4, 2, 4 ... 8 of d1 to d14 are all multiples of 2, so a unit reads 47x47 of its 93x93 field; use rates 1, 3x2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 9 (same field)
                  the stack is 4 interleaved networks that share no position of its input
                  on the stack's own grid it reads 47 of 93 positions per axis (46 lost, the first at offset 1)
                  rates 2, 4 with K = 3: M = 2, 4, M2 = 4 > K
                  rates 2, 8 with K = 3: M = 4, 8, M2 = 8 > K
                """);
    }

    @Test
    void hundredsOfLayersDoNotMakeAPage() {
        int[] rates = new int[300];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = 2 * (1 + i * i % 7);
        }
        try (Compilation compilation =
                TestCompiler.JAVAC.compile(Setup.with(FoveaProcessor::new), Source.of(stack(3, rates)))) {
            String message = compilation.diagnostics().get(0).message();
            assertTrue(message.lines().count() <= 8, message);
            assertTrue(message.contains(" of d1 to d300 are all multiples of 2, "), message);
            assertTrue(message.length() < 1500, message);
        }
    }

    @Test
    void theAxisIsNamedWhereOneIsConcerned() {
        expectMessages(
                "import dev.fovea.*;\n\n@Network(input = @Input(axes = 1)) class Net {\n" + dilated(2, 2, 2) + "}\n",
                """
                [DilationCommonDivisor] gridding: rates 2, 2 of d1, d2 are both multiples of 2, so a unit reads 3 of the 5 pixels that its field spans; use rates 1, 2 (field 4 instead of 5)
                  the stack is 2 interleaved networks that share no position of its input
                  on the stack's own grid it reads 3 of 5 positions (2 lost, the first at offset 1)
                  rates 2, 2 with K = 2: M = 2, 2, M2 = 2 <= K
                  read on its own grid: #.#.#
                """);
    }
}
