package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.testing.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proposals for stacks of more layers than can be tried one by one. */
@Tag("random")
final class LongRepairTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noListOfTheSameFieldIsBetter(boolean strict) {
        Random random = new Random(23);
        for (int layers = 7; layers <= 9; layers++) {
            for (int round = 0; round < 3; round++) {
                int[] rates = random.ints(layers, 1, 12 - layers).toArray();
                compare(DilationAxis.of(3, rates), strict);
                compare(DilationAxis.of(2, rates), strict);
            }
            compare(DilationAxis.of(3, IntStream.generate(() -> 2).limit(layers).toArray()), strict);
        }
        compare(DilationAxis.of(3, 1, 2, 5, 1, 2, 6), strict);
        compare(DilationAxis.of(3, 2, 2, 2, 2, 4, 4, 4), strict);
    }

    /** All lists of five 3x3 layers up to rate 9; for each there is a sound list of the very same field. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noListOfAnyFiveIsBetter(boolean strict) {
        DilationAxis stack = DilationAxis.of(3, 1, 1, 1, 1, 1);
        RepairOracle[] oracles = new RepairOracle[92];
        for (int size = 11; size < oracles.length; size += 2) {
            oracles[size] = new RepairOracle(stack, strict, size);
        }
        Oracle.lists(5, 9, rates -> {
            DilationAxis axis = DilationAxis.of(3, rates);
            if (!RepairTask.isSound(axis, strict)) {
                int[] best = oracles[(int) axis.ownSize()].bestOfSize(rates);
                assertEquals(
                        List.of(Arrays.stream(best).boxed().toList()),
                        Repair.proposals(RepairTask.of(axis, strict), 1),
                        axis::toString);
            }
        });
    }

    private static void compare(DilationAxis axis, boolean strict) {
        int[] rates = axis.rates().stream().mapToInt(rate -> rate).toArray();
        List<List<Integer>> best = new RepairOracle(axis, strict, (int) axis.ownSize()).best(rates, 3);
        if (best.size() == 3) {
            assertEquals(best, Repair.proposals(RepairTask.of(axis, strict), 3), axis::toString);
        }
    }

    /** Where too much would have to be tried, the proposal still keeps every rule, and the field. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsNotProvenIsSound(boolean strict) {
        Random random = new Random(47);
        for (int round = 0; round < Seeds.times(12); round++) {
            int[] rates =
                    random.ints(10 + 4 * round, 1, 14).map(rate -> 2 * rate).toArray();
            for (DilationAxis axis : List.of(
                    DilationAxis.of(3, rates),
                    DilationAxis.of(3, rates).withEntry(3),
                    DilationAxis.of(random.ints(rates.length, 2, 6).boxed().toList(), rates))) {
                List<List<Integer>> proposals = Repair.proposals(RepairTask.of(axis, strict), 3);
                assertTrue(proposals.size() > 0);
                proposals.forEach(list -> assertTrue(Oracle.isSound(axis.withRates(list), strict)));
                assertEquals(axis.ownSize(), axis.withRates(proposals.get(0)).ownSize());
            }
        }
    }
}
