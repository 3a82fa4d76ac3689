package dev.fovea.core.network;

import dev.fovea.Borders;

/** What padding needs of the map that fills it. */
public final class Filling {
    private Filling() {}

    /** The smallest extent that can be padded by an amount: a mirror does not repeat the outermost unit. */
    public static long least(Borders borders, long amount) {
        return switch (borders) {
            case ZEROS, REPLICATE -> 1;
            case REFLECT -> Math.addExact(amount, 1);
            case CIRCULAR -> Math.max(1, amount);
        };
    }
}
