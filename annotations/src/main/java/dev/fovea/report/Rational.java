package dev.fovea.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact fraction in lowest terms with a positive denominator.
 *
 * <p>Arithmetic never rounds: it throws {@link ArithmeticException} where the result itself does not fit into two
 * {@code long}s, and only there.
 *
 * @param numerator the numerator, which carries the sign
 * @param denominator the denominator, always positive
 */
public record Rational(long numerator, long denominator) implements Comparable<Rational> {
    /** Zero. */
    public static final Rational ZERO = new Rational(0, 1);

    /** One. */
    public static final Rational ONE = new Rational(1, 1);

    /**
     * Reduces the fraction to lowest terms.
     *
     * @throws ArithmeticException if the denominator is zero, or a reduced term does not fit into a {@code long}
     */
    public Rational {
        if (denominator == 0) {
            throw new ArithmeticException("the denominator of a rational is 0");
        }
        if (denominator != 1) {
            long divisor = greatestCommonDivisor(numerator, denominator);
            numerator = quotient(numerator, divisor);
            denominator = quotient(denominator, divisor);
        }
    }

    /**
     * An integer.
     *
     * @param value the integer
     * @return the rational equal to it
     */
    public static Rational of(long value) {
        return new Rational(value, 1);
    }

    /**
     * A fraction.
     *
     * @param numerator the numerator
     * @param denominator the denominator, not zero
     * @return the fraction in lowest terms
     * @throws ArithmeticException as the constructor
     */
    public static Rational of(long numerator, long denominator) {
        return new Rational(numerator, denominator);
    }

    /**
     * Reads the notation of {@link #toString()}.
     *
     * @param text an integer such as {@code 3}, or a fraction such as {@code -1/2}
     * @return its value
     * @throws IllegalArgumentException if the text is neither, or out of range
     */
    public static Rational parse(String text) {
        Matcher matcher = Notation.PATTERN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a rational such as 3 or -1/2: \"" + text + '"');
        }
        try {
            String denominator = matcher.group(2);
            return of(Long.parseLong(matcher.group(1)), denominator == null ? 1 : Long.parseLong(denominator));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("rational out of range: \"" + text + '"', e);
        }
    }

    /**
     * The sum.
     *
     * @param other the other summand
     * @return this + other
     * @throws ArithmeticException on overflow
     */
    public Rational plus(Rational other) {
        if (isInteger() && other.isInteger()) {
            return of(Math.addExact(numerator, other.numerator));
        }
        if (isSmall() && other.isSmall()) {
            return of(numerator * other.denominator + other.numerator * denominator, denominator * other.denominator);
        }
        return exact(
                product(numerator, other.denominator).add(product(other.numerator, denominator)),
                product(denominator, other.denominator));
    }

    /**
     * The difference.
     *
     * @param other what to subtract
     * @return this − other
     * @throws ArithmeticException on overflow
     */
    public Rational minus(Rational other) {
        if (isInteger() && other.isInteger()) {
            return of(Math.subtractExact(numerator, other.numerator));
        }
        if (isSmall() && other.isSmall()) {
            return of(numerator * other.denominator - other.numerator * denominator, denominator * other.denominator);
        }
        return exact(
                product(numerator, other.denominator).subtract(product(other.numerator, denominator)),
                product(denominator, other.denominator));
    }

    /**
     * The product.
     *
     * @param other the other factor
     * @return this · other
     * @throws ArithmeticException on overflow
     */
    public Rational times(Rational other) {
        if (isInteger() && other.isInteger()) {
            return of(Math.multiplyExact(numerator, other.numerator));
        }
        if (isSmall() && other.isSmall()) {
            return of(numerator * other.numerator, denominator * other.denominator);
        }
        return exact(product(numerator, other.numerator), product(denominator, other.denominator));
    }

    /**
     * The quotient.
     *
     * @param other the divisor
     * @return this / other
     * @throws ArithmeticException if the divisor is zero, or on overflow
     */
    public Rational dividedBy(Rational other) {
        if (other.numerator == 0) {
            throw new ArithmeticException("division of " + this + " by 0");
        }
        if (isSmall() && other.isSmall()) {
            return of(numerator * other.denominator, denominator * other.numerator);
        }
        return exact(product(numerator, other.denominator), product(denominator, other.numerator));
    }

    /**
     * The number with the opposite sign.
     *
     * @return −this
     * @throws ArithmeticException on overflow
     */
    public Rational negate() {
        return new Rational(Math.negateExact(numerator), denominator);
    }

    /**
     * The absolute value.
     *
     * @return |this|
     * @throws ArithmeticException on overflow
     */
    public Rational abs() {
        return numerator < 0 ? negate() : this;
    }

    /** Compares both terms; written out, because what a record generates takes a compiler milliseconds to link. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Rational that && numerator == that.numerator && denominator == that.denominator;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(numerator) + Long.hashCode(denominator);
    }

    /**
     * Whether this is an integer.
     *
     * @return whether the denominator is 1
     */
    public boolean isInteger() {
        return denominator == 1;
    }

    /**
     * This integer.
     *
     * @return the value
     * @throws ArithmeticException if this is not an integer
     */
    public long longValueExact() {
        if (!isInteger()) {
            throw new ArithmeticException(this + " is not an integer");
        }
        return numerator;
    }

    /**
     * Rounds down.
     *
     * @return the largest integer that is at most this
     */
    public long floor() {
        return Math.floorDiv(numerator, denominator);
    }

    /**
     * Rounds up.
     *
     * @return the smallest integer that is at least this
     */
    public long ceil() {
        return isInteger() ? numerator : floor() + 1;
    }

    /**
     * The decimal notation, for display.
     *
     * @return this, rounded half-even to at most six decimals, without trailing zeros and without an exponent
     */
    public BigDecimal toDecimal() {
        BigDecimal quotient = BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), Figures.DECIMALS, Figures.ROUNDING);
        return Figures.normal(quotient);
    }

    /**
     * The nearest floating-point number, give or take its last bit.
     *
     * @return an approximation
     */
    public double doubleValue() {
        return (double) numerator / denominator;
    }

    /** Compares exactly; never overflows. */
    @Override
    public int compareTo(Rational other) {
        if (denominator == other.denominator) {
            return Long.compare(numerator, other.numerator);
        }
        if (isSmall() && other.isSmall()) {
            return Long.compare(numerator * other.denominator, other.numerator * denominator);
        }
        return product(numerator, other.denominator).compareTo(product(other.numerator, denominator));
    }

    /** An integer such as {@code 3}, or a fraction such as {@code -1/2}. */
    @Override
    public String toString() {
        return isInteger() ? Long.toString(numerator) : numerator + "/" + denominator;
    }

    /** True if both terms fit into an {@code int}: the sum of two products of such terms fits into a {@code long}. */
    private boolean isSmall() {
        return numerator == (int) numerator && denominator == (int) denominator;
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private static Rational exact(BigInteger numerator, BigInteger denominator) {
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        return new Rational(
                numerator.divide(divisor).longValueExact(),
                denominator.divide(divisor).longValueExact());
    }

    /** With the sign of {@code b}, so that dividing by it makes the denominator positive. */
    private static long greatestCommonDivisor(long a, long b) {
        long divisor = b;
        long rest = a;
        while (rest != 0) {
            long next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        return (divisor < 0) == (b < 0) ? divisor : -divisor;
    }

    /** Exact division that does not overlook −2⁶³ / −1. */
    private static long quotient(long dividend, long divisor) {
        return divisor == -1 ? Math.negateExact(dividend) : dividend / divisor;
    }

    /** Apart, because compilations only compute. */
    private static final class Notation {
        static final Pattern PATTERN = Pattern.compile("(-?[0-9]+)(?:/([1-9][0-9]*))?");
    }
}
