package dev.fovea.core.paths;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.Step;
import dev.fovea.core.network.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often a step reads units of each residue class along an axis that is summed over: there it does not matter where the
 * paths begin, only how many there are.
 *
 * @param classes number of residue classes of the units read
 * @param phases per unit of one period, how many units of each class it reads
 */
record Multiplicities(int classes, List<long[]> phases) {
    /** The multiplicities of {@code step}, with the shortest period. */
    static Multiplicities of(Step.Local step, int classes) {
        long period = AxisCounts.checkedPeriod(step.period() * (classes / Integers.gcd(classes, step.advance())));
        List<long[]> phases = new ArrayList<>();
        for (long unit = 0; unit < period; unit++) {
            Units units = step.reads(unit);
            long[] counts = new long[classes];
            long cycle = classes / Integers.gcd(classes, units.distance());
            for (long i = 0; i < Math.min(cycle, units.count()); i++) {
                counts[(int) Math.floorMod(units.first() + i * units.distance(), (long) classes)] +=
                        (units.count() - 1 - i) / cycle + 1;
            }
            phases.add(counts);
        }
        return new Multiplicities(classes, phases.subList(0, shortest(phases)));
    }

    int period() {
        return phases.size();
    }

    private static int shortest(List<long[]> phases) {
        for (int period = 1; period < phases.size(); period++) {
            if (phases.size() % period == 0 && repeats(phases, period)) {
                return period;
            }
        }
        return phases.size();
    }

    private static boolean repeats(List<long[]> phases, int period) {
        for (int unit = period; unit < phases.size(); unit++) {
            if (!Arrays.equals(phases.get(unit), phases.get(unit - period))) {
                return false;
            }
        }
        return true;
    }
}
