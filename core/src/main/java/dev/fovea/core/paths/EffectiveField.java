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
        BigInteger scaled = total.multiply(moments.second())
                .subtract(moments.first().pow(2))
                .multiply(BigInteger.TEN.pow(2 * DECIMALS));
        BigInteger units = scaled.sqrt().divide(total);
        // Halfway lies (2·units + 1)·T / 2.
        int half = scaled.shiftLeft(2)
                .compareTo(
                        units.shiftLeft(1).add(BigInteger.ONE).multiply(total).pow(2));
        boolean up = half > 0 || half == 0 && units.testBit(0);
        return new BigDecimal(up ? units.add(BigInteger.ONE) : units, DECIMALS);
    }

    private static long width(Counts counts) {
        BigInteger enough = counts.moments()
                .total()
                .multiply(SHARE)
                .add(WHOLE.subtract(BigInteger.ONE))
                .divide(WHOLE);
        BigInteger mass = BigInteger.ZERO;
        int first = 0;
        int shortest = counts.length();
        for (int last = 0; last < counts.length(); last++) {
            mass = mass.add(counts.at(last));
            while (mass.compareTo(enough) >= 0) {
                shortest = Math.min(shortest, last - first + 1);
                mass = mass.subtract(counts.at(first));
                first++;
            }
        }
        return shortest;
    }
}
