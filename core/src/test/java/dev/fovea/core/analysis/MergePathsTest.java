package dev.fovea.core.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.ModelText;
import dev.fovea.report.Rational;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Paths into merges that are no plain pyramids: gates, unknown sizes, maps that lie on each other's paths. */
final class MergePathsTest {
    @Test
    void theCommonMapOfAMapAndOneAfterItIsTheFirst() {
        MergePaths paths = paths("""
                a = Conv kernel=1
                b = Conv kernel=1
                c = Conv kernel=1 from=a
                """);
        assertEquals(1, paths.common(List.of(1)));
        assertEquals(0, paths.common(List.of(0, 2)));
        assertEquals(0, paths.common(List.of(2, 1)));
        assertEquals(Network.INPUT, paths.common(List.of(Network.INPUT, 2)));
        assertEquals(Network.INPUT, paths.common(List.of(2, Network.INPUT)));
    }

    /** Read as a whole, a map has no place, so that the path through it is not followed. */
    @Test
    void pathsThroughGatesDoNotCount() {
        MergePaths paths = paths("""
                a = Conv kernel=1
                b = Conv kernel=1
                pooled = GlobalPool from=<input>
                gate = Conv kernel=1
                gated = Multiply from=b,gate
                plain = Conv kernel=1 from=a
                """);
        assertEquals(0, paths.common(List.of(4, 5)));
        assertEquals(0, paths.common(List.of(5, 4)));
        assertEquals(Set.of(0, 1, 4, 5), paths.excuses(0, List.of(4, 5), false).keySet());
    }

    /** 3x3 with stride 2, centred on its first pixel: half a pixel off; then 2x2, half of a unit of two pixels to either side. */
    @Test
    void whatPathsExcuseAddsUpFromTheFirstLayerOn() {
        MergePaths paths = paths("""
                a = Conv kernel=3 stride=2 padding=1
                b = Conv kernel=2
                c = Conv kernel=3 stride=2 padding=1
                """);
        Map<Integer, MergePaths.Excuse> excuses = paths.excuses(Network.INPUT, List.of(Network.INPUT, 2), false);
        Rational half = Rational.of(1, 2);
        assertEquals(
                Map.of(
                        Network.INPUT,
                        new MergePaths.Excuse(Rational.ZERO, Rational.ZERO, Rational.ONE, Rational.ZERO),
                        0,
                        new MergePaths.Excuse(half, Rational.ZERO, Rational.of(2), Rational.ZERO),
                        1,
                        new MergePaths.Excuse(half, Rational.ONE, Rational.of(2), Rational.ZERO),
                        2,
                        new MergePaths.Excuse(Rational.of(3, 2), Rational.ONE, Rational.of(4), Rational.ZERO)),
                excuses);
        assertEquals(
                new MergePaths.Excuse(Rational.of(3, 2), Rational.ZERO, Rational.of(4), Rational.ZERO),
                paths.excuses(Network.INPUT, List.of(2), true).get(2));
        // From a on, only the second stride counts: half of two pixels.
        assertEquals(
                new MergePaths.Excuse(Rational.ONE, Rational.ONE, Rational.of(4), Rational.ZERO),
                paths.excuses(0, List.of(2), false).get(2));
    }

    /**
     * Behind the stride, units 0 to 6 are centred on pixels 0, 2, ..., 12 and see pixels -7 to 6, 0 to 6, 0 to 6, 0 to 13, then
     * 7 to 13 three times: at most 3 pixels further or less far, to either side, than on average.
     */
    @Test
    void windowsBehindWindowsExcuseHowUnequallyFarTheirUnitsSee() {
        MergePaths paths = paths("""
                w = Attention window=7
                d = Conv kernel=3 stride=2 padding=1
                v = Attention window=7
                """);
        assertEquals(
                new MergePaths.Excuse(Rational.ZERO, Rational.ZERO, Rational.of(2), Rational.of(3)),
                paths.excuses(1, List.of(2), false).get(2));
        assertEquals(
                Rational.ZERO,
                paths.excuses(Network.INPUT, List.of(0), false).get(0).groups());
    }

    @Test
    void nothingIsSaidOfMapsBehindAnUnknownJump() {
        MergePaths paths = paths("""
                a = Conv kernel=3 padding=1
                sized = Upsample size=7
                behind = Conv kernel=1
                both = Add from=a,behind
                after = Conv kernel=1
                """);
        assertEquals(
                Set.of(Network.INPUT, 0),
                paths.excuses(Network.INPUT, List.of(0, 4), false).keySet());
        assertEquals(Map.of(), paths.excuses(1, List.of(2), false));
    }

    private static MergePaths paths(String text) {
        Network network = NetworkBuilder.build(ModelText.model(text)).network();
        return new MergePaths(Analysis.of(network), 0);
    }
}
