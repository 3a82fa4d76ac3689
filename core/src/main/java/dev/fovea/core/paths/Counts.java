package dev.fovea.core.paths;

import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of paths along an axis: their moments, which are exact and cheap, and the numbers themselves, which are many: beyond
 * the budget they are not followed, while the moments go on.
 *
 * <p>Along an axis a chain of layers multiplies the polynomials {@code 1 + x^r + … + x^((k-1)r)}; this class holds the
 * coefficients of the product, or of a sum of products.
 */
final class Counts {
    static final Counts NONE = new Counts(Moments.NONE, null);

    /** One path, from position 0. */
    static final Counts ONE = new Counts(Moments.ONE, Row.ONE);

    private final Moments moments;
    private final @Nullable Row row;
    private @Nullable EffectiveField field;

    private Counts(Moments moments, @Nullable Row row) {
        this.moments = moments;
        this.row = row;
    }

    /** True if no path leads from anywhere. */
    boolean isEmpty() {
        return moments.total().signum() == 0;
    }

    Moments moments() {
        return moments;
    }

    /** The numbers; empty where they are not followed, and where there is no path. */
    Optional<Row> row() {
        return Optional.ofNullable(row);
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

    /** Where all paths but a few on either side lie; empty where the numbers are not followed, or there is no path. */
    Optional<Bulk> bulk() {
        Row numbers = row;
        return numbers == null ? Optional.empty() : numbers.without(Bulk.outside(moments.total()));
    }

    Counts shift(long distance) {
        return distance == 0 || isEmpty()
                ? this
                : new Counts(moments.shift(distance), row == null ? null : row.shift(distance));
    }

    Counts times(long factor, Allowance allowance) {
        if (factor == 1 || isEmpty()) {
            return this;
        }
        Moments products = allowance.paid(moments.times(BigInteger.valueOf(factor)));
        boolean followed = row != null && allowance.covers(row.length());
        return new Counts(products, followed ? row.times(factor, products.bits()) : null);
    }

    /** The sum of {@code copies} of these counts, each {@code step} further on, times a factor. */
    Counts spread(long step, long copies, long factor, Allowance allowance) {
        if (copies == 1 || step == 0 || isEmpty()) {
            return times(Math.multiplyExact(copies, factor), allowance);
        }
        Moments sums = allowance.paid(moments.spread(step, copies).times(BigInteger.valueOf(factor)));
        if (row == null) {
            return new Counts(sums, null);
        }
        long length = Math.addExact(row.length(), Math.multiplyExact(step, copies - 1));
        boolean followed = allowance.covers(length);
        return new Counts(sums, followed ? row.spread((int) step, copies, factor, (int) length, sums.bits()) : null);
    }

    Counts plus(Counts other, Allowance allowance) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        Moments sums = allowance.paid(moments.plus(other.moments));
        if (row == null || other.row == null) {
            return new Counts(sums, null);
        }
        long first = Math.min(row.start(), other.row.start());
        long end = Math.max(row.start() + row.length(), other.row.start() + other.row.length());
        long length = Math.subtractExact(end, first);
        boolean followed = allowance.covers(length);
        return new Counts(sums, followed ? row.plus(other.row, (int) length, sums.bits()) : null);
    }

    /** True where nothing tells the counts apart: as equal they may stand for each other, since their bounds are. */
    @Override
    public boolean equals(Object other) {
        if (this == other || !(other instanceof Counts that)) {
            return this == other;
        }
        boolean rows = row == null ? that.row == null : row.equals(that.row);
        return rows && moments.equals(that.moments);
    }

    @Override
    public int hashCode() {
        return moments.hashCode();
    }
}
