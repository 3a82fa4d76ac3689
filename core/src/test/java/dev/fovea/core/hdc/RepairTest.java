package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.testing.Seeds;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proposals are sound and the best there are. */
@Tag("random")
final class RepairTest {
    @Test
    void knownStacksGetTheirKnownRepairs() {
        assertProposed(List.of(1, 2, 3), DilationAxis.of(3, 2, 2, 2));
        assertProposed(List.of(1, 3, 8), DilationAxis.of(3, 1, 2, 9));
        assertProposed(List.of(1, 3, 9), DilationAxis.of(3, 2, 4, 8));
        assertProposed(List.of(1, 3, 8), DilationAxis.of(3, 2, 4, 6));
        assertProposed(List.of(1, 3), DilationAxis.of(3, 2, 3));
        assertProposed(List.of(1, 3, 2), DilationAxis.of(3, 1, 4, 1));
        assertProposed(List.of(8, 3, 1), DilationAxis.of(3, 9, 2, 1));
        assertProposed(List.of(1, 2, 3), DilationAxis.of(2, 1, 1, 4));
        assertProposed(List.of(1, 3, 9, 18, 32), DilationAxis.of(3, 3, 6, 12, 18, 24));
        assertProposed(List.of(1, 3, 8, 16, 32, 66), DilationAxis.of(3, 2, 4, 8, 16, 32, 64));
    }

    private static void assertProposed(List<Integer> rates, DilationAxis axis) {
        assertEquals(List.of(rates), proposals(axis, true, 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noListOfUpToFourLayersIsBetter(boolean strict) {
        compare(DilationAxis.of(3, 1, 1), strict, 12);
        compare(DilationAxis.of(3, 1, 1, 1), strict, 12);
        compare(DilationAxis.of(3, 1, 1, 1, 1), strict, 9);
        compare(DilationAxis.of(2, 1, 1, 1), strict, 12);
        compare(DilationAxis.of(2, 1, 1, 1, 1), strict, 8);
        compare(DilationAxis.of(4, 1, 1, 1), strict, 8);
        compare(DilationAxis.of(5, 1, 1, 1), strict, 8);
        compare(DilationAxis.of(7, 1, 1), strict, 20);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void norWhereKernelsDiffer(boolean strict) {
        compare(DilationAxis.of(List.of(3, 5), 1, 1), strict, 20);
        compare(DilationAxis.of(List.of(3, 3, 5), 1, 1, 1), strict, 8);
        compare(DilationAxis.of(List.of(7, 2, 3), 1, 1, 1), strict, 8);
        compare(DilationAxis.of(List.of(2, 3, 2, 3), 1, 1, 1, 1), strict, 5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void norBetweenNeighbours(boolean strict) {
        compare(DilationAxis.of(3, 1, 1, 1).withEntry(3), strict, 8);
        compare(DilationAxis.of(5, 1, 1).withEntry(5), strict, 30);
        compare(DilationAxis.of(4, 1, 1).withEntry(4).withExit(4, 1), strict, 30);
        compare(DilationAxis.of(3, 1, 1, 1).withEntry(2), strict, 8);
        compare(DilationAxis.of(3, 1, 1, 1).withExit(2, 1), strict, 8);
        compare(DilationAxis.of(3, 1, 1).withExit(3, 5), strict, 12);
        compare(DilationAxis.of(2, 1, 1, 1).withEntry(2).withExit(2, 3), strict, 8);
        compare(DilationAxis.of(List.of(3, 5), 1, 1).withEntry(3), strict, 12);
    }

    private static void compare(DilationAxis stack, boolean strict, int largest) {
        RepairOracle oracle = new RepairOracle(stack, strict);
        Oracle.lists(stack.kernels().size(), largest, rates -> {
            DilationAxis axis = stack.withRates(Arrays.stream(rates).boxed().toList());
            assertEquals(oracle.best(rates, 3), proposals(axis, strict, 3), axis::toString);
            assertEquals(oracle.best(rates, 1), proposals(axis, strict, 1), axis::toString);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void norOfFiveOrSix(boolean strict) {
        Random random = new Random(11);
        for (int round = 0; round < Seeds.times(8); round++) {
            compareOne(Collections.nCopies(5, 3), random.ints(5, 1, 24).toArray(), strict);
            compareOne(Collections.nCopies(6, 2), random.ints(6, 1, 10).toArray(), strict);
            compareOne(Collections.nCopies(6, 3), random.ints(6, 1, 6).toArray(), strict);
            compareOne(List.of(3, 5, 3, 2, 4), random.ints(5, 1, 9).toArray(), strict);
        }
        compareOne(Collections.nCopies(6, 3), new int[] {2, 2, 2, 2, 2, 2}, strict);
        compareOne(Collections.nCopies(5, 3), new int[] {2, 2, 2, 2, 60}, strict);
    }

    /** The fields are small enough that one of the very same size exists. */
    private static void compareOne(List<Integer> kernels, int[] rates, boolean strict) {
        DilationAxis axis = DilationAxis.of(kernels, rates);
        RepairOracle oracle = new RepairOracle(axis, strict, (int) axis.ownSize());
        assertEquals(oracle.best(rates, 1), proposals(axis, strict, 1), axis::toString);
    }

    @Test
    void whatTheSearchGivesUpOnIsStillSound() {
        for (boolean strict : new boolean[] {true, false}) {
            for (DilationAxis axis : List.of(
                    DilationAxis.of(64, 1 << 24, 1 << 24, 1 << 24, 1 << 24, 1 << 24, 1 << 24),
                    DilationAxis.of(List.of(7, 2, 3, 5, 4, 6), 60, 60, 60, 60, 60, 60)
                            .withEntry(3))) {
                List<List<Integer>> proposals = proposals(axis, strict, 3);
                assertTrue(proposals.size() > 0);
                proposals.forEach(rates -> assertTrue(RepairTask.isSound(axis.withRates(rates), strict)));
            }
        }
    }

    @Test
    void someStacksGetNoRepair() {
        assertEquals(List.of(), proposals(DilationAxis.of(3, 2), true, 1));
        assertEquals(
                List.of(),
                proposals(DilationAxis.of(3, 1, 1).withExit(3, 1000), true, 1),
                "no rates bridge a stride of 1000");
    }

    private static List<List<Integer>> proposals(DilationAxis axis, boolean strict, int count) {
        return Repair.proposals(RepairTask.of(axis, strict), count);
    }
}
