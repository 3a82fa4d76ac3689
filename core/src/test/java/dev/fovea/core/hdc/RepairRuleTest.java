package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the classical rule lets a list go on, against all lists of up to five rates. */
final class RepairRuleTest {
    private static final int LARGEST = 8;
    private static final int LAYERS = 5;

    /** Per beginning the largest rates that follow it in a list that keeps the rule: the next, the one after it, and so on. */
    private final Map<List<Integer>, int[]> largest = new HashMap<>();

    private DilationAxis axis = DilationAxis.of(3, 1, 1);

    @ParameterizedTest
    @CsvSource({"2,false", "3,false", "4,false", "2,true", "3,true", "4,true"})
    void theNextRateMayBeTheLargestThatSomeListHas(int kernel, boolean led) {
        axis = led ? DilationAxis.of(kernel, 1, 1).withEntry(kernel) : DilationAxis.of(kernel, 1, 1);
        grow(new ArrayList<>());
        int limited = 0;
        for (int layers = 0; layers < 4; layers++) {
            List<List<Integer>> beginnings = new ArrayList<>();
            Oracle.lists(layers, LARGEST, rates -> beginnings.add(list(rates)));
            for (List<Integer> beginning : beginnings) {
                RepairRule rule = RepairRule.unlimited(axis, true);
                for (int rate : beginning) {
                    rule = rule.with(rate);
                }
                int[] most = largest.getOrDefault(beginning, new int[LAYERS]);
                // Of a list that starts with 1 and falls, what the rule says as a whole is necessary only.
                boolean exact = !led || layers < 3;
                assertTrue(
                        exact ? most[0] == 0 == rule.isBroken() : most[0] == 0 || !rule.isBroken(),
                        beginning::toString);
                for (int ahead = 0; ahead < LAYERS - layers; ahead++) {
                    assertTrue(most[0] == 0 || rule.limit(ahead) >= most[ahead], beginning::toString);
                }
                if (exact && most[0] > 0 && most[0] < LARGEST) {
                    assertEquals(most[0], rule.limit(0), beginning::toString);
                    limited++;
                }
            }
        }
        assertTrue(limited > 2, limited + " limited");
    }

    private static List<Integer> list(int[] rates) {
        List<Integer> list = new ArrayList<>();
        for (int rate : rates) {
            list.add(rate);
        }
        return list;
    }

    private void grow(List<Integer> rates) {
        if (rates.size() > 1 && keepsTheRule(rates)) {
            for (int from = 0; from <= rates.size(); from++) {
                int[] most = largest.computeIfAbsent(List.copyOf(rates.subList(0, from)), key -> new int[LAYERS]);
                for (int i = from; i < rates.size(); i++) {
                    most[i - from] = Math.max(most[i - from], rates.get(i));
                }
            }
        }
        for (int rate = 1; rates.size() < LAYERS && rate <= LARGEST; rate++) {
            rates.add(rate);
            grow(rates);
            rates.remove(rates.size() - 1);
        }
    }

    private boolean keepsTheRule(List<Integer> rates) {
        List<Integer> kernels = Collections.nCopies(rates.size(), axis.kernels().get(0));
        return !Oracle.hasGap(new DilationAxis(kernels, rates, axis.entryKernel(), axis.exitKernel(), 1));
    }

    /** From a limit of 3 for the second of 3x3 layers, each rate may be three times as large as the limit before. */
    @Test
    void limitsFurtherAheadTripleAndThenHaveNoEnd() {
        RepairRule second = RepairRule.unlimited(DilationAxis.of(3, 1, 1), true).with(1);
        assertEquals(3, second.limit(0));
        assertEquals(9, second.limit(1));
        assertEquals(81, second.limit(3));
        assertTrue(second.limit(36) >= Repair.MAX_RATE);
        assertTrue(second.limit(1000) >= Repair.MAX_RATE);
    }

    /** Nothing that rises after 30 keeps the rule, and what falls twice is 28 at most: edges of one rate each. */
    @Test
    void afterALargeRateTheOthersFall() {
        RepairRule large = RepairRule.unlimited(DilationAxis.of(3, 1, 1), true).with(30);
        assertEquals(29, large.limit(0));
        assertEquals(28, large.limit(1));
        assertEquals(27, large.limit(2));
    }

    /** The edges are 9 and 4, which stand alone, and 2, 3, of which M2 = 3; as a whole 9, 4 is at fault. */
    @Test
    void anEdgeMayEndAtItsLimit() {
        RepairRule rule = RepairRule.unlimited(DilationAxis.of(3, 1, 1), true)
                .with(9)
                .with(4)
                .with(2);
        assertFalse(rule.with(3).isBroken());
        assertTrue(rule.with(4).isBroken());
        // Of 1, 2, 7 M2 is 3, of 1, 2, 8 it is 4.
        RepairRule longer = RepairRule.unlimited(DilationAxis.of(3, 1, 1), true)
                .with(9)
                .with(4)
                .with(1)
                .with(2);
        assertFalse(longer.with(7).isBroken());
        assertTrue(longer.with(8).isBroken());
    }

    /** M = 2, 2, 4, 2, 5 from the first on, so that M2 = 2; but 2, 5 is an edge at fault. */
    @Test
    void aListMayKeepTheRuleAsAWholeOnly() {
        RepairRule rule = RepairRule.unlimited(DilationAxis.of(3, 1, 1), true)
                .with(1)
                .with(2)
                .with(3)
                .with(2);
        assertFalse(rule.with(5).isBroken());
    }

    @Test
    void noRuleLimitsUnequalKernelsOrALenientSearch() {
        for (RepairRule rule : List.of(
                RepairRule.unlimited(DilationAxis.of(3, 1, 1), false),
                RepairRule.unlimited(DilationAxis.of(List.of(3, 5), 1, 1), true),
                RepairRule.unlimited(DilationAxis.of(3, 1, 1).withEntry(5), true))) {
            RepairRule later = rule.with(9).with(2).with(100);
            assertFalse(later.isBroken());
            assertTrue(later.limit(0) >= Repair.MAX_RATE);
        }
    }
}
