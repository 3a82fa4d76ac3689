package dev.fovea.core.paths;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.exact.MixedRadix;
import dev.fovea.core.exact.Periods;
import dev.fovea.core.network.Step;
import dev.fovea.core.network.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The marginal along one axis of the path counts of all units of a layer: per position along the axis, the paths from any
 * pixel with that position.
 *
 * <p>Paths that differ along the other axes only are counted too, so a branch weighs with its taps along those axes; where
 * their number differs from unit to unit, so does the marginal.
 *
 * @param shift pixels by which the marginal moves on after one period of units along the axis itself
 * @param periods the period along the axis itself, then those along the other axes, in order
 * @param phases the marginals of the units of one period; the last axis runs fastest
 */
record AxisCounts(long shift, int[] periods, List<Counts> phases) {
    /** Units of one period, over all axes, beyond which marginals are not followed. */
    private static final int MOST_PHASES = 4096;

    /** The marginal of the input: one path to every pixel. */
    static AxisCounts input(int axes) {
        int[] periods = new int[axes];
        Arrays.fill(periods, 1);
        return new AxisCounts(1, periods, List.of(Counts.ONE));
    }

    static int checkedPeriod(long period) {
        if (period > MOST_PHASES) {
            throw new Budget.SpentException();
        }
        return (int) period;
    }

    /** The marginal of unit 0. */
    Counts first() {
        return phases.get(0);
    }

    /**
     * Where nearly all paths to the first units along the axis itself lie, of which the other coordinates are 0; empty where it
     * is unknown of one of them, and where no path leads to any.
     */
    Optional<Bulk> bulk(long units) {
        int[] others = new int[periods.length];
        Optional<Bulk> all = Optional.empty();
        for (long unit = 0; unit < units; unit++) {
            if (unit == periods[0] && units > 2L * periods[0]) {
                // Later periods move on by as much: only the last of them lies farther.
                unit = units - periods[0];
            }
            Counts own = at(unit, others);
            if (!own.isEmpty()) {
                Optional<Bulk> bulk = own.bulk();
                if (bulk.isEmpty()) {
                    return bulk;
                }
                all = all.isEmpty() ? bulk : Optional.of(all.get().union(bulk.get()));
            }
        }
        return all;
    }

    /**
     * The marginal of a layer that reads this one.
     *
     * @param steps how it reads along the axis itself, then along the others
     */
    AxisCounts through(List<Step.Local> steps, Allowance allowance) {
        Step.Local own = steps.get(0);
        long repeats = Integers.cycle(periods[0], own.advance());
        int[] next = new int[periods.length];
        next[0] = checkedPeriod(own.period() * repeats);
        long nextShift = Math.multiplyExact(own.advance() * repeats / periods[0], shift);
        List<Multiplicities> others = new ArrayList<>();
        for (int axis = 1; axis < periods.length; axis++) {
            others.add(Multiplicities.of(steps.get(axis), periods[axis]));
            next[axis] = others.get(axis - 1).period();
        }
        MixedRadix units = checkedUnits(next);
        List<int[]> classes = classes(others);
        List<Counts> sums = new ArrayList<>(units.count());
        for (int phase = 0; phase < units.count(); phase++) {
            int[] unit = units.digits(phase);
            Counts sum = Counts.NONE;
            for (int[] from : classes) {
                long weight = 1;
                for (int axis = 1; axis < from.length; axis++) {
                    weight = Math.multiplyExact(
                            weight, others.get(axis - 1).phases().get(unit[axis])[from[axis]]);
                }
                if (weight > 0) {
                    sum = sum.plus(read(own.reads(unit[0]), from, weight, allowance), allowance);
                }
            }
            sums.add(sum);
        }
        return new AxisCounts(nextShift, next, sums).shortened();
    }

    /** All combinations of residue classes along the other axes. */
    private static List<int[]> classes(List<Multiplicities> others) {
        int[] sizes = new int[others.size() + 1];
        sizes[0] = 1;
        for (int axis = 1; axis < sizes.length; axis++) {
            sizes[axis] = others.get(axis - 1).classes();
        }
        MixedRadix box = new MixedRadix(sizes);
        List<int[]> all = new ArrayList<>();
        for (int place = 0; place < box.count(); place++) {
            all.add(box.digits(place));
        }
        return all;
    }

    /** The sum over the units read along the axis itself, of which the other coordinates are {@code from}, times their weight. */
    private Counts read(Units units, int[] from, long weight, Allowance allowance) {
        long cycle = Integers.cycle(periods[0], units.distance());
        long step = Math.multiplyExact(units.distance() * cycle / periods[0], shift);
        Counts sum = Counts.NONE;
        for (long i = 0; i < Math.min(cycle, units.count()); i++) {
            long unit = Math.addExact(units.first(), i * units.distance());
            long copies = (units.count() - 1 - i) / cycle + 1;
            sum = sum.plus(at(unit, from).spread(step, copies, weight, allowance), allowance);
        }
        return sum;
    }

    private Counts at(long unit, int[] others) {
        int phase = Math.floorMod(unit, periods[0]);
        for (int axis = 1; axis < periods.length; axis++) {
            phase = phase * periods[axis] + Math.floorMod(others[axis], periods[axis]);
        }
        return phases.get(phase).shift(Math.multiplyExact(Math.floorDiv(unit, periods[0]), shift));
    }

    /** The sum of both; the jumps must agree. */
    AxisCounts plus(AxisCounts other, Allowance allowance) {
        int[] common = new int[periods.length];
        for (int axis = 0; axis < common.length; axis++) {
            common[axis] = checkedPeriod(Integers.lcm(periods[axis], other.periods[axis]));
        }
        MixedRadix units = checkedUnits(common);
        List<Counts> sums = new ArrayList<>(units.count());
        for (int phase = 0; phase < units.count(); phase++) {
            int[] unit = units.digits(phase);
            sums.add(at(unit[0], unit).plus(other.at(unit[0], unit), allowance));
        }
        return new AxisCounts(Math.multiplyExact(common[0] / periods[0], shift), common, sums).shortened();
    }

    /** The units of one period over all axes. */
    private static MixedRadix checkedUnits(int[] periods) {
        if (!MixedRadix.fits(MOST_PHASES, periods)) {
            throw new Budget.SpentException();
        }
        return new MixedRadix(periods);
    }

    /** The same marginals with the shortest periods. */
    private AxisCounts shortened() {
        AxisCounts shortest = this;
        for (int axis = 0; axis < periods.length; axis++) {
            AxisCounts before = shortest;
            int along = axis;
            int period = periods[axis] == 1
                    ? 1
                    : Periods.shortest(periods[axis], candidate -> before.isPeriod(along, candidate));
            shortest = period == periods[axis] ? before : before.shortened(axis, period);
        }
        return shortest;
    }

    private boolean isPeriod(int axis, int period) {
        int factor = periods[axis] / period;
        if (axis == 0 && shift % factor != 0) {
            return false;
        }
        MixedRadix units = new MixedRadix(periods);
        long move = axis == 0 ? shift / factor : 0;
        for (int phase = 0; phase < phases.size(); phase++) {
            int before = phase - period * units.weight(axis);
            if (units.digit(phase, axis) >= period
                    && !phases.get(phase).equals(phases.get(before).shift(move))) {
                return false;
            }
        }
        return true;
    }

    private AxisCounts shortened(int axis, int period) {
        int[] shorter = periods.clone();
        shorter[axis] = period;
        MixedRadix units = new MixedRadix(shorter);
        List<Counts> kept = new ArrayList<>(units.count());
        for (int phase = 0; phase < units.count(); phase++) {
            int[] unit = units.digits(phase);
            kept.add(at(unit[0], unit));
        }
        long move = axis == 0 ? shift / (periods[0] / period) : shift;
        return new AxisCounts(move, shorter, Collections.unmodifiableList(kept));
    }
}
