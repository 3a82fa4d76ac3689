package dev.fovea.core.paths;

import dev.fovea.core.exact.Naturals;
import dev.fovea.core.exact.TapPolynomials;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of paths at consecutive positions: those from {@code start} on are the values, all others 0.
 *
 * <p>Along an axis a chain of layers multiplies {@linkplain TapPolynomials tap polynomials}; what is here are the coefficients
 * of the product, or of a sum of products.
 */
final class Counts {
    static final Counts NONE = new Counts(0, Naturals.NONE, Moments.NONE);

    /** One path, from position 0. */
    static final Counts ONE = new Counts(0, Naturals.ONE, Moments.ONE);

    private final long start;
    private final Naturals values;
    private final Moments moments;
    private @Nullable EffectiveField field;

    private Counts(long start, Naturals values, Moments moments) {
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
        return values.length();
    }

    Moments moments() {
        return moments;
    }

    List<BigInteger> all() {
        return values.all();
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
        return values.bitLength(values.length() / 2);
    }

    Counts shift(long distance) {
        return distance == 0 || values.length() == 0
                ? this
                : new Counts(Math.addExact(start, distance), values, moments.shift(distance));
    }

    Counts times(long factor) {
        if (factor == 1) {
            return this;
        }
        Moments products = moments.times(BigInteger.valueOf(factor));
        return new Counts(start, values.times(factor, products.bits()), products);
    }

    /** The least number of positions in a row from which at least so many paths lead. */
    int shortestRun(BigInteger paths) {
        return values.shortestRun(paths);
    }

    /** The sum of {@code copies} of these counts, each {@code step} further on. */
    Counts spread(long step, long copies, Budget budget) {
        if (copies == 1 || values.length() == 0) {
            return this;
        }
        if (step == 0) {
            return times(copies);
        }
        budget.take(Math.addExact(values.length(), Math.multiplyExact(step, copies - 1)), bits());
        Moments sums = moments.spread(step, copies);
        return new Counts(start, TapPolynomials.times(values, (int) step, copies, sums.bits()), sums);
    }

    Counts plus(Counts other, Budget budget) {
        if (values.length() == 0) {
            return other;
        }
        if (other.values.length() == 0) {
            return this;
        }
        long first = Math.min(start, other.start);
        long end = Math.max(start + values.length(), other.start + other.values.length());
        int length = budget.take(Math.subtractExact(end, first), bits());
        Moments sums = moments.plus(other.moments);
        return new Counts(
                first,
                values.plus((int) (start - first), other.values, (int) (other.start - first), length, sums.bits()),
                sums);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Counts that && start == that.start && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(start) + 31 * values.hashCode();
    }
}
