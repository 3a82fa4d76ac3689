package dev.fovea.core.paths;

import dev.fovea.core.network.Step;
import dev.fovea.core.network.Units;
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
        long units = 1;
        for (int one : size) {
            units = Math.multiplyExact(units, one);
            if (units > MOST_UNITS) {
                throw new Budget.SpentException();
            }
        }
        BigInteger[] values = new BigInteger[(int) units];
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
                last = Math.max(last, units.first() + (units.count() - 1) * units.distance());
            }
        }
        long[] nextStart = start.clone();
        int[] nextSize = size.clone();
        nextStart[axis] = first > last ? 0 : first;
        nextSize[axis] = first > last ? 0 : length(first, last);
        CountGrid next = empty(nextStart, nextSize);
        int inner = 1;
        for (int other = axis + 1; other < size.length; other++) {
            inner *= size[other];
        }
        for (int index = 0; index < values.length; index++) {
            if (values[index].signum() > 0) {
                int outer = index / inner / size[axis];
                Units units = reads[index / inner % size[axis]];
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
        for (int index = 0; index < values.length; index++) {
            int rest = index;
            for (int axis = size.length - 1; axis >= 0 && values[index].signum() > 0; axis--) {
                long place = start[axis] + rest % size[axis];
                first[axis] = Math.min(first[axis], place);
                last[axis] = Math.max(last[axis], place);
                rest /= size[axis];
            }
        }
        if (first[0] > last[0]) {
            return new CountGrid(new long[start.length], new int[start.length], new BigInteger[0]);
        }
        int[] box = new int[start.length];
        for (int axis = 0; axis < box.length; axis++) {
            box[axis] = length(first[axis], last[axis]);
        }
        CountGrid result = empty(first, box);
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
        for (int index = 0; index < values.length; index++) {
            if (values[index].signum() == 0) {
                continue;
            }
            int rest = index;
            int target = 0;
            int distance = 1;
            for (int axis = size.length - 1; axis >= 0; axis--) {
                target += (int) (rest % size[axis] + start[axis] - sum.start[axis]) * distance;
                distance *= sum.size[axis];
                rest /= size[axis];
            }
            sum.values[target] = sum.values[target].add(values[index]);
        }
    }
}
