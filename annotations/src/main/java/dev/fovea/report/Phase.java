package dev.fovea.report;

import java.util.OptionalLong;

/**
 * The field of one unit in a period of units, where they differ; along one axis.
 *
 * @param start the first pixel of the field; empty where the unit sees nothing, or the place is unknown
 * @param size pixels from the first to the last, both included; 0 where the unit sees nothing
 * @param covered how many of these pixels some path reaches; empty where unknown
 */
public record Phase(OptionalLong start, long size, OptionalLong covered) {
    /** Rejects {@code null}. */
    public Phase {
        Copies.notNull(start, covered);
    }
}
