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

    /** Words that are 0 or equal bring no carry, and sums that fill a word exactly bring one. */
    @Test
    void wordsThatAreFullOrEmptyCarryRightly() {
        BigInteger word = BigInteger.ONE.shiftLeft(Long.SIZE);
        List<BigInteger> ends =
                List.of(BigInteger.ZERO, BigInteger.ONE, word.subtract(BigInteger.ONE), word, word.multiply(word));
        for (BigInteger one : ends) {
            for (BigInteger two : ends) {
                for (BigInteger three : ends) {
                    List<BigInteger> numbers = List.of(one, two, three);
                    List<BigInteger> sums = List.of(one, one.add(two), two.add(three), three);
                    assertEquals(
                            sums,
                            naturals(numbers)
                                    .runningSums(1, 2, 4, sum(sums).bitLength())
                                    .all());
                }
            }
        }
    }

    private static Naturals naturals(List<BigInteger> numbers) {
        return Naturals.of(sum(numbers).bitLength(), numbers.toArray(BigInteger[]::new));
    }

    private static BigInteger sum(List<BigInteger> numbers) {
        return numbers.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Random ones, and often one whose bits are all set, or all the last ones not, so that carries run far or not at all. */
    private List<BigInteger> numbers(int count, int bits) {
        BigInteger[] numbers = new BigInteger[count];
        Arrays.setAll(numbers, i -> switch (random.nextInt(5)) {
            case 0, 1 -> BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
            case 2 -> BigInteger.ONE.shiftLeft(random.nextInt(bits + 1)).shiftRight(1);
            default -> new BigInteger(bits, random);
        });
        return List.of(numbers);
    }
}
