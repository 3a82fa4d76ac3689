package dev.fovea.core.paths;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The effective receptive field along one axis.
 *
 * @param deviation standard deviation of the positions, each as often as paths lead from it, in pixels; six decimals,
 *     rounded half-even
 * @param width pixels of the shortest interval that holds at least 95.45 % of the paths, which are two standard deviations
 *     to either side of a Gaussian's mean
 */
public record EffectiveField(BigDecimal deviation, long width) {
    private static final BigInteger SHARE = BigInteger.valueOf(9545);
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
    private static final int DECIMALS = 6;

    static EffectiveField of(Counts counts) {
        return new EffectiveField(deviation(counts.moments()), width(counts));
    }

    /** {@code sqrt(T·S2 - S1²) / T} with the total T and the first two moments, all of them integers. */
    private static BigDecimal deviation(Moments moments) {
        BigInteger total = moments.total();
        BigInteger squared = total.pow(2);
        BigInteger scaled = total.multiply(moments.second())
                .subtract(moments.first().pow(2))
                .multiply(BigInteger.TEN.pow(2 * DECIMALS));
        // The root of a quotient rounded down, rounded down, is the quotient's own: so no long number's root is taken.
        BigInteger units = scaled.divide(squared).sqrt();
        // Halfway lies (2·units + 1)·T / 2.
        int half = scaled.shiftLeft(2)
                .compareTo(units.shiftLeft(1).add(BigInteger.ONE).pow(2).multiply(squared));
        boolean up = half > 0 || half == 0 && units.testBit(0);
        return new BigDecimal(up ? units.add(BigInteger.ONE) : units, DECIMALS);
    }

    private static long width(Counts counts) {
        BigInteger enough = counts.moments()
                .total()
                .multiply(SHARE)
                .add(WHOLE.subtract(BigInteger.ONE))
                .divide(WHOLE);
        return counts.shortestRun(enough);
    }
}
