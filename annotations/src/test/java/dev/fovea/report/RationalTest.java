package dev.fovea.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Every operation against fractions of big integers, at the limits of {@code long} too. */
final class RationalTest {
    private static final long[] TERMS = {
        0,
        1,
        2,
        3,
        4,
        6,
        7,
        -1,
        -2,
        -3,
        -9,
        1L << 31,
        3L << 40,
        1L << 62,
        Long.MAX_VALUE,
        Long.MAX_VALUE - 1,
        -(1L << 62),
        Long.MIN_VALUE + 1,
        Long.MIN_VALUE
    };

    @Test
    void rationalReducesToLowestTerms() {
        for (long numerator : TERMS) {
            for (long denominator : TERMS) {
                Optional<Rational> expected = fitting(big(numerator), big(denominator));
                assertEquals(expected, attempt(() -> new Rational(numerator, denominator)));
            }
        }
        assertEquals("-1/2", Rational.of(3, -6).toString());
        assertEquals("-3", Rational.of(-3).toString());
    }

    @Test
    void arithmeticIsExactAndOverflowsOnlyWhereTheResultDoes() {
        List<Rational> values = values();
        for (Rational a : values) {
            BigInteger an = big(a.numerator());
            BigInteger ad = big(a.denominator());
            assertEquals(fitting(an.negate(), ad), attempt(a::negate));
            assertEquals(fitting(an.abs(), ad), attempt(a::abs));
            for (Rational b : values) {
                BigInteger bn = big(b.numerator());
                BigInteger bd = big(b.denominator());
                BigInteger left = an.multiply(bd);
                BigInteger right = bn.multiply(ad);
                BigInteger common = ad.multiply(bd);
                assertEquals(fitting(left.add(right), common), attempt(() -> a.plus(b)));
                assertEquals(fitting(left.subtract(right), common), attempt(() -> a.minus(b)));
                assertEquals(fitting(an.multiply(bn), common), attempt(() -> a.times(b)));
                assertEquals(fitting(left, right), attempt(() -> a.dividedBy(b)));
                assertEquals(left.compareTo(right), a.compareTo(b));
            }
        }
    }

    @Test
    void roundsDownAndUp() {
        for (Rational value : values()) {
            BigInteger[] division = big(value.numerator()).divideAndRemainder(big(value.denominator()));
            long truncated = division[0].longValueExact();
            assertEquals(division[1].signum() < 0 ? truncated - 1 : truncated, value.floor());
            assertEquals(division[1].signum() > 0 ? truncated + 1 : truncated, value.ceil());
            assertEquals(division[1].signum() == 0, value.isInteger());
        }
        assertEquals(-7, Rational.of(-7).longValueExact());
        assertThrows(ArithmeticException.class, () -> Rational.of(1, 2).longValueExact());
        assertEquals(0.75, Rational.of(3, 4).doubleValue());
    }

    @Test
    void rationalPrintsDecimalsPlainAndRoundedHalfEven() {
        assertEquals("0.5", Rational.of(1, 2).toDecimal().toString());
        assertEquals("0.666667", Rational.of(2, 3).toDecimal().toString());
        assertEquals("0.000002", Rational.of(5, 2_000_000).toDecimal().toString());
        assertEquals("0", Rational.of(-1, 2_000_000).toDecimal().toString());
        assertEquals(
                "9000000000000000000",
                Rational.of(9_000_000_000_000_000_000L).toDecimal().toString());
        assertEquals(BigDecimal.ZERO, Rational.ZERO.toDecimal());
    }

    @Test
    void rationalReadsItsOwnNotation() {
        for (Rational value : values()) {
            assertEquals(value, Rational.parse(value.toString()));
        }
        assertEquals(Rational.ONE, Rational.parse("4/4"));
        for (String wrong :
                List.of("", "x", "+1", " 1", "1/", "1/0", "1/-2", "1/02", "0.5", "٣", "9223372036854775808")) {
            Exception e = assertThrows(IllegalArgumentException.class, () -> Rational.parse(wrong));
            assertTrue(e.getMessage().endsWith('"' + wrong + '"'), e.getMessage());
        }
    }

    private static List<Rational> values() {
        return Arrays.stream(TERMS)
                .boxed()
                .flatMap(numerator -> Arrays.stream(TERMS)
                        .mapToObj(denominator -> fitting(big(numerator), big(denominator)))
                        .flatMap(Optional::stream))
                .distinct()
                .toList();
    }

    private static Optional<Rational> attempt(Supplier<Rational> operation) {
        try {
            return Optional.of(operation.get());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Rational> fitting(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            return Optional.empty();
        }
        BigInteger divisor = numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
        BigInteger n = numerator.divide(divisor);
        BigInteger d = denominator.divide(divisor);
        if (n.bitLength() >= Long.SIZE || d.bitLength() >= Long.SIZE) {
            return Optional.empty();
        }
        Rational reduced = new Rational(n.longValue(), d.longValue());
        assertEquals(n.longValue(), reduced.numerator());
        assertEquals(d.longValue(), reduced.denominator());
        return Optional.of(reduced);
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
