package dev.fovea.core.analysis;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.Step;
import java.util.Optional;

/**
 * Which positions of a map some reader reads along an axis, borders and rounding left aside: a pattern that repeats.
 *
 * @param read whether positions 0, 1, … of one period are read
 * @param begin 0, or by which unknown number of positions the pattern is moved
 */
record Sampling(boolean[] read, int begin) {
    /** Longest period that is followed. */
    static final int MAX_PERIOD = 1 << 12;

    private static final Sampling ALL = new Sampling(new boolean[] {true}, 0);

    /** The pattern of a step; empty where it is unknown, or its period too long. */
    static Optional<Sampling> of(Step step) {
        if (step instanceof Step.Window window) {
            return of(window);
        }
        if (step instanceof Step.Resample resample && resample.out() < resample.in()) {
            return of(resample);
        }
        return step instanceof Step.Unknown ? Optional.empty() : Optional.of(ALL);
    }

    private static Optional<Sampling> of(Step.Window window) {
        long stride = window.stride();
        long distinct = Integers.cycle(stride, window.rate());
        if (window.kernel() >= stride && distinct == stride) {
            return Optional.of(ALL);
        }
        if (stride > MAX_PERIOD) {
            return Optional.empty();
        }
        boolean[] read = new boolean[(int) stride];
        for (long tap = 0; tap < Math.min(window.kernel(), distinct); tap++) {
            read[(int) Math.floorMod(tap * window.rate() - window.begin(), stride)] = true;
        }
        return Optional.of(new Sampling(read, window.unknownBegin()));
    }

    /** Down to fewer units: nearest and linear may jump over some. */
    private static Optional<Sampling> of(Step.Resample resample) {
        long period = resample.advance();
        if (resample.mode() == Step.Resample.Mode.ADAPTIVE) {
            return Optional.of(ALL);
        }
        if (period > MAX_PERIOD) {
            return Optional.empty();
        }
        boolean[] read = new boolean[(int) period];
        for (long unit = 0; unit < resample.period(); unit++) {
            long first = resample.reads(unit).first();
            for (long i = 0; i < resample.reads(unit).count(); i++) {
                read[(int) Math.floorMod(first + i, period)] = true;
            }
        }
        return Optional.of(new Sampling(read, 0));
    }

    boolean isEverything() {
        for (boolean position : read) {
            if (!position) {
                return false;
            }
        }
        return true;
    }

    boolean reads(long position) {
        return read[(int) (position % read.length)];
    }

    /** Number of positions of one period that are read. */
    int count() {
        int count = 0;
        for (boolean position : read) {
            count += position ? 1 : 0;
        }
        return count;
    }
}
