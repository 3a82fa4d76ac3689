package dev.fovea.core.pathmap;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * Numbers of paths for a picture, which shows few shades of them: in proportion, as floating-point numbers. They are added
 * and multiplied only, so each is off by a tiny fraction of itself; whether there is a path at all stays exact, since no
 * positive number becomes 0.
 */
final class Proportion {
    /** The product of five numbers of this length, and sums of such, are far from the largest floating-point number. */
    private static final int MOST_BITS = 150;

    private Proportion() {}

    /** By how many bits all of these must be made smaller. */
    static int shift(Stream<BigInteger> counts) {
        return Math.max(0, counts.mapToInt(BigInteger::bitLength).max().orElse(0) - MOST_BITS);
    }

    static double of(BigInteger count, int shift) {
        return count.signum() == 0 ? 0 : positive(count.shiftRight(shift).doubleValue());
    }

    static List<Double> of(List<BigInteger> counts) {
        int shift = shift(counts.stream());
        return counts.stream().map(count -> of(count, shift)).toList();
    }

    /** What is too small for a floating-point number is the smallest one. */
    static double positive(double value) {
        return Math.max(Double.MIN_VALUE, value);
    }
}
