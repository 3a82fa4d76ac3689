package dev.fovea.core.exact;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The polynomials {@code 1 + x^r + … + x^((k-1)r)} of layers with {@code k} taps, {@code r} apart.
 *
 * <p>A chain of layers multiplies them, and the coefficient of {@code x^i} of the product is the number of paths to position
 * {@code i}: the gradient of a chain whose weights are all 1 (Luo et al. 2016, section 2.1, where the transform of the same
 * product is taken).
 */
public final class TapPolynomials {
    private TapPolynomials() {}

    /**
     * The coefficients of the product with a layer's polynomial, which is {@code (1 - x^(kr)) / (1 - x^r)}: a running sum,
     * whatever the number of taps.
     *
     * @param coefficients of {@code 1}, {@code x}, …
     * @param step between taps, at least 1
     * @param taps at least 1
     */
    public static BigInteger[] times(BigInteger[] coefficients, int step, long taps) {
        long window = Math.multiplyExact(step, taps);
        BigInteger[] product = new BigInteger[Math.toIntExact(coefficients.length + window - step)];
        for (int i = 0; i < product.length; i++) {
            BigInteger sum = i < step ? BigInteger.ZERO : product[i - step];
            if (i < coefficients.length) {
                sum = sum.add(coefficients[i]);
            }
            long left = i - window;
            if (left >= 0 && left < coefficients.length) {
                sum = sum.subtract(coefficients[(int) left]);
            }
            product[i] = sum;
        }
        return product;
    }

    /**
     * The same modulo {@code x^n - 1}, where {@code n} is the number of coefficients: the paths to each residue class of the
     * positions.
     */
    public static BigInteger[] timesModulo(BigInteger[] coefficients, long step, long taps) {
        int classes = coefficients.length;
        long[] moves = Integers.residues(0, step, taps, classes);
        BigInteger[] product = new BigInteger[classes];
        Arrays.fill(product, BigInteger.ZERO);
        for (int move = 0; move < classes; move++) {
            for (int from = 0; from < classes && moves[move] > 0; from++) {
                int to = (from + move) % classes;
                product[to] = product[to].add(coefficients[from].multiply(BigInteger.valueOf(moves[move])));
            }
        }
        return product;
    }
}
