package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.testing.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proposed where the best cannot be proven: lists that are lowered until they are sound, and improved then. */
@Tag("random")
final class RepairClimbTest {
    private final Random random = new Random(13);

    /** A stack of up to five layers, some of which share a rate, or have it for good. */
    private RepairTask draw(boolean strict, int largestKernel) {
        int layers = 2 + random.nextInt(4);
        List<Integer> ties = new ArrayList<>();
        List<Integer> rates = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            int tie = random.nextInt(3) == 0 ? random.nextInt(i + 1) : i;
            ties.add(ties.size() > tie ? ties.get(tie) : i);
            rates.add(ties.get(i) < i ? rates.get(ties.get(i)) : Integer.valueOf(1 + random.nextInt(12)));
        }
        List<Integer> kernels =
                random.ints(layers, 2, largestKernel + 1).boxed().toList();
        DilationAxis axis =
                DilationAxis.of(kernels, rates.stream().mapToInt(rate -> rate).toArray());
        axis = random.nextInt(3) == 0 ? axis.withEntry(2 + random.nextInt(2)) : axis;
        axis = random.nextInt(4) == 0 ? axis.withExit(2 + random.nextInt(2), 1 + random.nextInt(2)) : axis;
        int settled = ties.get(random.nextInt(layers));
        boolean some = random.nextInt(4) == 0 && ties.stream().anyMatch(tie -> tie != settled);
        List<Integer> given = IntStream.range(0, layers)
                .filter(layer -> some && ties.get(layer) == settled)
                .boxed()
                .toList();
        return new RepairTask(axis, List.copyOf(ties), Set.copyOf(given), axis.ownSize(), strict, list -> true);
    }

    private static void checkKept(RepairTask task, List<Integer> rates) {
        assertTrue(Oracle.isSound(task.axis().withRates(rates), task.strict()), rates + " for " + task);
        for (int i = 0; i < rates.size(); i++) {
            assertEquals(rates.get(task.ties().get(i)), rates.get(i), "tied");
            if (task.given().contains(i)) {
                assertEquals(task.axis().rates().get(i), rates.get(i), "settled");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ratesAreOnlyLoweredAndWhereNothingIsWrongNotAtAll(boolean strict) {
        int sound = 0;
        int none = 0;
        for (int i = 0; i < Seeds.times(1000); i++) {
            RepairTask task = draw(strict, 4);
            List<Integer> rates = task.axis().rates();
            List<List<Integer>> lowered = RepairLadder.of(task);
            lowered.forEach(list -> checkKept(task, list));
            if (Oracle.isSound(task.axis(), strict)) {
                assertEquals(rates, lowered.get(0));
                sound++;
            } else if (lowered.isEmpty()) {
                assertTrue(!task.given().isEmpty() || task.axis().exitStep() > 1, task::toString);
                none++;
            } else if (task.free().size() < rates.size()) {
                assertEquals(1, lowered.size());
                for (int layer = 0; layer < rates.size(); layer++) {
                    assertTrue(lowered.get(0).get(layer) <= rates.get(layer), task::toString);
                }
            }
        }
        assertTrue(sound > 20 && none > 5, sound + " sound, " + none + " without any");
    }

    /** 1, 3, 9 are the largest rates of three 3x3 layers without a hole; above another, 3, 9, 27, but for their divisor. */
    @Test
    void ratesThatAreTooLargeAreLoweredToTheirLimits() {
        assertEquals(List.of(List.of(1, 3, 9)), RepairLadder.of(RepairTask.of(DilationAxis.of(3, 20, 30, 40), false)));
        assertEquals(
                List.of(List.of(9, 3, 1), List.of(1, 3, 9)),
                RepairLadder.of(RepairTask.of(DilationAxis.of(3, 40, 30, 20), false)));
        assertEquals(
                List.of(List.of(2, 7, 21)),
                RepairLadder.of(RepairTask.of(DilationAxis.of(3, 20, 30, 40).withEntry(3), false)));
    }

    /** Behind 1 and 2, 5x5 layers read 13 positions, so 13 leaves no hole; but 13 - 2 * 2 exceeds 5, and 9 - 2 * 2 does not. */
    @Test
    void anEdgeLowersRatesThatLeaveNoHole() {
        DilationAxis axis = DilationAxis.of(5, 1, 2, 13);
        assertEquals(List.of(List.of(1, 2, 13)), RepairLadder.of(RepairTask.of(axis, false)));
        assertEquals(List.of(List.of(1, 2, 9)), RepairLadder.of(RepairTask.of(axis, true)));
    }

    /** The only rate of all layers is their divisor. */
    @Test
    void whatTakesTooLongToLowerBecomesOne() {
        DilationAxis axis = DilationAxis.of(3, 200, 200, 200).withEntry(400);
        RepairTask task = new RepairTask(axis, List.of(0, 0, 0), Set.of(), axis.ownSize(), false, list -> true);
        assertEquals(List.of(List.of(1, 1, 1)), RepairLadder.of(task));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noSingleStepImprovesWhatTheClimbReaches(boolean strict) {
        for (int i = 0; i < Seeds.times(400); i++) {
            RepairTask task = draw(strict, 4);
            for (List<Integer> start : RepairLadder.of(task)) {
                List<Integer> reached = new RepairClimb(task).improved(start);
                checkKept(task, reached);
                checkNoStep(task, reached);
            }
        }
    }

    private static void checkNoStep(RepairTask task, List<Integer> reached) {
        long missing = task.size() - task.axis().withRates(reached).ownSize();
        for (int layer : task.free()) {
            if (Math.abs(missing) >= weight(task, layer)) {
                List<Integer> closer = moved(task, reached, layer, Long.signum(missing), layer, 0);
                assertFalse(isAllowed(task, closer), () -> closer + " after " + reached + " for " + task);
            }
            int back = Integer.signum(task.axis().rates().get(layer) - reached.get(layer));
            for (int other : task.free()) {
                boolean further =
                        Integer.signum(reached.get(other) - task.axis().rates().get(other)) != back;
                if (back != 0 && !further && weight(task, other) == weight(task, layer)) {
                    List<Integer> nearer = moved(task, reached, layer, back, other, -back);
                    assertFalse(isAllowed(task, nearer), () -> nearer + " after " + reached + " for " + task);
                }
            }
        }
    }

    private static long weight(RepairTask task, int tie) {
        long weight = 0;
        for (int i = 0; i < task.ties().size(); i++) {
            weight += task.ties().get(i) == tie ? task.axis().kernels().get(i) - 1 : 0;
        }
        return weight;
    }

    private static List<Integer> moved(
            RepairTask task, List<Integer> rates, int layer, int by, int other, int otherBy) {
        List<Integer> moved = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            int tie = task.ties().get(i);
            moved.add(rates.get(i) + (tie == layer ? by : 0) + (tie == other ? otherBy : 0));
        }
        return moved;
    }

    private static boolean isAllowed(RepairTask task, List<Integer> rates) {
        return rates.stream().allMatch(rate -> rate > 0)
                && Oracle.isSound(task.axis().withRates(rates), task.strict());
    }

    /** Of three 3x3 layers there always is a list of the wanted field, or of the nearest possible; it is reached. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void threeEqualLayersGetTheFieldOfTheBestListAndNearlyAlwaysTheList(boolean strict) {
        DilationAxis stack = DilationAxis.of(3, 1, 1, 1);
        RepairOracle oracle = new RepairOracle(stack, strict);
        int[] count = new int[2];
        Oracle.lists(3, 10, rates -> {
            DilationAxis axis = stack.withRates(Arrays.stream(rates).boxed().toList());
            RepairTask task = RepairTask.of(axis, strict);
            RepairClimb climb = new RepairClimb(task);
            List<Integer> best = oracle.best(rates, 1).get(0);
            RepairMerit reached = RepairLadder.of(task).stream()
                    .map(start -> task.merit(climb.improved(start)))
                    .min(RepairMerit::compareTo)
                    .orElseThrow();
            assertEquals(axis.withRates(best).ownSize(), reached.size(), axis::toString);
            count[0]++;
            count[1] += reached.rates().equals(best) ? 1 : 0;
        });
        assertTrue(count[1] > count[0] * 92 / 100, count[1] + " of " + count[0]);
    }
}
