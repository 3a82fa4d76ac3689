package dev.fovea.core.hdc;

import dev.fovea.core.exact.Taps;

/**
 * The taps of one layer: {@code {0, step, …, (kernel - 1) · step}} on the grid of the stack's input.
 *
 * @param layer index among the stack's layers, or {@link #NEIGHBOUR}
 */
record Window(long step, int kernel, int layer) implements Taps {
    /** The place of an entry or exit layer, which is not a member of the stack. */
    static final int NEIGHBOUR = -1;

    @Override
    public long reach() {
        return Math.multiplyExact(step, kernel - 1L);
    }
}
