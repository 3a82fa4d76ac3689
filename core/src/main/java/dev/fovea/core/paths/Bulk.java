package dev.fovea.core.paths;

import java.math.BigInteger;

/**
 * Positions along one axis between which the paths to some units lie, but for at most 2.275 % of a unit's paths on either side.
 *
 * @param first the first such position of all units
 * @param last the last one
 */
public record Bulk(long first, long last) {
    private static final BigInteger OUTSIDE = BigInteger.valueOf(2275);
    private static final BigInteger WHOLE = BigInteger.valueOf(100_000);

    /** The paths that may lie outside on one side, of so many. */
    static BigInteger outside(BigInteger total) {
        return total.multiply(OUTSIDE).divide(WHOLE);
    }

    Bulk union(Bulk other) {
        return new Bulk(Math.min(first, other.first), Math.max(last, other.last));
    }
}
