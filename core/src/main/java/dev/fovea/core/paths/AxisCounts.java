package dev.fovea.core.paths;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.Step;
import dev.fovea.core.network.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

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
     * The marginal of a layer that reads this one.
     *
     * @param steps how it reads along the axis itself, then along the others
     */
    AxisCounts through(List<Step.Local> steps, Budget budget) {
        if (areIdentities(steps)) {
            return this;
        }
        Step.Local own = steps.get(0);
        long repeats = periods[0] / Integers.gcd(periods[0], own.advance());
        int[] next = new int[periods.length];
        next[0] = checkedPeriod(own.period() * repeats);
        long nextShift = Math.multiplyExact(own.advance() * repeats / periods[0], shift);
        List<Multiplicities> others = new ArrayList<>();
        long all = next[0];
        for (int axis = 1; axis < periods.length; axis++) {
            others.add(Multiplicities.of(steps.get(axis), periods[axis]));
            next[axis] = others.get(axis - 1).period();
            all = checkedPeriod(all * next[axis]);
        }
        List<Counts> sums = new ArrayList<>((int) all);
        for (int phase = 0; phase < all; phase++) {
            int[] unit = unit(phase, next);
            Counts sum = Counts.NONE;
            for (int[] from : classes(others)) {
                long weight = 1;
                for (int axis = 1; axis < from.length; axis++) {
                    weight = Math.multiplyExact(
                            weight, others.get(axis - 1).phases().get(unit[axis])[from[axis]]);
                }
                if (weight > 0) {
                    sum = sum.plus(read(own.reads(unit[0]), from, budget).times(weight), budget);
                }
            }
            sums.add(sum);
        }
        return new AxisCounts(nextShift, next, sums).shortened();
    }

    private static boolean areIdentities(List<Step.Local> steps) {
        for (Step.Local step : steps) {
            if (!step.equals(Step.IDENTITY)) {
                return false;
            }
        }
        return true;
    }

    /** All combinations of residue classes along the other axes. */
    private static List<int[]> classes(List<Multiplicities> others) {
        List<int[]> combinations = List.of(new int[others.size() + 1]);
        for (int axis = 0; axis < others.size(); axis++) {
            List<int[]> longer = new ArrayList<>();
            for (int[] combination : combinations) {
                for (int residue = 0; residue < others.get(axis).classes(); residue++) {
                    int[] one = combination.clone();
                    one[axis + 1] = residue;
                    longer.add(one);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    /** The sum over the units read along the axis itself, of which the other coordinates are {@code from}. */
    private Counts read(Units units, int[] from, Budget budget) {
        long cycle = periods[0] / Integers.gcd(periods[0], units.distance());
        long step = Math.multiplyExact(units.distance() * cycle / periods[0], shift);
        Counts sum = Counts.NONE;
        for (long i = 0; i < Math.min(cycle, units.count()); i++) {
            long unit = Math.addExact(units.first(), i * units.distance());
            sum = sum.plus(at(unit, from).spread(step, (units.count() - 1 - i) / cycle + 1, budget), budget);
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
    AxisCounts plus(AxisCounts other, Budget budget) {
        int[] common = new int[periods.length];
        long all = 1;
        for (int axis = 0; axis < common.length; axis++) {
            long one = periods[axis];
            common[axis] = checkedPeriod(one / Integers.gcd(one, other.periods[axis]) * other.periods[axis]);
            all = checkedPeriod(all * common[axis]);
        }
        List<Counts> sums = new ArrayList<>((int) all);
        for (int phase = 0; phase < all; phase++) {
            int[] unit = unit(phase, common);
            sums.add(at(unit[0], unit).plus(other.at(unit[0], unit), budget));
        }
        return new AxisCounts(Math.multiplyExact(common[0] / periods[0], shift), common, sums).shortened();
    }

    private static int[] unit(int phase, int[] periods) {
        int[] unit = new int[periods.length];
        int rest = phase;
        for (int axis = periods.length - 1; axis >= 0; axis--) {
            unit[axis] = rest % periods[axis];
            rest /= periods[axis];
        }
        return unit;
    }

    /** The same marginals with the shortest periods. */
    private AxisCounts shortened() {
        AxisCounts shortest = this;
        for (int axis = 0; axis < periods.length; axis++) {
            for (int factor = 2; factor <= shortest.periods[axis]; factor++) {
                while (shortest.periods[axis] % factor == 0 && shortest.repeats(axis, factor)) {
                    shortest = shortest.divided(axis, factor);
                }
            }
        }
        return shortest;
    }

    private boolean repeats(int axis, int factor) {
        if (axis == 0 && shift % factor != 0) {
            return false;
        }
        int part = periods[axis] / factor;
        long move = axis == 0 ? shift / factor : 0;
        for (int phase = 0; phase < phases.size(); phase++) {
            int[] unit = unit(phase, periods);
            if (unit[axis] >= part) {
                unit[axis] -= part;
                if (!phases.get(phase).equals(at(unit[0], unit).shift(move))) {
                    return false;
                }
            }
        }
        return true;
    }

    private AxisCounts divided(int axis, int factor) {
        int[] shorter = periods.clone();
        shorter[axis] /= factor;
        List<Counts> kept = new ArrayList<>();
        for (int phase = 0; phase < phases.size() / factor; phase++) {
            int[] unit = unit(phase, shorter);
            kept.add(at(unit[0], unit));
        }
        return new AxisCounts(axis == 0 ? shift / factor : shift, shorter, Collections.unmodifiableList(kept));
    }
}
