package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every picture and every figure of {@code docs/hdc.md}, computed again. */
final class HdcPageTest {
    private final List<String> lines;
    private final String prose;

    HdcPageTest() throws IOException {
        lines = Files.readAllLines(Path.of("..", "docs", "hdc.md"));
        prose = String.join(" ", lines).replaceAll(" +", " ");
    }

    @Test
    void thePagesPicturesAreTheAnalysis() {
        List<String> pictures = new ArrayList<>();
        for (DilationAxis axis : List.of(
                DilationAxis.of(3, 2, 2, 2),
                DilationAxis.of(3, 1, 2, 3),
                DilationAxis.of(3, 2, 3),
                DilationAxis.of(3, 1, 2, 9),
                DilationAxis.of(3, 9, 2, 1),
                DilationAxis.of(3, 1, 4, 1),
                DilationAxis.of(2, 1, 1, 4),
                DilationAxis.of(4, 1, 1, 7),
                DilationAxis.of(3, 2, 4, 8),
                DilationAxis.of(3, 2, 4, 8).withEntry(3),
                DilationAxis.of(3, 1, 2, 4, 8))) {
            pictures.add(picture(axis));
        }
        assertEquals(pictures, linesWith(" of "));
    }

    private static String picture(DilationAxis axis) {
        StringBuilder picture = new StringBuilder();
        for (boolean read : Oracle.full(axis)) {
            picture.append(read ? '#' : '.');
        }
        Coverage full = AxisVerdict.of(axis).full();
        return "K=" + axis.kernels().get(0) + " " + rates(axis.rates())
                + (axis.entryKernel().isPresent() ? " above 1" : "") + " " + picture + " "
                + full.covered().getAsLong() + " of " + full.size();
    }

    @Test
    void thePagesRepairsAreTheProposals() {
        List<String> repairs = new ArrayList<>();
        for (DilationAxis axis : List.of(
                DilationAxis.of(3, 2, 2, 2),
                DilationAxis.of(3, 1, 2, 9),
                DilationAxis.of(3, 2, 4, 8),
                DilationAxis.of(2, 1, 1, 4),
                DilationAxis.of(3, 2, 2, 2, 2, 2, 2, 2))) {
            List<Integer> proposed =
                    Repair.proposals(RepairTask.of(axis, true), 1).get(0);
            repairs.add("K=" + axis.kernels().get(0) + " " + rates(axis.rates()) + " -> " + rates(proposed) + " field "
                    + axis.ownSize() + " -> " + axis.withRates(proposed).ownSize());
        }
        assertEquals(repairs, linesWith("->"));
    }

    /** The preformatted lines that hold {@code mark}, their columns closed up. */
    private List<String> linesWith(String mark) {
        return lines.stream()
                .filter(line -> line.startsWith("K=") && line.contains(mark))
                .map(line -> line.replaceAll(" +", " "))
                .toList();
    }

    @Test
    void thePagesFiguresAreCounted() {
        ClassicalRuleTest.Tally tally = ClassicalRuleTest.Tally.of(3, 4, 10);
        says(
                "Of the %,d lists of four 3×3 layers with rates 1 to 10, %,d pass the divisor and the classical rule; %,d of"
                        + " these have holes. %,d fail; %,d of these read every position.",
                tally.passing() + tally.failing(),
                tally.passing(),
                tally.passingWithHoles(),
                tally.failing(),
                tally.failingWithout());
        says(
                "%d for three 3×3 layers",
                AxisVerdict.of(DilationAxis.of(3, 1, 3, 9)).own().covered().getAsLong());
        AxisVerdict above = AxisVerdict.of(DilationAxis.of(3, 2, 4, 8).withEntry(3));
        says("2,4,8 above a plain 3×3 layer has the common divisor %d.", above.divisor());
        says("Both read the same %d positions", above.full().covered().getAsLong());
    }

    private void says(String format, Object... figures) {
        String sentence = String.format(Locale.ROOT, format, figures);
        assertTrue(prose.contains(sentence), sentence);
    }

    @Test
    void thePagesVerdictsAreTheRules() {
        assertJudged(
                Optional.of(Violation.COMMON_DIVISOR),
                DilationAxis.of(3, 2, 2, 2).withEntry(3));
        assertTrue(AxisVerdict.of(DilationAxis.of(3, 2, 2, 2).withEntry(3)).isComplete());
        assertJudged(Optional.empty(), DilationAxis.of(3, 1, 2, 5, 1, 2, 5));
        assertEquals(
                2, AxisVerdict.of(DilationAxis.of(3, 1, 2, 5, 1, 2, 5)).edges().size());
        assertJudged(Optional.empty(), DilationAxis.of(3, 1, 2, 3, 2, 5));
        assertJudged(Optional.of(Violation.HOLE), DilationAxis.of(3, 2, 3));
        assertJudged(Optional.of(Violation.HOLE), DilationAxis.of(2, 1, 1, 4));
        assertJudged(Optional.of(Violation.GAP), DilationAxis.of(3, 1, 4, 1));
        assertJudged(Optional.of(Violation.GAP), DilationAxis.of(4, 1, 1, 7));
        assertJudged(Optional.of(Violation.HOLE), DilationAxis.of(3, 9, 2, 1));
        assertJudged(Optional.of(Violation.GAP), DilationAxis.of(3, 1, 2, 9));
        assertJudged(Optional.of(Violation.GAP), DilationAxis.of(3, 1, 2, 9).withEntry(3));
        assertJudged(Optional.empty(), DilationAxis.of(3, 1, 2, 4, 8));
        assertTrue(AxisVerdict.of(DilationAxis.of(2, 1, 1, 4)).gapEdge().isEmpty());
    }

    private static void assertJudged(Optional<Violation> violation, DilationAxis axis) {
        assertEquals(violation, AxisVerdict.of(axis).judge(true));
    }

    /** On a rising edge, M2 ≤ K is r_i ≤ K + 2(r_2 + … + r_{i−1}). */
    @Test
    void theClassicalRuleOnARisingEdgeIsABoundOnEachRate() {
        for (int kernel = 2; kernel <= 5; kernel++) {
            int used = kernel;
            Oracle.lists(4, 12, rates -> {
                boolean within = true;
                int limit = used;
                for (int i = 1; i < rates.length; i++) {
                    if (rates[i] < rates[i - 1]) {
                        return;
                    }
                    within &= rates[i] <= limit;
                    limit += 2 * rates[i];
                }
                RisingEdge edge = RisingEdge.whole(DilationAxis.of(used, rates));
                assertEquals(within, !edge.exceedsKernel(), () -> Arrays.toString(rates));
            });
        }
    }

    private static String rates(List<Integer> rates) {
        return rates.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
