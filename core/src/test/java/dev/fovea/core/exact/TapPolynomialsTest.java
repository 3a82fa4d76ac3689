package dev.fovea.core.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TapPolynomialsTest {
    @Test
    void aProductIsWhatMultiplyingTermByTermGives() {
        Random random = new Random(5);
        for (int length = 1; length <= 6; length++) {
            for (int step = 1; step <= 5; step++) {
                for (int taps = 1; taps <= 6; taps++) {
                    BigInteger[] coefficients = coefficients(random, length);
                    BigInteger[] product = zeros(length + step * (taps - 1));
                    for (int i = 0; i < length; i++) {
                        for (int tap = 0; tap < taps; tap++) {
                            product[i + tap * step] = product[i + tap * step].add(coefficients[i]);
                        }
                    }
                    assertArrayEquals(product, times(coefficients, step, taps));
                }
            }
        }
    }

    @Test
    void aProductModuloFoldsTheProductOverTheResidueClasses() {
        Random random = new Random(6);
        for (int classes = 1; classes <= 7; classes++) {
            for (int step = 1; step <= 9; step++) {
                for (int taps = 1; taps <= 9; taps++) {
                    BigInteger[] coefficients = coefficients(random, classes);
                    BigInteger[] folded = zeros(classes);
                    BigInteger[] product = times(coefficients, step, taps);
                    for (int i = 0; i < product.length; i++) {
                        folded[i % classes] = folded[i % classes].add(product[i]);
                    }
                    assertArrayEquals(folded, TapPolynomials.timesModulo(coefficients, step, taps));
                }
            }
        }
    }

    private static BigInteger[] times(BigInteger[] coefficients, int step, int taps) {
        return TapPolynomials.times(Naturals.of(80, coefficients), step, taps, 80)
                .all()
                .toArray(BigInteger[]::new);
    }

    private static BigInteger[] coefficients(Random random, int length) {
        BigInteger[] coefficients = new BigInteger[length];
        Arrays.setAll(coefficients, i -> new BigInteger(70, random));
        return coefficients;
    }

    private static BigInteger[] zeros(int length) {
        BigInteger[] zeros = new BigInteger[length];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }
}
