package dev.fovea.core.paths;

import dev.fovea.core.exact.TapPolynomials;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of paths at consecutive positions: those at {@code start + i} are {@code values[i]}, all others 0.
 *
 * <p>Along an axis a chain of layers multiplies {@linkplain TapPolynomials tap polynomials}; what is here are the coefficients
 * of the product, or of a sum of products.
 */
final class Counts {
    static final Counts NONE = new Counts(0, new BigInteger[0], Moments.NONE);

    /** One path, from position 0. */
    static final Counts ONE = new Counts(0, new BigInteger[] {BigInteger.ONE}, Moments.ONE);

    private final long start;
    private final BigInteger[] values;
    private final Moments moments;
    private @Nullable EffectiveField field;

    private Counts(long start, BigInteger[] values, Moments moments) {
        this.start = start;
        this.values = values;
        this.moments = moments;
    }

    /** The first position with a path. */
    long start() {
        return start;
    }

    /** Positions from the first with a path to the last. */
    int length() {
        return values.length;
    }

    Moments moments() {
        return moments;
    }

    BigInteger at(int index) {
        return values[index];
    }

    List<BigInteger> all() {
        return List.of(values);
    }

    /** What these counts say of the effective field; computed once, since layers that widen nothing share their counts. */
    EffectiveField field() {
        EffectiveField known = field;
        if (known == null) {
            known = EffectiveField.of(this);
            field = known;
        }
        return known;
    }

    /** Roughly the length of the largest number, which stands near the middle. */
    private int bits() {
        return values[values.length / 2].bitLength();
    }

    Counts shift(long distance) {
        return distance == 0 || values.length == 0
                ? this
                : new Counts(Math.addExact(start, distance), values, moments.shift(distance));
    }

    Counts times(long factor) {
        if (factor == 1) {
            return this;
        }
        BigInteger multiplier = BigInteger.valueOf(factor);
        BigInteger[] products = new BigInteger[values.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = values[i].multiply(multiplier);
        }
        return new Counts(start, products, moments.times(multiplier));
    }

    /** The sum of {@code copies} of these counts, each {@code step} further on. */
    Counts spread(long step, long copies, Budget budget) {
        if (copies == 1 || values.length == 0) {
            return this;
        }
        if (step == 0) {
            return times(copies);
        }
        budget.take(Math.addExact(values.length, Math.multiplyExact(step, copies - 1)), bits());
        BigInteger[] sums = TapPolynomials.times(values, (int) step, copies);
        return new Counts(start, sums, moments.spread(step, copies));
    }

    Counts plus(Counts other, Budget budget) {
        if (values.length == 0) {
            return other;
        }
        if (other.values.length == 0) {
            return this;
        }
        long first = Math.min(start, other.start);
        long end = Math.max(start + values.length, other.start + other.values.length);
        BigInteger[] sums = new BigInteger[budget.take(Math.subtractExact(end, first), bits())];
        Arrays.fill(sums, BigInteger.ZERO);
        System.arraycopy(values, 0, sums, (int) (start - first), values.length);
        int offset = (int) (other.start - first);
        for (int i = 0; i < other.values.length; i++) {
            sums[offset + i] = sums[offset + i].add(other.values[i]);
        }
        return new Counts(first, sums, moments.plus(other.moments));
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Counts that && start == that.start && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(start) + 31 * Arrays.hashCode(values);
    }
}
