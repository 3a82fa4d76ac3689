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
     * @param bits of the sum of the product's coefficients
     */
    public static Naturals times(Naturals coefficients, int step, long taps, int bits) {
        long length = coefficients.length() + Math.multiplyExact(step, taps - 1);
        return coefficients.runningSums(step, taps, Math.toIntExact(length), bits);
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
