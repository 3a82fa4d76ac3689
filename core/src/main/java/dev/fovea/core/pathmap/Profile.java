package dev.fovea.core.pathmap;

import java.math.BigInteger;
import java.util.List;

/**
 * Paths from the positions along one axis, for a picture.
 *
 * @param start the first position with a path; may lie in the padding
 * @param paths from each position on to the last with a path, in proportion; 0 only where there is none
 */
public record Profile(long start, List<Double> paths) {
    public Profile {
        paths = List.copyOf(paths);
    }

    /** Of numbers of any size. */
    public static Profile of(long start, List<BigInteger> counts) {
        return new Profile(start, Proportion.of(counts));
    }
}
