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

    /** Every position. */
    static final Sampling ALL = new Sampling(new boolean[] {true}, 0);

    /** The pattern of a step; empty where it is unknown, or its period too long. */
    static Optional<Sampling> of(Step step) {
        if (!step.isKnown()) {
            return Optional.empty();
        }
        Optional<Step.Local> local = step.local();
        return local.isEmpty() || local.get().readsEverything() ? Optional.of(ALL) : of(local.get());
    }

    private static Optional<Sampling> of(Step.Local step) {
        if (step.advance() > MAX_PERIOD) {
            return Optional.empty();
        }
        boolean[] read = new boolean[(int) step.advance()];
        for (long unit = 0; unit < step.period(); unit++) {
            mark(step.reads(unit), read);
        }
        return Optional.of(
                new Sampling(read, step.window().map(Step.Window::unknownBegin).orElse(0)));
    }

    private static void mark(Units units, boolean[] read) {
        long distinct = Math.min(units.count(), Integers.cycle(read.length, units.distance()));
        for (long i = 0; i < distinct; i++) {
            read[(int) Math.floorMod(units.first() + i * units.distance(), (long) read.length)] = true;
        }
    }

    /**
     * The pattern in the input of a view whose units are read in this pattern; empty where it is unknown, or its period too
     * long.
     */
    Optional<Sampling> through(Step view) {
        Optional<Step.Local> step = view.local();
        if (step.isEmpty() || step.get().isBroadcast()) {
            return isEverything() ? of(view) : Optional.empty();
        }
        long advance = step.get().advance();
        int viewBegin = step.get().window().map(Step.Window::unknownBegin).orElse(0);
        boolean movedTwice =
                begin != 0 && (viewBegin != 0 || advance != step.get().period());
        long units = Integers.lcm(read.length, step.get().period());
        long length = units / step.get().period() * advance;
        if (movedTwice || units > MAX_PERIOD || length > MAX_PERIOD) {
            return Optional.empty();
        }
        boolean[] positions = new boolean[(int) length];
        for (long unit = 0; unit < units; unit++) {
            if (reads(unit)) {
                mark(step.get().reads(unit), positions);
            }
        }
        return Optional.of(new Sampling(positions, begin == 0 ? viewBegin : begin));
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
