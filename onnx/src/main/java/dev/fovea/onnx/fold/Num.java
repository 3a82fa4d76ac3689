package dev.fovea.onnx.fold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A number that a graph computes with: a factor times extents that are not known yet.
 *
 * @param factor the number itself where it is known
 * @param unknowns names of the unknown extents it is multiplied by, sorted
 */
public record Num(double factor, List<String> unknowns) {
    public static final Num ZERO = of(0);
    public static final Num ONE = of(1);

    /** Names longer than this are not worth following. */
    private static final int LONGEST = 160;

    /** A known number. */
    public static Num of(double value) {
        return new Num(value, List.of());
    }

    /** A known whole number. */
    public static Num of(long value) {
        return of((double) value);
    }

    /** An extent that is not known; equal names are equal extents. */
    public static Num unknown(String name) {
        return new Num(1, List.of(name));
    }

    public boolean isKnown() {
        return unknowns.isEmpty();
    }

    public boolean is(long value) {
        return is((double) value);
    }

    public boolean is(double value) {
        return isKnown() && factor == value;
    }

    /** True for a known whole number that a {@code double} holds exactly. */
    public boolean isWhole() {
        return isKnown() && factor == Math.rint(factor) && Math.abs(factor) <= 1L << 53;
    }

    /** The number; -1 where it is not known or not whole. */
    public long orUnknown() {
        return isWhole() ? (long) factor : -1;
    }

    public Num times(Num other) {
        if (unknowns.isEmpty()) {
            return new Num(factor * other.factor, factor == 0 ? List.of() : other.unknowns);
        }
        List<String> both = new ArrayList<>(unknowns);
        both.addAll(other.unknowns);
        Collections.sort(both);
        double product = factor * other.factor;
        return new Num(product, product == 0 ? List.of() : List.copyOf(both));
    }

    /** The quotient, if it is a whole multiple of extents whatever those are. */
    public Optional<Num> dividedBy(Num divisor) {
        double quotient = factor / divisor.factor;
        List<String> rest = new ArrayList<>(unknowns);
        for (String unknown : divisor.unknowns) {
            if (!rest.remove(unknown)) {
                return Optional.empty();
            }
        }
        return divisor.factor != 0 && quotient == Math.rint(quotient)
                ? Optional.of(new Num(quotient, List.copyOf(rest)))
                : Optional.empty();
    }

    /** The quotient; extents that are not known are such that it is whole, or the graph could not run. */
    public Optional<Num> parted(Num divisor) {
        Optional<Num> exact = dividedBy(divisor);
        if (exact.isPresent() || isKnown() || divisor.factor == 0) {
            return exact;
        }
        List<String> rest = new ArrayList<>(unknowns);
        for (String unknown : divisor.unknowns) {
            if (!rest.remove(unknown)) {
                return Optional.empty();
            }
        }
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Num(factor / divisor.factor, List.copyOf(rest)));
    }

    public Optional<Num> plus(Num other) {
        if (unknowns.equals(other.unknowns)) {
            double sum = factor + other.factor;
            return Optional.of(new Num(sum, sum == 0 ? List.of() : unknowns));
        }
        return is(0) ? Optional.of(other) : other.is(0) ? Optional.of(this) : named("(%s + %s)", other);
    }

    public Optional<Num> minus(Num other) {
        return plus(new Num(-other.factor, other.unknowns));
    }

    /** The quotient, rounded or not. */
    public Optional<Num> over(Num divisor, boolean integers) {
        Optional<Num> exact = dividedBy(divisor);
        if (exact.isPresent()) {
            return exact;
        }
        if (isKnown() && divisor.isKnown()) {
            double quotient = factor / divisor.factor;
            return Double.isFinite(quotient)
                    ? Optional.of(of(integers ? truncate(quotient) : quotient))
                    : Optional.empty();
        }
        if (!integers && divisor.isKnown() && divisor.factor != 0) {
            return Optional.of(new Num(factor / divisor.factor, unknowns));
        }
        return named("(%s / %s)", divisor);
    }

    private static double truncate(double value) {
        return value < 0 ? Math.ceil(value) : Math.floor(value);
    }

    /** What an integer type makes of it. */
    public Optional<Num> floor() {
        if (isKnown()) {
            return Optional.of(of(Math.floor(factor)));
        }
        return factor == Math.rint(factor) ? Optional.of(this) : named("floor(%s)", this);
    }

    private Optional<Num> named(String form, Num other) {
        String name = form.formatted(this, other);
        return name.length() > LONGEST ? Optional.empty() : Optional.of(unknown(name));
    }

    @Override
    public String toString() {
        String number = factor == Math.rint(factor) && Math.abs(factor) < 1e15
                ? Long.toString((long) factor)
                : Double.toString(factor);
        if (unknowns.isEmpty()) {
            return number;
        }
        String product = String.join("*", unknowns);
        return factor == 1 ? product : number + "*" + product;
    }
}
