package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.testing.ModelText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What neighbours share, and how far the positions of a merge's inputs drift apart. */
final class OverlapRulesTest {
    private static final String END =
            ", so these maps hold little that is new; stride or pool earlier, or use fewer layers";

    /** First lines of what a rule finds, with the layer and the severity. */
    private static List<String> found(String rule, long axes, List<Long> size, String text) {
        LintOptions options = new LintOptions(
                Map.of(
                        "RedundantOverlap", Optional.of(Severity.NOTE),
                        "LowOverlap", Optional.of(Severity.NOTE)),
                Hdc.STRICT);
        List<String> found = new ArrayList<>();
        Map<String, Object> input = Map.of("axes", axes, "channels", 1L, "size", size);
        for (LintFinding finding :
                Lint.run(ModelText.model(input, text), options).findings()) {
            if (finding.rule().equals(rule)) {
                found.add("%s %s: %s"
                        .formatted(
                                finding.severity(),
                                finding.location().member().orElseThrow().name(),
                                finding.message().lines().findFirst().orElseThrow()));
            }
        }
        return found;
    }

    private static List<String> redundant(String text) {
        return found("RedundantOverlap", 2, List.of(), text);
    }

    private static List<String> low(String text) {
        return found("LowOverlap", 1, List.of(), text);
    }

    private static String chain(String where, int length, String names, String share) {
        return "neighbours share more than 98 %% of what they see%s through %s stride-1 layers, %s (%s at the end)"
                        .formatted(where, length, names, share)
                + END;
    }

    @Test
    void fiveLayersThatSeeNearlyTheSameAreAChainAndFourAreNone() {
        String four = """
                wide = Conv kernel=401 padding=200
                a = Conv kernel=3 padding=1
                b = Conv kernel=3 padding=1
                c = Conv kernel=3 padding=1
                """;
        assertEquals(List.of(), redundant(four));
        // A unit of d sees 401 + 4 * 2 pixels, and its neighbour all of them but one.
        assertEquals(
                List.of("NOTE wide: " + chain("", 5, "wide to d", "99.8 %")),
                redundant(four + "d = Conv kernel=3 padding=1"));
    }

    @Test
    void theChainBeginsWhereMoreThan98PercentAreShared() {
        // 49 of 50 are 98 %, not more.
        assertEquals(List.of("NOTE a: " + chain("", 5, "a to e", "98.3 %")), redundant("""
                half = Conv kernel=50
                a = Conv kernel=3
                b = Conv kernel=3
                c = Conv kernel=3
                d = Conv kernel=3
                e = Conv kernel=3
                """));
    }

    @Test
    void layersWithoutAWindowNeitherLengthenNorEndAChain() {
        assertEquals(List.of("NOTE wide: " + chain("", 5, "wide to d", "99.8 %")), redundant("""
                wide = Conv kernel=401 padding=200
                norm = Normalize value=BATCH
                a = Conv kernel=3 padding=1
                b = Conv kernel=3 padding=1
                point = Conv kernel=1
                c = Conv kernel=3 padding=1
                d = Conv kernel=3 padding=1
                """));
        assertEquals(List.of(), redundant("""
                wide = Conv kernel=401 padding=200
                norm = Normalize value=BATCH
                a = Conv kernel=3 padding=1
                point = Conv kernel=1
                b = Conv kernel=3 padding=1
                c = Conv kernel=3 padding=1
                """));
    }

    @Test
    void aStrideEndsAChainAndAMergeGoesOnWithTheLongest() {
        assertEquals(List.of(), redundant("""
                wide = Conv kernel=401 padding=200
                a = Conv kernel=3 padding=1
                b = Conv kernel=3 padding=1
                pool = Pool kernel=2
                c = Conv kernel=3 padding=1
                d = Conv kernel=3 padding=1
                """));
        for (String inputs : List.of("b,wide", "wide,b")) {
            assertEquals(List.of("NOTE wide: " + chain("", 5, "wide to d", "99.8 %")), redundant("""
                    wide = Conv kernel=401 padding=200
                    a = Conv kernel=3 padding=1
                    b = Conv kernel=3 padding=1
                    sum = Add from=INPUTS
                    c = Conv kernel=3 padding=1
                    d = Conv kernel=3 padding=1
                    """.replace(
                            "INPUTS", inputs)));
        }
    }

    @Test
    void ofChainsOfEqualLengthTheOneWrittenFirstIsNamed() {
        // d and e are the fifth layer of one chain each.
        assertEquals(List.of("NOTE wide: " + chain("", 5, "wide to d", "99.8 %")), redundant("""
                wide = Conv kernel=401 padding=200
                a = Conv kernel=3 padding=1
                b = Conv kernel=3 padding=1
                c = Conv kernel=3 padding=1
                d = Conv kernel=3 padding=1
                e = Conv kernel=3 padding=1 from=c
                """));
        // Two layers lead to the sum on either side, and three lie above it.
        assertEquals(List.of("NOTE left: " + chain("", 5, "left to d", "99.8 %")), redundant("""
                left = Conv kernel=401 padding=200 from=<input>
                a = Conv kernel=3 padding=1
                right = Conv kernel=401 padding=200 from=<input>
                b = Conv kernel=3 padding=1
                s = Add from=a,b
                c = Conv kernel=3 padding=1
                e = Conv kernel=3 padding=1
                d = Conv kernel=3 padding=1
                """));
    }

    @Test
    void aGateOverTheWholeMapDoesNotEndAChain() {
        assertEquals(List.of("NOTE wide: " + chain("", 5, "wide to d", "99.8 %")), redundant("""
                wide = Conv kernel=401 padding=200
                a = Conv kernel=3 padding=1
                b = Conv kernel=3 padding=1
                mean = GlobalPool
                gated = Multiply from=b,mean
                c = Conv kernel=3 padding=1
                d = Conv kernel=3 padding=1
                """));
    }

    @Test
    void aChainAlongOneAxisIsNamedByIt() {
        assertEquals(List.of("NOTE wide: " + chain(" in height", 5, "wide to d", "99.8 %")), redundant("""
                wide = Conv kernel=401,3 padding=200,1
                a = Conv kernel=3 padding=1
                b = Conv kernel=3 padding=1
                c = Conv kernel=3 padding=1
                d = Conv kernel=3 padding=1
                """));
    }

    @Test
    void lessThanATenthIsLow() {
        String next = "\\nnext = Conv kernel=3".translateEscapes();
        assertEquals(
                List.of(
                        "NOTE a: neighbouring fields of a (kernel 11, stride 10) overlap by only 9.1 %, so detail finer than its stride is aliased; use a larger kernel, a smaller stride, or blur before it"),
                low("a = Conv kernel=11 stride=10" + next));
        assertEquals(List.of(), low("a = Conv kernel=10 stride=9" + next));
        // As fine as the input, and the last layer.
        assertEquals(List.of(), low("a = Conv kernel=1" + next));
        assertEquals(List.of(), low("a = Conv kernel=2 stride=2"));
    }

    @Test
    void noLowOverlapIsAStridesWhereTheMapIsAsFineAsTheInputOrNothingStrides() {
        String next = "\\nnext = Conv kernel=3 padding=1".translateEscapes();
        // Units half a pixel apart, of which every second is kept: each sees a pixel of its own, as the input does.
        assertEquals(
                List.of(),
                found("LowOverlap", 1, List.of(16L), "u = Upsample scale=2\na = Pool kernel=1 stride=2" + next));
        // Means of two pixels each: there is no stride to be smaller.
        assertEquals(List.of(), found("LowOverlap", 1, List.of(16L), "a = AdaptivePool size=8" + next));
    }

    @Test
    void theLowestLayerOfLowOverlapIsTheCause() {
        List<String> found = low("a = Pool kernel=2\nb = Conv kernel=1\nc = Pool kernel=2\nd = Conv kernel=3");
        assertEquals(1, found.size());
        assertEquals(
                "NOTE a: neighbouring fields of a (kernel 2, stride 2) overlap by only 0.0 %",
                found.get(0).split(",(?= so)")[0]);
    }

    @Test
    void aDriftOfTheCoarsestJumpIsFoundAndOneBelowIsNot() {
        String branches = "a = Conv kernel=1 stride=2 from=<input>\nb = Conv kernel=%s from=<input>\ns = Add from=a,b";
        // Of n pixels (n + 1) / 2 units on both; they drift apart by 1 pixel a unit, and the coarsest jump is 2.
        assertEquals(List.of(), found("JumpMismatch", 1, List.of(3L), branches.formatted(2)));
        assertEquals(
                List.of(
                        "WARNING s: inputs of s differ in jump: neighbours are 2 pixels apart in a and 1 pixel in b, so they drift apart by 2 pixels across the map's 3 positions; bring them to one grid with a stride, pooling or @Upsample"),
                found("JumpMismatch", 1, List.of(5L), branches.formatted(3)));
        assertEquals(
                List.of(
                        "WARNING s: inputs of s differ in jump: neighbours are 2 pixels apart in a and 1 pixel in b, so they drift apart by 4 pixels across the map's 5 positions; bring them to one grid with a stride, pooling or @Upsample"),
                found("JumpMismatch", 1, List.of(9L), branches.formatted(5)));
        // Of an unknown map they agree for some extents only.
        assertEquals(
                List.of(
                        "ERROR s: inputs of s differ in jump: neighbours are 2 pixels apart in a and 1 pixel in b, so they drift apart by 1 pixel per position; bring them to one grid with a stride, pooling or @Upsample"),
                found("JumpMismatch", 1, List.of(), branches.formatted(5)));
    }
}
