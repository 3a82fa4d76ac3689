package dev.fovea.core.paths;

import java.math.BigInteger;

/**
 * The first moments of path counts c over positions x; they follow from those of the layers below without any count.
 *
 * @param total the sum of c
 * @param first the sum of c·x
 * @param second the sum of c·x²
 */
record Moments(BigInteger total, BigInteger first, BigInteger second) {
    static final Moments NONE = new Moments(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    /** One path, from position 0. */
    static final Moments ONE = new Moments(BigInteger.ONE, BigInteger.ZERO, BigInteger.ZERO);

    /** Bits of the total, which no count exceeds. */
    int bits() {
        return total.bitLength();
    }

    Moments shift(long distance) {
        BigInteger d = BigInteger.valueOf(distance);
        return new Moments(
                total,
                first.add(total.multiply(d)),
                second.add(first.multiply(d).shiftLeft(1)).add(total.multiply(d).multiply(d)));
    }

    Moments times(BigInteger factor) {
        return new Moments(total.multiply(factor), first.multiply(factor), second.multiply(factor));
    }

    Moments plus(Moments other) {
        return new Moments(total.add(other.total), first.add(other.first), second.add(other.second));
    }

    /** The sum of {@code copies} of the same counts, each {@code step} further on. */
    Moments spread(long step, long copies) {
        BigInteger n = BigInteger.valueOf(copies);
        BigInteger s = BigInteger.valueOf(step);
        BigInteger less = n.subtract(BigInteger.ONE);
        // The sums of t·s and of t²·s² for t = 0 … n - 1.
        BigInteger moves = n.multiply(less).shiftRight(1).multiply(s);
        BigInteger squares = n.multiply(less)
                .multiply(n.shiftLeft(1).subtract(BigInteger.ONE))
                .divide(BigInteger.valueOf(6))
                .multiply(s)
                .multiply(s);
        return new Moments(
                total.multiply(n),
                first.multiply(n).add(total.multiply(moves)),
                second.multiply(n).add(first.multiply(moves).shiftLeft(1)).add(total.multiply(squares)));
    }
}
