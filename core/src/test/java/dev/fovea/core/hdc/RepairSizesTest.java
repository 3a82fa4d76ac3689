package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proposals for a field that is not the present one, where some rates are settled, against all lists of three layers. */
final class RepairSizesTest {
    private static final int LARGEST = 40;

    private final Random random = new Random(29);

    private record Candidate(int[] merit, List<Integer> rates) {}

    private static List<List<Integer>> sound(DilationAxis stack, boolean strict) {
        List<List<Integer>> all = new ArrayList<>();
        Oracle.lists(3, LARGEST, rates -> {
            // Position 1 is read by a layer of rate 1 or by a neighbour, and neighbours reach no further than 3.
            if (Arrays.stream(rates).min().getAsInt() == 1
                    || stack.entryKernel().isPresent()
                            && Arrays.stream(rates).min().getAsInt() <= 4) {
                DilationAxis axis = stack.withRates(Arrays.stream(rates).boxed().toList());
                if (Oracle.isSound(axis, strict)) {
                    all.add(axis.rates());
                }
            }
        });
        return all;
    }

    /** The order in which proposals are better: the change of the field, the smaller field, changes, falls, and the rates. */
    private static int[] merit(RepairTask task, List<Integer> rates) {
        int[] merit = new int[4 + rates.size()];
        int size = 1;
        for (int i = 0; i < rates.size(); i++) {
            size += (task.axis().kernels().get(i) - 1) * rates.get(i);
            merit[2] += Math.abs(rates.get(i) - task.axis().rates().get(i));
            merit[3] += i > 0 && rates.get(i) < rates.get(i - 1) ? 1 : 0;
            merit[4 + i] = rates.get(i);
        }
        merit[0] = Math.abs(size - (int) task.size());
        merit[1] = size;
        return merit;
    }

    private static List<List<Integer>> best(RepairTask task, List<List<Integer>> sound, int count) {
        return sound.stream()
                .filter(rates -> task.given().stream().allMatch(layer -> rates.get(layer)
                        .equals(task.axis().rates().get(layer))))
                .map(rates -> new Candidate(merit(task, rates), rates))
                .sorted((one, other) -> Arrays.compare(one.merit(), other.merit()))
                .limit(count)
                .map(Candidate::rates)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noListOfAnyWantedFieldIsBetter(boolean strict) {
        int found = 0;
        for (DilationAxis stack : List.of(
                DilationAxis.of(3, 1, 1, 1),
                DilationAxis.of(2, 1, 1, 1).withEntry(3),
                DilationAxis.of(2, 1, 1, 1).withEntry(2).withExit(2, 2),
                DilationAxis.of(List.of(3, 2, 4), 1, 1, 1))) {
            List<List<Integer>> sound = sound(stack, strict);
            for (int i = 0; i < 100; i++) {
                DilationAxis axis =
                        stack.withRates(random.ints(3, 1, 10).boxed().toList());
                Set<Integer> given = IntStream.range(0, 3)
                        .filter(layer -> random.nextInt(4) == 0)
                        .boxed()
                        .collect(Collectors.toSet());
                if (given.size() < 3) {
                    RepairTask task =
                            new RepairTask(axis, List.of(0, 1, 2), given, 1 + random.nextInt(40), strict, list -> true);
                    List<List<Integer>> best = best(task, sound, 3);
                    assertEquals(best, Repair.proposals(task, 3), () -> task + " of " + task.size());
                    found += best.size();
                }
            }
        }
        assertTrue(found > 400, found + " found");
    }

    /** 1 + 2 * 4 = 9 instead of 13; from 2, 2, 2 to 1, 1, 2 two rates change by one, and to 3, 2, 2 one. */
    @Test
    void meritsAreCountedAsTheyAreDefined() {
        RepairTask task = RepairTask.of(DilationAxis.of(3, 2, 2, 2), true);
        assertEquals(new RepairMerit(4, 9, 2, 0, List.of(1, 1, 2)), task.merit(List.of(1, 1, 2)));
        assertEquals(new RepairMerit(2, 15, 1, 1, List.of(3, 2, 2)), task.merit(List.of(3, 2, 2)));
    }

    @Test
    void ofListsThatAreAsGoodTheFirstInOrderIsBetter() {
        RepairMerit first = new RepairMerit(0, 9, 2, 0, List.of(1, 1, 2));
        RepairMerit second = new RepairMerit(0, 9, 2, 0, List.of(1, 2, 1));
        assertTrue(first.compareTo(second) < 0);
        assertTrue(second.compareTo(first) > 0);
        assertEquals(0, first.compareTo(first));
    }

    @Test
    void ratesThatMustHoldElsewhereTooDo() {
        DilationAxis axis = DilationAxis.of(3, 2, 2, 2);
        // 1, 2, 3 is the best; the best without a 3 of those that keep the field is 1, 1, 4.
        RepairTask task =
                new RepairTask(axis, List.of(0, 1, 2), Set.of(), axis.ownSize(), false, rates -> !rates.contains(3));
        List<List<Integer>> sound =
                sound(axis, false).stream().filter(rates -> !rates.contains(3)).toList();
        assertEquals(best(task, sound, 3), Repair.proposals(task, 3));
        assertEquals(List.of(1, 1, 4), Repair.proposals(task, 1).get(0));
    }
}
