package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.testing.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a search may leave out, against all lists of a few rates. */
@Tag("random")
final class RepairBoundTest {
    private static final DilationAxis ANY = DilationAxis.of(3, 1, 1, 1, 1, 1);
    private static final long NONE = Long.MAX_VALUE;

    private final Random random = new Random(3);

    /** Layers that have their rates, each as a rate and its kernel less one. */
    private final List<long[]> settled = new ArrayList<>();

    private FreeRate[] free = {};
    private long rest;

    /** Layers that may change, next to some that may not. */
    private void draw(int count, boolean equalKernels, boolean tied, boolean alone) {
        int weight = 1 + random.nextInt(3);
        free = new FreeRate[count];
        for (int i = 0; i < count; i++) {
            int layers = tied ? 1 + random.nextInt(2) : 1;
            long each = equalKernels ? weight : 1 + random.nextInt(3);
            free[i] = new FreeRate(i, layers, each * layers, 1 + random.nextInt(8));
        }
        settled.clear();
        for (int i = alone ? 0 : random.nextInt(4); i > 0; i--) {
            settled.add(new long[] {1 + random.nextInt(random.nextBoolean() ? 3 : 12), 1 + random.nextInt(3)});
        }
        rest = random.nextInt(25);
    }

    private long bound() {
        return new RepairBound(free).leastChange(steps(), rest, RepairRule.unlimited(ANY, false), 0);
    }

    private FixedSteps steps() {
        FixedSteps steps = new FixedSteps(ANY);
        settled.forEach(layer -> steps.insert(layer[0], layer[1]));
        return steps;
    }

    /** The least change of all rates that add {@code rest} to the field and leave no hole, one after the other. */
    private long truth() {
        return truth(0, rest, new ArrayList<>(settled), RepairBoundTest::isComplete);
    }

    private long truth(int next, long left, List<long[]> layers, Predicate<List<long[]>> isSound) {
        if (next == free.length) {
            return left == 0 && isSound.test(layers) ? 0 : NONE;
        }
        long least = NONE;
        for (long rate = 1; rate * free[next].weight() <= left; rate++) {
            layers.add(new long[] {rate, free[next].weight()});
            long others = truth(next + 1, left - rate * free[next].weight(), layers, isSound);
            if (others < NONE) {
                least = Math.min(least, others + free[next].layers() * Math.abs(rate - free[next].rate()));
            }
            layers.remove(layers.size() - 1);
        }
        return least;
    }

    private static boolean isComplete(List<long[]> layers) {
        List<Integer> kernels = new ArrayList<>();
        List<Integer> rates = new ArrayList<>();
        layers.stream().sorted(Comparator.comparingLong(layer -> layer[0])).forEach(layer -> {
            rates.add((int) layer[0]);
            kernels.add((int) layer[1] + 1);
        });
        boolean[] read = Oracle.positions(kernels, rates);
        return Oracle.count(read) == read.length;
    }

    @Test
    void noListChangesLessThanTheBound() {
        for (int i = 0; i < Seeds.times(4000); i++) {
            draw(random.nextInt(5), random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
            long bound = bound();
            assertTrue(bound <= truth(), this::drawn);
        }
    }

    @Test
    void whereAllIsSettledTheBoundIsWhetherThereIsAHole() {
        for (int i = 0; i < 1000; i++) {
            draw(0, true, false, false);
            rest = random.nextInt(2);
            assertEquals(truth(), bound(), this::drawn);
        }
    }

    @Test
    void ofOneRateTheBoundIsItsChange() {
        for (int i = 0; i < 3000; i++) {
            draw(1, true, i % 2 == 0, false);
            rest = free[0].weight() * random.nextInt(12);
            assertEquals(truth(), bound(), this::drawn);
        }
    }

    @Test
    void ofEqualKernelsAloneTheBoundIsTheLeastChange() {
        int possible = 0;
        for (int i = 0; i < 4000; i++) {
            draw(2 + random.nextInt(3), true, false, true);
            long truth = truth();
            if (truth < NONE) {
                assertEquals(truth, bound(), this::drawn);
                possible++;
            }
        }
        assertTrue(possible > 800, possible + " possible");
    }

    /** Where layers that are settled stand between those that change, and where layers are tied, it is nearly so. */
    @Test
    void ofOtherListsTheBoundIsMostlyTheLeastChange() {
        for (boolean tied : new boolean[] {true, false}) {
            int possible = 0;
            int reached = 0;
            for (int i = 0; i < 2500; i++) {
                draw(2 + random.nextInt(3), true, tied, false);
                long truth = truth();
                possible += truth < NONE ? 1 : 0;
                reached += truth < NONE && truth == bound() ? 1 : 0;
            }
            int least = possible * (tied ? 880 : 995) / 1000;
            assertTrue(possible > 500 && reached >= least, reached + " of " + possible);
        }
    }

    /** Behind one or two 3x3 layers that have their rates, where the classical rule is enforced. */
    @Test
    void theClassicalRuleRaisesTheBound() {
        int raised = 0;
        int impossible = 0;
        for (int i = 0; i < 3000; i++) {
            int lower = 1 + random.nextInt(2);
            RepairRule rule = RepairRule.unlimited(ANY, true);
            settled.clear();
            for (int layer = 0; layer < lower; layer++) {
                settled.add(new long[] {1 + random.nextInt(6), 2});
                rule = rule.with(settled.get(layer)[0]);
            }
            free = new FreeRate[1 + random.nextInt(2)];
            for (int layer = 0; layer < free.length; layer++) {
                free[layer] = new FreeRate(lower + layer, 1, 2, 1 + random.nextInt(12));
            }
            rest = 2 * random.nextInt(20);
            if (rule.isBroken()) {
                continue;
            }
            long bound = new RepairBound(free).leastChange(steps(), rest, rule, lower);
            long strict = truth(0, rest, new ArrayList<>(settled), RepairBoundTest::keepsTheRule);
            assertTrue(bound <= strict, this::drawn);
            boolean higher = bound > bound();
            raised += higher && bound < RepairBound.IMPOSSIBLE ? 1 : 0;
            impossible += higher && bound == RepairBound.IMPOSSIBLE ? 1 : 0;
        }
        assertTrue(raised >= 58 && impossible >= 8, raised + " raised, " + impossible + " impossible");
    }

    private static boolean keepsTheRule(List<long[]> layers) {
        int[] rates = layers.stream().mapToInt(layer -> (int) layer[0]).toArray();
        return isComplete(layers) && !Oracle.hasGap(DilationAxis.of(3, rates));
    }

    /** By the theorem, the most that free rates add to a complete field is what the largest sound ones add. */
    @Test
    void theMostThatEqualKernelsAddIsAddedByAList() {
        for (int i = 0; i < 300; i++) {
            draw(1 + random.nextInt(2), true, false, true);
            settled.add(new long[] {1, 1 + random.nextInt(3)});
            long most = 0;
            for (rest = 0; rest < 80; rest++) {
                most = truth() < NONE ? rest : most;
            }
            RepairBound bound = new RepairBound(free);
            assertEquals(most, bound.mostAdded(steps()), this::drawn);
            long weights = 0;
            for (FreeRate one : free) {
                weights += one.weight();
            }
            assertEquals(weights, bound.leastAdded());
        }
    }

    private String drawn() {
        StringBuilder text = new StringBuilder("add " + rest + " to");
        settled.forEach(layer -> text.append(" %d*%d".formatted(layer[0], layer[1])));
        return text + " with " + List.of(free);
    }
}
