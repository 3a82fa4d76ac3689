package dev.fovea.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NaturalsTest {
    private final Random random = new Random(7);

    @Test
    void numbersAreKeptToTheLastBit() {
        for (int bits = 0; bits <= 200; bits++) {
            List<BigInteger> numbers = numbers(4, bits);
            Naturals naturals = naturals(numbers);
            assertEquals(numbers, naturals.all());
            for (int i = 0; i < 4; i++) {
                assertEquals(numbers.get(i), naturals.at(i));
            }
        }
    }

    @Test
    void runningSumsAreThoseOfBigIntegers() {
        for (int bits = 0; bits <= 200; bits++) {
            List<BigInteger> numbers = numbers(5, bits);
            int step = 1 + random.nextInt(3);
            int count = 1 + random.nextInt(4);
            BigInteger[] sums = new BigInteger[5 + step * (count - 1)];
            Arrays.fill(sums, BigInteger.ZERO);
            for (int i = 0; i < 5 * count; i++) {
                int at = i % 5 + i / 5 * step;
                sums[at] = sums[at].add(numbers.get(i % 5));
            }
            assertEquals(
                    List.of(sums),
                    naturals(numbers)
                            .runningSums(
                                    step, count, sums.length, sum(List.of(sums)).bitLength())
                            .all());
        }
    }

    private static Naturals naturals(List<BigInteger> numbers) {
        return Naturals.of(sum(numbers).bitLength(), numbers.toArray(BigInteger[]::new));
    }

    private static BigInteger sum(List<BigInteger> numbers) {
        return numbers.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Random ones, and often one whose bits are all set, so that carries run far. */
    private List<BigInteger> numbers(int count, int bits) {
        BigInteger[] numbers = new BigInteger[count];
        Arrays.setAll(
                numbers,
                i -> random.nextInt(3) == 0
                        ? BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE)
                        : new BigInteger(bits, random));
        return List.of(numbers);
    }
}
