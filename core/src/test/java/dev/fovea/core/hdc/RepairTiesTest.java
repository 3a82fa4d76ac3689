package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proposals where one number is the rate of several layers, or is settled. */
final class RepairTiesTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noListThatKeepsTheTiesIsBetter(boolean strict) {
        compare(DilationAxis.of(3, 1, 1), List.of(0, 0), strict, 20);
        compare(DilationAxis.of(3, 1, 1, 1), List.of(0, 1, 0), strict, 12);
        compare(DilationAxis.of(3, 1, 1, 1, 1), List.of(0, 0, 1, 1), strict, 20);
        compare(DilationAxis.of(3, 1, 1, 1, 1).withEntry(3), List.of(0, 1, 1, 0), strict, 12);
        compare(DilationAxis.of(2, 1, 1, 1, 1, 1), List.of(0, 0, 1, 2, 2), strict, 6);
        compare(DilationAxis.of(2, 1, 1, 1, 1, 1, 1), List.of(0, 1, 0, 1, 1, 0), strict, 12);
        compare(DilationAxis.of(List.of(3, 5, 3, 2), 1, 1, 1, 1), List.of(0, 1, 1, 0), strict, 12);
        compare(DilationAxis.of(List.of(3, 2, 2, 2), 1, 1, 1, 1).withExit(2, 2), List.of(0, 1, 2, 1), strict, 6);
    }

    private static void compare(DilationAxis stack, List<Integer> groups, boolean strict, int largest) {
        RepairOracle oracle = new RepairOracle(stack, groups, strict);
        int count = Collections.max(groups) + 1;
        Oracle.lists(count, largest, values -> {
            int[] rates = groups.stream().mapToInt(group -> values[group]).toArray();
            DilationAxis axis = stack.withRates(Arrays.stream(rates).boxed().toList());
            assertEquals(
                    oracle.best(rates, 3), Repair.proposals(task(axis, groups, Set.of(), strict), 3), axis::toString);
        });
    }

    private static RepairTask task(DilationAxis axis, List<Integer> groups, Set<Integer> given, boolean strict) {
        List<Integer> ties = groups.stream().map(groups::indexOf).toList();
        return new RepairTask(axis, ties, given, axis.ownSize(), strict, rates -> true);
    }

    @Test
    void ratesThatAreSettledStay() {
        assertEquals(
                List.of(List.of(2, 1, 7), List.of(2, 7, 1)),
                Repair.proposals(task(DilationAxis.of(3, 2, 4, 4), List.of(0, 1, 2), Set.of(0), false), 2));
        assertEquals(
                List.of(),
                Repair.proposals(task(DilationAxis.of(3, 2, 5, 8), List.of(0, 0, 0), Set.of(0, 1, 2), true), 3));
    }

    @Test
    void manyTiedLayersAreRepairedTogether() {
        List<Integer> groups = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            groups.add(i / 2);
        }
        DilationAxis axis =
                DilationAxis.of(3, groups.stream().mapToInt(group -> 2).toArray());
        List<Integer> proposed =
                Repair.proposals(task(axis, groups, Set.of(), true), 1).get(0);
        assertEquals(List.of(1, 1, 2, 2), proposed.subList(0, 4));
        assertEquals(List.of(2, 2, 3, 3), proposed.subList(396, 400));
        assertTrue(RepairTask.isSound(axis.withRates(proposed), true));
    }
}
