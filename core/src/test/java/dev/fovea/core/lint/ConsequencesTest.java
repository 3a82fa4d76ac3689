package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which finding speaks for which. */
final class ConsequencesTest {
    private static String sums(int count) {
        return "narrow = Conv kernel=2 out=4\n"
                + IntStream.range(0, count)
                        .mapToObj(i -> "x%s = Conv kernel=3 padding=1 out=4 from=<input>\nsum%s = Add from=x%s,narrow\n"
                                .formatted(i, i, i))
                        .collect(Collectors.joining())
                + IntStream.range(0, count)
                        .mapToObj(i -> "sum" + i)
                        .collect(Collectors.joining(",", "all = Concat from=", ""));
    }

    @Test
    void threeOthersAreNamedAndMoreAreCounted() {
        String runs = "\nthe network runs with one number changed by one: kernel = 1 at narrow (now 2)";
        Told.check(64, sums(4), "ShapeMismatch at sum0 (from the same cause: sum1, sum2, sum3)" + runs);
        Told.check(64, sums(5), "ShapeMismatch at sum0 (from the same cause: sum1, sum2, sum3 and 1 more)" + runs);
    }

    /**
     * Each tap of d reads three pixels by way of x, and they are four apart; with a stride of 1 at s they are two apart. The gaps are an
     * error, and so is what is skipped only where that is asked for.
     */
    @Test
    void aFindingSpeaksForOneThatStandsBeforeItButNotForAMoreSevereOne() {
        ModelDeclaration model = Told.model(64, """
                x = Conv kernel=3 padding=1 out=4
                s = Conv kernel=1 stride=2 out=4
                d = Dilated kernel=3 rate=2 padding=2 out=4
                """);
        assertEquals(List.of("UnreadPixels at d", "SkippedInput at s"), Told.of(model, LintOptions.DEFAULT));
        assertEquals(
                List.of("SkippedInput at s (from the same cause: UnreadPixels at d)"),
                Told.of(model, error("SkippedInput")));
    }

    private static LintOptions error(String rule) {
        return new LintOptions(Map.of(rule, Optional.of(Severity.ERROR)), Hdc.STRICT);
    }

    /** With a stride of 1 at s both inputs of cut have 64 units, but that it cannot run is told whatever else is an error. */
    @Test
    void whatKeepsANetworkFromRunningIsToldByItself() {
        assertEquals(
                List.of("ShapeMismatch at cut", "MisalignedMerge at sum"),
                Told.of(Told.model(64, """
                                x = Conv kernel=3 padding=1 out=4
                                s = Conv kernel=6 stride=4 padding=2,3 out=4
                                up = Upsample to=x
                                sum = Add from=x,up
                                cut = Add from=x,s
                                p = GlobalPool from=sum
                                q = GlobalPool from=cut
                                all = Concat from=p,q
                                """), error("MisalignedMerge")));
    }

    /** The third takes more than the second hands on, which is told with the first and speaks for nothing itself. */
    @Test
    void whatIsToldWithAnotherHidesNothing() {
        Told.check(8, """
                s = Slice begin=2 end=5
                t = Slice begin=0 end=8
                u = Slice begin=0 end=9
                """, "ShapeMismatch at s (from the same cause: t)", "ShapeMismatch at u");
    }
}
