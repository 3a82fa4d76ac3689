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
    void commonDivisor() {
        expectMessages(stack(3, 2, 2, 2), """
                [DilationCommonDivisor] rates 2, 2, 2 of d1, d2, d3 have the common divisor 2: the stack is 4 interleaved networks that share no position of its input, and reads 7 of 13 positions per axis on its own grid (6 lost, the first at offset 1); use rates 1, 2, 3 (same field)
                  rates 2, 2, 2 with K = 3: M = 2, 2, 2, M2 = 2 <= K
                  read on its own grid: #.#.#.#.#.#.#
                """);
        expectMessages(stack(3, 2, 4, 6), """
                [DilationCommonDivisor] rates 2, 4, 6 of d1, d2, d3 have the common divisor 2: the stack is 4 interleaved networks that share no position of its input, and reads 13 of 25 positions per axis on its own grid (12 lost, the first at offset 1); use rates 1, 3, 8 (same field)
                  rates 2, 4, 6 with K = 3: M = 2, 4, 6, M2 = 4 > K
                  read on its own grid: #.#.#.#.#.#.#.#.#.#.#.#.#
                """);
        expectMessages(stack(3, 2, 4, 8), """
                [DilationCommonDivisor] rates 2, 4, 8 of d1, d2, d3 have the common divisor 2: the stack is 4 interleaved networks that share no position of its input, and reads 15 of 29 positions per axis on its own grid (14 lost, the first at offset 1); use rates 1, 3, 9 (field 27 instead of 29)
                  rates 2, 4, 8 with K = 3: M = 2, 4, 8, M2 = 4 > K
                  read on its own grid: #.#.#.#.#.#.#.#.#.#.#.#.#.#.#
                """);
    }

    @Test
    void gap() {
        expectMessages(stack(3, 1, 2, 9), """
                [DilationGap] rates 1, 2, 9 of d1, d2, d3 rise too fast: M2 = 5 exceeds the kernel size K = 3, and the stack reads 21 of 25 positions per axis on its own grid (4 lost, the first at offset 7); use rates 1, 3, 8 (same field)
                  rates 1, 2, 9 with K = 3: M = 3, 5, 9, M2 = 5 > K
                  read on its own grid: #######..#######..#######
                """);
        expectMessages(stack(3, 1, 4, 1), """
                [DilationGap] rates 1, 4, 1 of d1, d2, d3 rise too fast: M2 = 4 of the rising edge 1, 4 exceeds the kernel size K = 3, though no position is lost: the stack reads all 13 positions per axis on its own grid; use rates 1, 3, 2 (same field), or state hdc = Hdc.EXACT, which judges by what is read
                  rates 1, 4 with K = 3: M = 2, 4, M2 = 4 > K
                  read on its own grid: #############
                """);
    }

    @Test
    void hole() {
        expectMessages(stack(3, 2, 3), """
                [CoverageHole] rates 2, 3 of d1, d2 leave positions unread: the stack reads 9 of 11 positions per axis on its own grid (2 lost, the first at offset 1); use rates 1, 3 (field 9 instead of 11)
                  rates 2, 3 with K = 3: M = 2, 3, M2 = 3 <= K
                  read on its own grid: #.#######.#
                """);
        expectMessages(stack(3, 9, 2, 1), """
                [CoverageHole] rates 9, 2, 1 of d1, d2, d3 leave positions unread: the stack reads 21 of 25 positions per axis on its own grid (4 lost, the first at offset 7); use rates 8, 3, 1 (same field)
                  rates 9, 2, 1 with K = 3: M = 15, 3, 1, M2 = 3 <= K
                  read on its own grid: #######..#######..#######
                """);
        expectMessages(stack(2, 1, 1, 4), """
                [CoverageHole] rates 1, 1, 4 of d1, d2, d3 leave positions unread: the stack reads 6 of 7 positions per axis on its own grid (1 lost, the first at offset 3); use rates 1, 2, 3 (same field)
                  rates 1, 1, 4 with K = 2: M = 1, 2, 4, M2 = 2 <= K
                  read on its own grid: ###.###
                """);
    }

    /** ResNet-50 with multi-grid (1, 2, 4) in its last stage, as DeepLab-v3 has it. */
    @ParameterizedTest
    @CsvSource({
        "stride = 2, '2, 4, 8', '15 of 29 positions per axis on its own grid (14 lost'",
        "rate = 2, '4, 8, 16', '41 of 81 positions per axis on its own grid (40 lost'"
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
                    found.message().contains(", and every pixel of its field in the image; write rate ="),
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
    void commonDivisorAboveAPlainLayer() {
        expectMessages(model(plain("stem"), dilated(3, 2, 4, 8)), """
                [DilationCommonDivisor] rates 2, 4, 8 of d1, d2, d3 have the common divisor 2: the stack is 4 interleaved networks that share no position of its input, and reads 15 of 29 positions per axis on its own grid (14 lost, the first at offset 1), all 31 with stem; use rates 2, 3, 9 (same field)
                  rates 1, 2, 4, 8 with K = 3: M = 1, 2, 4, 8, M2 = 2 <= K
                  paths per residue class mod 2: 2, 1
                  read on its own grid: #.#.#.#.#.#.#.#.#.#.#.#.#.#.#
                  read with stem: ###############################
                """);
    }

    @Test
    void gapAboveAPlainLayer() {
        expectMessages(model(plain("stem"), dilated(3, 1, 2, 9)), """
                [DilationGap] rates 1, 2, 9 of d1, d2, d3 rise too fast: M2 = 5 exceeds the kernel size K = 3, though no position is lost: the stack reads 21 of 25 positions per axis on its own grid (4 lost, the first at offset 7), all 27 with stem; use rates 1, 3, 8 (same field), or state hdc = Hdc.EXACT, which judges by what is read
                  rates 1, 2, 9 with K = 3: M = 3, 5, 9, M2 = 5 > K
                  read on its own grid: #######..#######..#######
                  read with stem: ###########################
                """);
        expectMessages(model(plain("stem"), dilated(3, 2, 9)), """
                [DilationGap] rates 2, 9 of d1, d2 rise too fast: M2 = 5 of the rising edge 1, 2, 9 led by stem exceeds the kernel size K = 3, and the stack reads 9 of 23 positions per axis on its own grid (14 lost, the first at offset 1), 21 of 25 with stem (4 lost, the first at offset 7); use rates 3, 8 (same field)
                  rates 1, 2, 9 with K = 3: M = 3, 5, 9, M2 = 5 > K
                  read on its own grid: #.#.#....#.#.#....#.#.#
                  read with stem: #######..#######..#######
                """);
    }

    @Test
    void holeBelowAPlainLayer() {
        expectMessages(model(dilated(3, 4, 3), "    @Conv(kernel = 2) Object head;\n"), """
                [CoverageHole] rates 4, 3 of d1, d2 leave positions unread: the stack reads 9 of 15 positions per axis on its own grid (6 lost, the first at offset 1), 14 of 16 with head (2 lost, the first at offset 2); use rates 5, 2 (same field)
                  rates 4, 3 with K = 3: M = 5, 3, M2 = 3 <= K
                  read on its own grid: #..##.###.##..#
                  read with head: ##.##########.##
                """);
    }

    @Test
    void paddingsThatFollowTheRates() {
        expectMessages(model("""
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    @Dilated(kernel = 5, rate = 4, padding = 8) Object b;
                    @Dilated(kernel = 3, rate = 8, padding = {8, 8, 8, 8}) Object c;
                """), """
                [DilationCommonDivisor] rates 2, 4, 8 of a, b, c have the common divisor 2: the stack is 4 interleaved networks that share no position of its input, and reads 19 of 37 positions per axis on its own grid (18 lost, the first at offset 1); use rates 1, 3, 11 (same field) with padding 1, 6, 11
                  read on its own grid: #.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#
                """);
        expectMessages(model("""
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    @Dilated(kernel = 3, rate = 3, padding = 0) Object b;
                """), """
                [CoverageHole] rates 2, 3 of a, b leave positions unread: the stack reads 9 of 11 positions per axis on its own grid (2 lost, the first at offset 1); use rates 1, 3 (field 9 instead of 11) with padding 1 at a
                  rates 2, 3 with K = 3: M = 2, 3, M2 = 3 <= K
                  read on its own grid: #.#######.#
                """);
        expectMessages(model("""
                    @Dilated(kernel = 3, rate = 2, padding = Padding.SAME) Object a;
                    @Dilated(kernel = 3, rate = 3, padding = Padding.SAME) Object b;
                """), """
                [CoverageHole] rates 2, 3 of a, b leave positions unread: the stack reads 9 of 11 positions per axis on its own grid (2 lost, the first at offset 1); use rates 1, 3 (field 9 instead of 11)
                  rates 2, 3 with K = 3: M = 2, 3, M2 = 3 <= K
                  read on its own grid: #.#######.#
                """);
    }

    @Test
    void axesThatDiffer() {
        expectMessages(model("""
                    @Dilated(kernel = 3, rate = {2, 1}) Object a;
                    @Dilated(kernel = 3, rate = {4, 2}) Object b;
                    @Dilated(kernel = 3, rate = {8, 9}) Object c;
                """), """
                [DilationCommonDivisor] rates 2, 4, 8 of a, b, c have the common divisor 2 in height: the stack is 2 interleaved networks that share no position of its input, and reads 15 of 29 positions in height on its own grid (14 lost, the first at offset 1); the rates 1, 2, 9 in width break a rule as well; write rate = 1 at a and rate = 3 at b and rate = {9, 8} at c (field 27 instead of 29 in height, same field in width)
                  rates 2, 4, 8 with K = 3: M = 2, 4, 8, M2 = 4 > K
                  read on its own grid: #.#.#.#.#.#.#.#.#.#.#.#.#.#.#
                """);
    }

    @Test
    void longStacks() {
        expectMessages(stack(3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4, 4, 4), """
                [DilationCommonDivisor] rates 2x10, 4x3 of d1 ... d13 (13 layers) have the common divisor 2: the stack is 4 interleaved networks that share no position of its input, and reads 33 of 65 positions per axis on its own grid (32 lost, the first at offset 1); use rates 1, 2x9, 4x2, 5 (same field)
                read on its own grid: #.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#.#
                """);
        expectMessages(stack(3, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 8), """
                [DilationCommonDivisor] rates 2, 4, 2, 4, 2, 4, 2, 4, 2, 4 ... 8 of d1 ... d14 (14 layers) have the common divisor 2: the stack is 4 interleaved networks that share no position of its input, and reads 47 of 93 positions per axis on its own grid (46 lost, the first at offset 1); use rates 1, 3x2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2, 9 (same field)
                rates 2, 4 with K = 3: M = 2, 4, M2 = 4 > K
                rates 2, 4 with K = 3: M = 2, 4, M2 = 4 > K
                rates 2, 4 with K = 3: M = 2, 4, M2 = 4 > K
                rates 2, 4 with K = 3: M = 2, 4, M2 = 4 > K
                rates 2, 4 with K = 3: M = 2, 4, M2 = 4 > K
                rates 2, 4 with K = 3: M = 2, 4, M2 = 4 > K
                rates 2, 8 with K = 3: M = 4, 8, M2 = 8 > K
                """);
    }

    @Test
    void oneAxis() {
        expectMessages(
                "import dev.fovea.*;\n\n@Network(input = @Input(axes = 1)) class Net {\n" + dilated(2, 2, 2) + "}\n",
                """
                [DilationCommonDivisor] rates 2, 2 of d1, d2 have the common divisor 2: the stack is 2 interleaved networks that share no position of its input, and reads 3 of 5 positions on its own grid (2 lost, the first at offset 1); use rates 1, 2 (field 4 instead of 5)
                  rates 2, 2 with K = 2: M = 2, 2, M2 = 2 <= K
                  read on its own grid: #.#.#
                """);
    }
}
