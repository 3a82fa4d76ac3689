package dev.fovea.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.testing.ModelText;
import dev.fovea.core.vectors.AgainstBruteForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The units that stand for all others: those of one period, which jumps below 1 have. */
final class UnitsTest {
    private static Support last(int axes, String text) {
        Map<String, Object> input = Map.of("axes", (long) axes, "channels", 0L, "size", List.of());
        Analysis analysis = AgainstBruteForce.analysed(ModelText.model(input, text));
        return Supports.of(analysis)
                .layer(analysis.network().layers().size() - 1)
                .orElseThrow();
    }

    private static List<List<Long>> box(long... sizes) {
        List<List<Long>> units = List.of(List.of());
        for (long size : sizes) {
            List<List<Long>> longer = new ArrayList<>();
            for (List<Long> unit : units) {
                for (long next = 0; next < size; next++) {
                    List<Long> one = new ArrayList<>(unit);
                    one.add(next);
                    longer.add(one);
                }
            }
            units = longer;
        }
        return units;
    }

    @Test
    void unitsOfWholeJumpsAreAllAlike() {
        assertEquals(box(1, 1), last(2, "a = Conv kernel=3 stride=2").units());
        assertEquals(box(1, 1, 1), last(3, "a = Pool kernel=2").units());
    }

    @Test
    void everyPhaseOfAFinerMapIsThere() {
        assertEquals(box(2, 2), last(2, "a = TransposedConv kernel=3 stride=2").units());
        assertEquals(
                box(2, 3), last(2, "a = TransposedConv kernel=5 stride=2,3").units());
        assertEquals(
                box(6),
                last(1, "a = Upsample scale=2\nb = Conv kernel=2\nc = Upsample scale=3")
                        .units());
        // Back at the input's own jump, all are alike again.
        assertEquals(
                box(1),
                last(1, "a = Upsample scale=2\nb = Conv kernel=3 stride=2").units());
    }

    @Test
    void branchesOfDifferentPeriodsHaveTheirCommonOne() {
        // Both of jump 1/6: the one in runs of six, the other in pairs within.
        Support support = last(1, """
                a = Upsample scale=6 from=<input>
                b = TransposedConv kernel=9 stride=3 from=<input>
                c = Upsample scale=2
                d = Concat from=a,c
                """);
        assertEquals(box(6), support.units());
    }

    @Test
    void unitsOfOnePeriodStandForAllOthers() {
        for (String text : List.of(
                "a = TransposedConv kernel=5 stride=3",
                "a = Conv kernel=3\nb = Upsample scale=4\nc = Dilated kernel=3 rate=2",
                "a = TransposedConv kernel=2 stride=2 rate=3\nb = Conv kernel=2")) {
            Support support = last(1, text);
            int period = support.units().size();
            for (long unit = 0; unit < 40; unit++) {
                // A whole period further, everything is so many whole pixels further.
                List<Long> far = positions(support, unit + period);
                List<Long> near = positions(support, unit);
                assertEquals(near.size(), far.size(), text);
                for (int i = 0; i < near.size(); i++) {
                    assertEquals(far.get(0) - near.get(0), far.get(i) - near.get(i), text);
                }
            }
            for (int shorter = 1; shorter < period; shorter++) {
                assertFalse(isPeriod(support, shorter), text + ": " + shorter);
            }
        }
    }

    private static boolean isPeriod(Support support, int period) {
        long distance = Long.MIN_VALUE;
        for (long unit = 0; unit < 24; unit++) {
            List<Long> near = positions(support, unit);
            List<Long> far = positions(support, unit + period);
            if (near.size() != far.size()) {
                return false;
            }
            for (int i = 0; i < near.size(); i++) {
                long moved = far.get(i) - near.get(i);
                if (distance != Long.MIN_VALUE && moved != distance) {
                    return false;
                }
                distance = moved;
            }
        }
        return true;
    }

    private static List<Long> positions(Support support, long unit) {
        List<Long> positions = new ArrayList<>();
        support.at(List.of(unit)).along(0).forEach(positions::add);
        return positions;
    }

    @Test
    void asManyUnitsAsAreLookedAtAreAllThere() {
        assertEquals(4096, last(2, "a = Upsample scale=64").units().size());
        assertEquals(box(1, 1), last(2, "a = Upsample scale=64,65").units());
        assertEquals(4096, last(1, "a = Upsample scale=4096").units().size());
        String both = "a = Upsample scale=64 from=<input>\nb = Upsample scale=65 from=<input>\nc = Concat from=a,b";
        assertEquals(box(1), last(1, both).units());
    }

    @Test
    void mapsThatDriftApartHaveNoUnitsThatStandForOthers() {
        String drifting = "a = Pool kernel=2 from=<input>\nb = Conv kernel=3 from=<input>\nc = Concat from=a,b";
        assertEquals(box(1), last(1, drifting).units());
        assertEquals(List.of(List.of(0L, 0L)), last(2, drifting).units());
        // Two phases, of which none repeats beside a map that moves twice as fast.
        String phases = "a = Upsample scale=2 from=<input>\nb = Conv kernel=3 from=<input>\nc = Concat from=a,b";
        assertEquals(box(1), last(1, phases).units());
    }

    @Test
    void onlyUnionsThatAreNoBoxesAreNoProducts() {
        assertTrue(last(2, "a = Conv kernel=3").isProduct());
        Support cross = last(
                2,
                "a = Conv kernel=3,1 padding=1,0 from=<input>\nb = Conv kernel=1,3 padding=0,1 from=<input>\nc = Concat from=a,b");
        assertFalse(cross.isProduct());
        assertEquals(5, cross.at(List.of(0L, 0L)).count().orElseThrow());
        // Branches that differ along one axis only make a box, and one within another adds nothing.
        assertTrue(last(
                        2,
                        "a = Conv kernel=3,1 padding=1,0 from=<input>\nb = Conv kernel=5,1 padding=2,0 from=<input>\nc = Concat from=a,b")
                .isProduct());
        assertTrue(
                last(2, "a = Conv kernel=3 padding=1 from=<input>\nb = Conv kernel=1 from=<input>\nc = Concat from=b,a")
                        .isProduct());
        // Rows -1 to 1 and rows -2 and 2, neither within the other: rows -2 to 2.
        Support rows = last(2, """
                a = Conv kernel=3,1 padding=1,0 from=<input>
                b = Dilated kernel=2,1 rate=4,1 padding=2,0 from=<input>
                c = Concat from=a,b
                """);
        assertTrue(rows.isProduct());
        assertEquals(5, rows.at(List.of(0L, 0L)).count().orElseThrow());
        // Two rows, and both three wide one after the other: the two together contain what came first.
        Support pair = last(2, """
                a = Dilated kernel=2,1 rate=2,1 padding=1,0 from=<input>
                above = Conv kernel=1,3 padding=1,1,0,1 from=<input>
                upper = Crop padding=0,0,1,0
                below = Conv kernel=1,3 padding=0,1,1,1 from=<input>
                lower = Crop padding=1,0,0,0
                c = Concat from=a,upper,lower
                """);
        assertEquals(6, pair.at(List.of(0L, 0L)).count().orElseThrow());
        assertTrue(pair.isProduct());
        assertFalse(last(2, "a = Conv kernel=3").isEmpty());
        assertTrue(last(2, "a = GlobalPool").isEmpty());
    }
}
