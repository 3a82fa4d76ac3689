package dev.fovea.core.paths;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Standard deviations to six decimals, of short moments and of long ones, which are bounded by quotients first. */
final class DeviationTest {
    private static final BigInteger LONG = BigInteger.ONE.shiftLeft(600);

    private static Moments moments(String total, String first, String second) {
        return new Moments(new BigInteger(total), new BigInteger(first), new BigInteger(second));
    }

    private static void isOf(String expected, Moments moments) {
        assertEquals(new BigDecimal(expected), Deviation.of(moments));
        assertEquals(new BigDecimal(expected), Deviation.of(moments.times(LONG)));
    }

    @Test
    void knownDeviationsAreExact() {
        isOf("0.000000", moments("7", "21", "63"));
        // Positions 0 and 1.
        isOf("0.500000", moments("2", "1", "1"));
        // Positions -1, 0 and 1: the root of two thirds.
        isOf("0.816497", moments("3", "0", "2"));
        // Positions -5 and -1, three paths to the latter: the root of 28/4 - 4.
        isOf("1.732051", moments("4", "-8", "28"));
    }

    /** A variance of (k / 2000000)² for odd k lies halfway between two of six decimals. */
    @Test
    void halvesAreRoundedToTheEvenDigit() {
        isOf("0.000000", moments("4000000000000", "0", "1"));
        isOf("0.000002", moments("4000000000000", "0", "9"));
        isOf("0.000002", moments("4000000000000", "0", "25"));
        isOf("0.000004", moments("4000000000000", "0", "49"));
        // A little more and a little less than halfway.
        isOf("0.000003", moments("40000000000000000", "0", "250001"));
        isOf("0.000001", moments("40000000000000000", "0", "89999"));
    }

    @Test
    void randomDeviationsAreThoseOfManyDigits() {
        Random random = new Random(4);
        MathContext digits = new MathContext(80);
        for (int i = 0; i < 300; i++) {
            long total = 0;
            long first = 0;
            long second = 0;
            for (int positions = 1 + random.nextInt(6); positions > 0; positions--) {
                long position = random.nextInt(2001) - 1000;
                long paths = 1 + random.nextInt(50);
                total += paths;
                first += paths * position;
                second += paths * position * position;
            }
            BigDecimal mean = BigDecimal.valueOf(first).divide(BigDecimal.valueOf(total), digits);
            BigDecimal variance = BigDecimal.valueOf(second)
                    .divide(BigDecimal.valueOf(total), digits)
                    .subtract(mean.multiply(mean, digits), digits)
                    .max(BigDecimal.ZERO);
            String expected =
                    variance.sqrt(digits).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
            isOf(expected, moments("" + total, "" + first, "" + second));
        }
    }
}
