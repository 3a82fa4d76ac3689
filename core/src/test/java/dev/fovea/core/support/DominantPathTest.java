package dev.fovea.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.testing.ModelText;
import dev.fovea.core.testing.Seeds;
import dev.fovea.core.vectors.AgainstBruteForce;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The layers whose taps open a gap, against sets of the positions that the layers of smaller steps read. */
@Tag("random")
final class DominantPathTest {
    private static Analysis analysed(String text) {
        return AgainstBruteForce.analysed(ModelText.model(Map.of("axes", 1L, "channels", 0L, "size", List.of()), text));
    }

    private static Optional<DominantPath.Opening> opening(Analysis analysis) {
        return DominantPath.opening(analysis, analysis.network().layers().size() - 1, 0);
    }

    /** What all layers up to a step read, by adding every tap to every position. */
    private static TreeSet<Long> read(List<long[]> taps, long mostStep) {
        TreeSet<Long> read = new TreeSet<>(List.of(0L));
        for (long[] layer : taps) {
            if (layer[0] <= mostStep) {
                TreeSet<Long> more = new TreeSet<>();
                for (long position : read) {
                    for (long tap = 0; tap < layer[1]; tap++) {
                        more.add(position + tap * layer[0]);
                    }
                }
                read = more;
            }
        }
        return read;
    }

    private static boolean hasGap(TreeSet<Long> positions) {
        return positions.last() - positions.first() + 1 > positions.size();
    }

    @Test
    void theFirstStepThatLeavesAGapOpensIt() {
        Random random = new Random(17);
        int opened = 0;
        for (int i = 0; i < Seeds.times(3000); i++) {
            StringBuilder text = new StringBuilder();
            List<long[]> taps = new ArrayList<>();
            long jump = 1;
            for (int layer = 0; layer < 1 + random.nextInt(5); layer++) {
                int kernel = 1 + random.nextInt(4);
                int rate = 1 + random.nextInt(5);
                int stride = random.nextInt(4) == 0 ? 2 : 1;
                text.append("l%d = Dilated kernel=%d rate=%d stride=%d%n".formatted(layer, kernel, rate, stride));
                taps.add(new long[] {rate * jump, kernel});
                jump *= stride;
                if (random.nextInt(5) == 0) {
                    text.append("n%d = Normalize value=BATCH%n".formatted(layer));
                }
            }
            Optional<DominantPath.Opening> found = opening(analysed(text.toString()));
            Long expected = null;
            for (long[] layer : taps) {
                boolean opens = layer[1] > 1 && hasGap(read(taps, layer[0]));
                expected = opens && (expected == null || layer[0] < expected) ? (Long) layer[0] : expected;
            }
            assertEquals(Optional.ofNullable(expected), found.map(DominantPath.Opening::step), text::toString);
            if (found.isPresent()) {
                opened++;
                TreeSet<Long> smaller = read(taps, expected - 1);
                assertEquals(smaller.size(), found.get().most(), text::toString);
                List<String> names = new ArrayList<>();
                for (int layer = 0; layer < taps.size(); layer++) {
                    if (taps.get(layer)[0] == expected && taps.get(layer)[1] > 1) {
                        names.add("l" + layer);
                    }
                }
                Analysis analysis = analysed(text.toString());
                assertEquals(
                        names,
                        found.get().layers().stream()
                                .map(layer -> analysis.network().name(layer))
                                .toList());
            }
        }
        assertTrue(opened > 500, "" + opened);
    }

    @Test
    void aShortcutDoesNotHideTheMainPath() {
        Optional<DominantPath.Opening> found = opening(analysed("""
                a = Conv kernel=3 padding=1
                b = Dilated kernel=3 rate=5 padding=5
                c = Residual shortcut=a
                """));
        assertEquals(new DominantPath.Opening(List.of(1), 5, 3), found.orElseThrow());
    }

    @Test
    void branchesOfWhichNoneSeesAllHaveNoPath() {
        assertEquals(Optional.empty(), opening(analysed("""
                a = Dilated kernel=3 rate=5 padding=5 from=<input>
                b = Dilated kernel=2 rate=12 padding=6 from=<input>
                c = Concat from=a,b
                """)));
        assertEquals(Optional.empty(), opening(analysed("a = Upsample scale=2\nb = Dilated kernel=3 rate=7")));
    }

    @Test
    void whatReadsTheWholeMapIsNoBranch() {
        Optional<DominantPath.Opening> found = opening(analysed("""
                a = Dilated kernel=3 rate=4 padding=4
                b = GlobalPool from=a
                c = Multiply from=a,b
                """));
        assertEquals(4, found.orElseThrow().step());
        assertEquals(1, found.orElseThrow().most());
    }

    /** A chain of layers of kernel, rate and stride each. */
    private static String chain(List<long[]> layers) {
        StringBuilder text = new StringBuilder();
        for (long[] layer : layers) {
            text.append("l%s = Dilated kernel=%s rate=%s stride=%s%n"
                    .formatted(text.toString().lines().count(), layer[0], layer[1], layer[2]));
        }
        return text.toString();
    }

    /** Steps and kernels of a chain, with some rates changed. */
    private static List<long[]> steps(List<long[]> layers, Map<Integer, Long> rates) {
        List<long[]> steps = new ArrayList<>();
        long jump = 1;
        for (int i = 0; i < layers.size(); i++) {
            long[] layer = layers.get(i);
            steps.add(new long[] {rates.getOrDefault(i, layer[1]) * jump, layer[0]});
            jump *= layer[2];
        }
        return steps;
    }

    private static boolean opens(List<long[]> steps) {
        return steps.stream().anyMatch(step -> step[1] > 1 && hasGap(read(steps, step[0])));
    }

    @Test
    void bridgedRatesLeaveNoGapAndAloneAreTheLargestThatLeaveNone() {
        Random random = new Random(29);
        int bridged = 0;
        int alone = 0;
        for (int i = 0; i < Seeds.times(2000); i++) {
            List<long[]> layers = new ArrayList<>();
            for (int layer = 0; layer < 2 + random.nextInt(4); layer++) {
                layers.add(new long[] {2 + random.nextInt(3), 1 + random.nextInt(9), random.nextInt(5) == 0 ? 2 : 1});
            }
            String text = chain(layers);
            Map<Integer, Long> rates =
                    DominantPath.bridged(analysed(text), layers.size() - 1, 0, layer -> "place of " + layer);
            if (!opens(steps(layers, Map.of()))) {
                assertEquals(Map.of(), rates, text);
                continue;
            }
            if (rates.isEmpty()) {
                assertTrue(layers.stream().anyMatch(layer -> layer[2] > 1), text);
                continue;
            }
            bridged++;
            assertFalse(opens(steps(layers, rates)), text + rates);
            rates.forEach((layer, rate) -> assertTrue(rate < layers.get(layer)[1], text + rates));
            if (rates.size() == 1) {
                alone++;
                Map<Integer, Long> larger = new HashMap<>(rates);
                larger.replaceAll((layer, rate) -> rate + 1);
                assertTrue(opens(steps(layers, larger)), text + larger);
            }
        }
        assertTrue(bridged > 300 && alone > 100, bridged + ", " + alone);
    }

    @Test
    void ratesThatAreWrittenOnceStayEqual() {
        Analysis analysis = analysed("""
                a = Dilated kernel=3 rate=1
                b = Dilated kernel=3 rate=5
                c = Dilated kernel=3 rate=5
                """);
        // One place: 3 is as far as a reaches, and two layers of 3 reach 15, in which nothing is missed.
        assertEquals(
                Map.of(1, 3L, 2, 3L), DominantPath.bridged(analysis, 2, 0, layer -> layer == 0 ? "first" : "others"));
        // Places of their own: the second then reaches 9, so that the third can keep its rate.
        assertEquals(Map.of(1, 3L), DominantPath.bridged(analysis, 2, 0, layer -> layer));
    }

    @Test
    void aJumpThatIsTooLargeHasNoBridge() {
        // Every fourth pixel, whatever the rate.
        assertEquals(
                Map.of(),
                DominantPath.bridged(
                        analysed("a = Conv kernel=1 stride=4\nb = Dilated kernel=3 rate=2"), 1, 0, layer -> layer));
        // Every second pixel of pairs: the largest rate is 1.
        assertEquals(
                Map.of(1, 1L),
                DominantPath.bridged(
                        analysed("a = Conv kernel=2 stride=2\nb = Dilated kernel=3 rate=2"), 1, 0, layer -> layer));
    }

    @Test
    void theOnlyBranchThatSeesPartsLeadsOnEvenIfItsWindowsDiffer() {
        Analysis analysis = AgainstBruteForce.analysed(
                ModelText.model(Map.of("axes", 1L, "channels", 0L, "size", List.of(10L)), """
                a = AdaptivePool size=4
                b = GlobalPool from=a
                c = Multiply from=a,b
                """));
        assertEquals(0, DominantPath.link(analysis, 2, 0).orElseThrow().source());
    }
}
