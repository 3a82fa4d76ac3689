package dev.fovea.core.hdc;

import java.util.OptionalInt;

/** The steps fixed so far in a search, ascending, the entry and exit layer's among them. */
final class FixedSteps {
    private final long[] steps;
    private final long[] reaches;
    private int count;

    FixedSteps(DilationAxis axis) {
        steps = new long[axis.rates().size() + 2];
        reaches = new long[steps.length];
        add(1, axis.entryKernel());
        add(axis.exitStep(), axis.exitKernel());
    }

    private void add(long step, OptionalInt kernel) {
        kernel.ifPresent(size -> insert(step, size - 1L));
    }

    /** Adds a layer; returns its place for {@link #remove}. */
    int insert(long step, long weight) {
        int at = count;
        while (at > 0 && steps[at - 1] > step) {
            steps[at] = steps[at - 1];
            reaches[at] = reaches[at - 1];
            at--;
        }
        steps[at] = step;
        reaches[at] = step * weight;
        count++;
        return at;
    }

    void remove(int at) {
        count--;
        System.arraycopy(steps, at + 1, steps, at, count - at);
        System.arraycopy(reaches, at + 1, reaches, at, count - at);
    }

    int count() {
        return count;
    }

    long step(int at) {
        return steps[at];
    }

    /** Distance from the first tap to the last. */
    long reach(int at) {
        return reaches[at];
    }
}
