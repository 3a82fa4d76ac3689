package dev.fovea.core.vectors;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/**
 * Which units of its source a unit reads along one axis, straight from the definitions and without borders.
 *
 * @param period units after which the pattern repeats
 * @param advance units of the source by which it has moved on then
 * @param uniform false for resampling by a ratio that is not an integer
 * @param definition the units read
 */
record BruteReading(long period, long advance, boolean uniform, LongFunction<Set<Long>> definition) {
    /** Every unit reads the whole source. */
    static final BruteReading WHOLE = new BruteReading(1, 0, true, unit -> Set.of());

    /** Every unit reads its namesake. */
    static final BruteReading SAME_UNIT = new BruteReading(1, 1, true, Set::of);

    /** Every unit reads unit 0. */
    static final BruteReading FIRST_UNIT = new BruteReading(1, 0, true, unit -> Set.of(0L));

    Set<Long> of(long unit) {
        return definition.apply(unit);
    }

    static BruteReading window(long kernel, long stride, long rate, long begin) {
        return deformed(kernel, stride, rate, begin, 0);
    }

    /** A window whose taps move by up to {@code reach} units. */
    static BruteReading deformed(long kernel, long stride, long rate, long begin, long reach) {
        return new BruteReading(1, stride, true, unit -> {
            Set<Long> read = new TreeSet<>();
            for (long tap = 0; tap < kernel; tap++) {
                for (long offset = -reach; offset <= reach; offset++) {
                    read.add(unit * stride - begin + tap * rate + offset);
                }
            }
            return read;
        });
    }

    /** Unit o reads every i with {@code o = i·stride - begin + t·rate}. */
    static BruteReading transposed(long kernel, long stride, long rate, long begin) {
        return new BruteReading(stride, 1, true, unit -> {
            Set<Long> read = new TreeSet<>();
            for (long tap = 0; tap < kernel; tap++) {
                long scaled = unit + begin - tap * rate;
                if (Math.floorMod(scaled, stride) == 0) {
                    read.add(Math.floorDiv(scaled, stride));
                }
            }
            return read;
        });
    }

    static BruteReading nearest(long in, long out) {
        return resample(in, out, in % out == 0 || out % in == 0, unit -> Set.of(Math.floorDiv(unit * in, out)));
    }

    /** Half-pixel centres: the units less than one away from {@code (o + 1/2)·in/out - 1/2} have a weight. */
    static BruteReading linear(long in, long out) {
        return resample(in, out, in % out == 0 || out % in == 0, unit -> {
            long place = (2 * unit + 1) * in - out;
            Set<Long> read = new TreeSet<>();
            for (long near = Math.floorDiv(place, 2 * out) - 2; near <= Math.floorDiv(place, 2 * out) + 2; near++) {
                if (Math.abs(2 * out * near - place) < 2 * out) {
                    read.add(near);
                }
            }
            return read;
        });
    }

    /** Equal corners: the units less than one away from {@code o·(in - 1)/(out - 1)} have a weight. */
    static BruteReading corners(long in, long out) {
        if (in == 1) {
            return nearest(1, out);
        }
        long gaps = Math.max(1, out - 1);
        long common = gcd(in - 1, gaps);
        return new BruteReading(gaps / common, (in - 1) / common, in == out, unit -> {
            Set<Long> read = new TreeSet<>();
            long place = unit * (in - 1);
            for (long near = Math.floorDiv(place, gaps) - 2; near <= Math.floorDiv(place, gaps) + 2; near++) {
                if (Math.abs(near * gaps - place) < gaps) {
                    read.add(near);
                }
            }
            return read;
        });
    }

    /** All units of a window read all of it; the windows start at {@code shift}, and before it. */
    static BruteReading grouped(long size, long shift) {
        return new BruteReading(size, size, true, unit -> {
            Set<Long> read = new TreeSet<>();
            for (long near = unit - size; near <= unit + size; near++) {
                if (Math.floorDiv(near - shift, size) == Math.floorDiv(unit - shift, size)) {
                    read.add(near);
                }
            }
            return read;
        });
    }

    /** Unit o reads what unit {@code floor(o / size)} of a pooling layer reads. */
    BruteReading unpooled(long size) {
        return new BruteReading(size, advance, uniform, unit -> of(Math.floorDiv(unit, size)));
    }

    /** Unit i of n reads the units from {@code floor(i·H/n)} to {@code ceil((i+1)·H/n) - 1}. */
    static BruteReading adaptive(long in, long out) {
        return resample(in, out, in % out == 0, unit -> {
            Set<Long> read = new TreeSet<>();
            for (long near = Math.floorDiv(unit * in, out); near * out < (unit + 1) * in; near++) {
                read.add(near);
            }
            return read;
        });
    }

    private static BruteReading resample(long in, long out, boolean uniform, LongFunction<Set<Long>> definition) {
        long common = gcd(in, out);
        return new BruteReading(out / common, in / common, uniform, definition);
    }

    static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
