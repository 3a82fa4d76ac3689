package dev.fovea.core.paths;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The standard deviation that moments have, to six decimals, rounded half-even: the exact one, however long the moments. */
final class Deviation {
    private static final int DECIMALS = 6;
    private static final BigInteger SCALE = BigInteger.TEN.pow(2 * DECIMALS);

    /** Bits of a total beyond which its square is expensive, and quotients are tried first. */
    private static final int LONG = 512;

    /** Bits of a quotient after the binary point. */
    private static final int FRACTION = 128;

    private Deviation() {}

    static BigDecimal of(Moments moments) {
        if (moments.bits() > LONG) {
            BigInteger least = fromQuotients(moments, BigInteger.ZERO, BigInteger.ONE);
            BigInteger most = fromQuotients(moments, BigInteger.ONE, BigInteger.ZERO);
            if (least.equals(most)) {
                return new BigDecimal(least, DECIMALS);
            }
        }
        BigInteger scaled = moments.total()
                .multiply(moments.second())
                .subtract(moments.first().pow(2))
                .multiply(SCALE);
        return new BigDecimal(root(scaled, moments.total().pow(2)), DECIMALS);
    }

    /**
     * A bound, from the mean square and the mean as quotients with {@value #FRACTION} bits after the point, each at most one
     * unit too small.
     *
     * @param more units added to the mean square
     * @param farther units by which the mean is taken farther from 0
     */
    private static BigInteger fromQuotients(Moments moments, BigInteger more, BigInteger farther) {
        BigInteger total = moments.total();
        BigInteger square = moments.second().shiftLeft(FRACTION).divide(total).add(more);
        BigInteger mean =
                moments.first().abs().shiftLeft(FRACTION).divide(total).add(farther);
        BigInteger variance = square.shiftLeft(FRACTION).subtract(mean.pow(2)).max(BigInteger.ZERO);
        return root(variance.multiply(SCALE), BigInteger.ONE.shiftLeft(2 * FRACTION));
    }

    /** The root of a quotient, rounded half-even. */
    private static BigInteger root(BigInteger dividend, BigInteger divisor) {
        // The root of a quotient rounded down, rounded down, is the quotient's own: so no long number's root is taken.
        BigInteger units = dividend.divide(divisor).sqrt();
        // Halfway lies units + 1/2.
        int half = dividend.shiftLeft(2)
                .compareTo(units.shiftLeft(1).add(BigInteger.ONE).pow(2).multiply(divisor));
        boolean up = half > 0 || half == 0 && units.testBit(0);
        return up ? units.add(BigInteger.ONE) : units;
    }
}
