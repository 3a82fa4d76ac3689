package dev.fovea.core.analysis;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.Step;
import dev.fovea.core.network.Units;
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
        if (!step.isKnown()) {
            return Optional.empty();
        }
        Optional<Step.Local> jumps = step.local().filter(local -> !local.readsEverything());
        return jumps.isPresent() ? of(jumps.get()) : Optional.of(ALL);
    }

    private static Optional<Sampling> of(Step.Local step) {
        if (step.advance() > MAX_PERIOD) {
            return Optional.empty();
        }
        boolean[] read = new boolean[(int) step.advance()];
        for (long unit = 0; unit < step.period(); unit++) {
            Units units = step.reads(unit);
            long distinct = Math.min(units.count(), Integers.cycle(read.length, units.distance()));
            for (long i = 0; i < distinct; i++) {
                read[(int) Math.floorMod(units.first() + i * units.distance(), (long) read.length)] = true;
            }
        }
        return Optional.of(
                new Sampling(read, step.window().map(Step.Window::unknownBegin).orElse(0)));
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
