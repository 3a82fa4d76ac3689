package dev.fovea.core.pathmap;

import dev.fovea.core.exact.MixedRadix;
import dev.fovea.core.network.Step;
import dev.fovea.core.network.Units;
import dev.fovea.core.paths.Budget;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Numbers of paths on a box of units; the last axis runs fastest.
 *
 * @param start first unit of the box, per axis
 * @param size units of the box, per axis
 */
record CountGrid(long[] start, int[] size, BigInteger[] values) {
    /** Units beyond which a box is not filled: one of 512×512. */
    private static final long MOST_UNITS = 1 << 18;

    /** One path, from one unit. */
    static CountGrid point(long[] unit) {
        int[] size = new int[unit.length];
        Arrays.fill(size, 1);
        return new CountGrid(unit.clone(), size, new BigInteger[] {BigInteger.ONE});
    }

    private static CountGrid empty(long[] start, int[] size) {
        if (!MixedRadix.fits(MOST_UNITS, size)) {
            throw new Budget.SpentException();
        }
        BigInteger[] values = new BigInteger[new MixedRadix(size).count()];
        Arrays.fill(values, BigInteger.ZERO);
        return new CountGrid(start, size, values);
    }

    private static int length(long first, long last) {
        long length = Math.addExact(Math.subtractExact(last, first), 1);
        if (length > MOST_UNITS) {
            throw new Budget.SpentException();
        }
        return (int) length;
    }

    /** The number of paths from each unit that the units here read along one axis. */
    CountGrid read(int axis, Step.Local step) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        Units[] reads = new Units[size[axis]];
        for (int i = 0; i < reads.length; i++) {
            Units units = step.reads(start[axis] + i);
            reads[i] = units;
            if (units.count() > 0) {
                first = Math.min(first, units.first());
                last = Math.max(last, units.last());
            }
        }
        long[] nextStart = start.clone();
        int[] nextSize = size.clone();
        nextStart[axis] = first > last ? 0 : first;
        nextSize[axis] = first > last ? 0 : length(first, last);
        CountGrid next = empty(nextStart, nextSize);
        MixedRadix box = new MixedRadix(size);
        int inner = box.weight(axis);
        for (int index = 0; index < values.length; index++) {
            if (values[index].signum() > 0) {
                int outer = index / inner / size[axis];
                Units units = reads[box.digit(index, axis)];
                for (long i = 0; i < units.count(); i++) {
                    int place = (int) (units.first() + i * units.distance() - nextStart[axis]);
                    int target = (outer * nextSize[axis] + place) * inner + index % inner;
                    next.values[target] = next.values[target].add(values[index]);
                }
            }
        }
        return next;
    }

    /** The smallest box that holds all paths; no box where there are none. */
    CountGrid cropped() {
        long[] first = new long[start.length];
        long[] last = new long[start.length];
        Arrays.fill(first, Long.MAX_VALUE);
        Arrays.fill(last, Long.MIN_VALUE);
        MixedRadix box = new MixedRadix(size);
        for (int index = 0; index < values.length; index++) {
            for (int axis = 0; axis < size.length && values[index].signum() > 0; axis++) {
                long place = start[axis] + box.digit(index, axis);
                first[axis] = Math.min(first[axis], place);
                last[axis] = Math.max(last[axis], place);
            }
        }
        if (first[0] > last[0]) {
            return new CountGrid(new long[start.length], new int[start.length], new BigInteger[0]);
        }
        int[] kept = new int[start.length];
        for (int axis = 0; axis < kept.length; axis++) {
            kept[axis] = length(first[axis], last[axis]);
        }
        CountGrid result = empty(first, kept);
        add(result);
        return result;
    }

    CountGrid plus(CountGrid other) {
        if (values.length == 0 || other.values.length == 0) {
            return values.length == 0 ? other : this;
        }
        long[] first = new long[start.length];
        int[] both = new int[start.length];
        for (int axis = 0; axis < first.length; axis++) {
            first[axis] = Math.min(start[axis], other.start[axis]);
            long last = Math.max(start[axis] + size[axis], other.start[axis] + other.size[axis]) - 1;
            both[axis] = length(first[axis], last);
        }
        CountGrid sum = empty(first, both);
        add(sum);
        other.add(sum);
        return sum;
    }

    private void add(CountGrid sum) {
        MixedRadix box = new MixedRadix(size);
        MixedRadix target = new MixedRadix(sum.size);
        for (int index = 0; index < values.length; index++) {
            if (values[index].signum() == 0) {
                continue;
            }
            int place = 0;
            for (int axis = 0; axis < size.length; axis++) {
                place += (int) (box.digit(index, axis) + start[axis] - sum.start[axis]) * target.weight(axis);
            }
            sum.values[place] = sum.values[place].add(values[index]);
        }
    }
}
