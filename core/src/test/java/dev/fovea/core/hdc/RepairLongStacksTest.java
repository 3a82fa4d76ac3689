package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.testing.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Proposals for long stacks, where they are known, or found in another way in a moment. */
@Tag("random")
final class RepairLongStacksTest {
    /** The least change of rates that fills every hole, by dynamic programming over the layers that have their rates. */
    @Test
    void noRepairOfALongStackChangesLess() {
        Random random = new Random(31);
        for (int round = 0; round < Seeds.times(40); round++) {
            int[] rates = random.ints(7 + round % 3, 1, 16).toArray();
            DilationAxis axis = DilationAxis.of(3, rates);
            List<Integer> proposed =
                    Repair.proposals(RepairTask.of(axis, false), 1).get(0);
            assertTrue(Oracle.isSound(axis.withRates(proposed), false));
            assertEquals(axis.ownSize(), axis.withRates(proposed).ownSize());
            int change = IntStream.range(0, rates.length)
                    .map(i -> Math.abs(proposed.get(i) - rates[i]))
                    .sum();
            assertEquals(leastChange(rates), change, axis::toString);
        }
    }

    /** 3x3 layers take their rates in ascending order; a state is the set of those that have one, and their sum. */
    private static int leastChange(int[] rates) {
        int sum = Arrays.stream(rates).sum();
        int[][] least = new int[1 << rates.length][sum + 1];
        Arrays.stream(least).forEach(row -> Arrays.fill(row, Integer.MAX_VALUE / 2));
        least[0][0] = 0;
        for (int rate = 1; rate <= sum; rate++) {
            for (int layer = 0; layer < rates.length; layer++) {
                for (int set = 0; set < least.length; set++) {
                    for (int before = (rate - 1 + 1) / 2; (set & 1 << layer) == 0 && before + rate <= sum; before++) {
                        int with = set | 1 << layer;
                        least[with][before + rate] = Math.min(
                                least[with][before + rate], least[set][before] + Math.abs(rate - rates[layer]));
                    }
                }
            }
        }
        return least[least.length - 1][sum];
    }

    @Test
    void longStacksGetTheirKnownRepairs() {
        for (int layers : new int[] {7, 23, 36, 200, 300}) {
            List<Integer> proposed = new ArrayList<>(Collections.nCopies(layers, 2));
            proposed.set(0, 1);
            proposed.set(layers - 1, 3);
            assertProven(proposed, Collections.nCopies(layers, 2), 3);
        }
        assertProven(
                joined(List.of(runs(1, 1), runs(22, 2), runs(2, 4), runs(1, 5))),
                joined(List.of(runs(23, 2), runs(3, 4))),
                3);
        assertProven(
                joined(List.of(runs(1, 1), runs(35, 2), runs(2, 4), runs(1, 5))),
                joined(List.of(runs(36, 2), runs(3, 4))),
                3);
        assertProven(joined(List.of(runs(1, 1), runs(1, 3), runs(1, 9), runs(32, 16), runs(1, 51))), runs(36, 16), 3);
        assertProven(
                List.of(1, 3, 8, 16, 32, 64, 128, 256, 512, 1026),
                List.of(2, 4, 8, 16, 32, 64, 128, 256, 512, 1024),
                3);
        assertProven(
                List.of(2, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1, 2, 4, 8, 16, 32, 64, 128, 256, 513),
                List.of(3, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512),
                2);
    }

    private static List<Integer> runs(int layers, int rate) {
        return Collections.nCopies(layers, rate);
    }

    private static List<Integer> joined(List<List<Integer>> runs) {
        return runs.stream().flatMap(List::stream).toList();
    }

    private static void assertProven(List<Integer> proposed, List<Integer> rates, int kernel) {
        DilationAxis axis =
                DilationAxis.of(kernel, rates.stream().mapToInt(rate -> rate).toArray());
        RepairTask task = RepairTask.of(axis, true);
        RepairSearch search = new RepairSearch(task, 3);
        assertEquals(proposed, search.run().get(0));
        assertTrue(search.isProven(), axis::toString);
        assertEquals(proposed, Repair.proposals(task, 3).get(0));
    }

    @Test
    void stacksOfThousandsOfLayersAreRepaired() {
        List<Integer> proposed = Repair.proposals(
                        RepairTask.of(
                                DilationAxis.of(
                                        3,
                                        IntStream.generate(() -> 2).limit(5000).toArray()),
                                true),
                        1)
                .get(0);
        assertEquals(joined(List.of(runs(1, 1), runs(4998, 2), runs(1, 3))), proposed);
    }

    /** Each search takes 80 to 99 % of what it may visit: a bound that says less than it could shows here. */
    @Test
    void searchesEndBeforeTheyAreGivenUp() {
        assertEnds(DilationAxis.of(3, 4, 8, 4, 10, 5, 3, 10, 6, 6, 2, 5, 10), true);
        assertEnds(
                DilationAxis.of(List.of(4, 4, 4, 3, 4, 4, 5, 5, 5, 4, 4), 3, 1, 5, 9, 1, 7, 3, 11, 6, 11, 6)
                        .withEntry(3),
                true);
        assertEnds(
                DilationAxis.of(List.of(3, 5, 2, 2, 2, 3, 2, 2), 1, 5, 9, 10, 4, 8, 1, 12)
                        .withEntry(3),
                true);
        assertEnds(
                DilationAxis.of(
                        List.of(3, 3, 4, 4, 5, 5, 5, 2, 2, 5, 4, 2, 5), 7, 10, 7, 11, 1, 2, 9, 9, 11, 11, 10, 3, 14),
                true);
        // Each free rate takes a level of recursion, so there are 300 at most.
        assertEnds(DilationAxis.of(3, IntStream.generate(() -> 2).limit(300).toArray()), false);
        RepairSearch deep = new RepairSearch(
                RepairTask.of(
                        DilationAxis.of(
                                3, IntStream.generate(() -> 2).limit(301).toArray()),
                        false),
                3);
        assertEquals(List.of(), deep.run());
        assertFalse(deep.isProven());
    }

    private static void assertEnds(DilationAxis axis, boolean strict) {
        RepairSearch search = new RepairSearch(RepairTask.of(axis, strict), 3);
        List<List<Integer>> found = search.run();
        assertTrue(search.isProven(), axis::toString);
        assertEquals(3, found.size());
        for (List<Integer> rates : found) {
            assertTrue(Oracle.isSound(axis.withRates(rates), strict));
            assertEquals(axis.ownSize(), axis.withRates(rates).ownSize());
        }
    }
}
