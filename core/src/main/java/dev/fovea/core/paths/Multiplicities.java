package dev.fovea.core.paths;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.exact.Periods;
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
        long period = AxisCounts.checkedPeriod(step.period() * Integers.cycle(classes, step.advance()));
        List<long[]> phases = new ArrayList<>();
        for (long unit = 0; unit < period; unit++) {
            Units units = step.reads(unit);
            phases.add(Integers.residues(units.first(), units.distance(), units.count(), classes));
        }
        int shortest =
                phases.size() == 1 ? 1 : Periods.shortest(phases.size(), candidate -> isPeriod(phases, candidate));
        return new Multiplicities(classes, phases.subList(0, shortest));
    }

    int period() {
        return phases.size();
    }

    private static boolean isPeriod(List<long[]> phases, int period) {
        for (int unit = period; unit < phases.size(); unit++) {
            if (!Arrays.equals(phases.get(unit), phases.get(unit - period))) {
                return false;
            }
        }
        return true;
    }
}
