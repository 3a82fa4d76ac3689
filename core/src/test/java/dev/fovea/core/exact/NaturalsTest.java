package dev.fovea.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
                assertEquals(numbers.get(i).bitLength(), naturals.bitLength(i));
                assertEquals(numbers.get(i), naturals.at(i));
            }
        }
    }

    @Test
    void productsAreThoseOfBigIntegers() {
        for (int bits = 0; bits <= 200; bits++) {
            List<BigInteger> numbers = numbers(3, bits);
            for (long factor : new long[] {0, 1, 2, 9, Long.MAX_VALUE, random.nextLong() >>> 1}) {
                List<BigInteger> products = numbers.stream()
                        .map(number -> number.multiply(BigInteger.valueOf(factor)))
                        .toList();
                assertEquals(
                        products,
                        naturals(numbers)
                                .times(factor, sum(products).bitLength())
                                .all());
            }
        }
    }

    @Test
    void sumsAreThoseOfBigIntegersWhereverTheyLie() {
        for (int bits = 0; bits <= 200; bits++) {
            List<BigInteger> numbers = numbers(3, bits);
            List<BigInteger> others = numbers(2, random.nextInt(200));
            int shift = random.nextInt(4);
            int otherShift = random.nextInt(4);
            List<BigInteger> sums = new ArrayList<>(Collections.nCopies(7, BigInteger.ZERO));
            for (int i = 0; i < 3; i++) {
                sums.set(shift + i, numbers.get(i));
            }
            for (int i = 0; i < 2; i++) {
                sums.set(otherShift + i, sums.get(otherShift + i).add(others.get(i)));
            }
            Naturals sum = naturals(numbers)
                    .plus(shift, naturals(others), otherShift, 7, sum(sums).bitLength());
            assertEquals(sums, sum.all());
        }
    }

    @Test
    void theShortestRunIsTheShortestOfAllRunsThatAreEnough() {
        for (int i = 0; i < 2000; i++) {
            List<BigInteger> numbers = numbers(1 + random.nextInt(8), random.nextInt(130));
            BigInteger least = new BigInteger(140, random)
                    .mod(sum(numbers).max(BigInteger.ONE))
                    .add(BigInteger.ONE);
            int shortest = numbers.size();
            for (int from = 0; from < numbers.size(); from++) {
                for (int to = from + 1; to <= numbers.size(); to++) {
                    if (sum(numbers.subList(from, to)).compareTo(least) >= 0) {
                        shortest = Math.min(shortest, to - from);
                    }
                }
            }
            assertEquals(shortest, naturals(numbers).shortestRun(least), numbers + ", " + least);
        }
    }

    @Test
    void equalNumbersAreEqual() {
        List<BigInteger> numbers = numbers(5, 100);
        assertEquals(naturals(numbers), naturals(numbers));
        assertEquals(naturals(numbers).hashCode(), naturals(numbers).hashCode());
        assertNotEquals(naturals(numbers), naturals(numbers.subList(1, 5)));
        assertEquals(Naturals.ONE, naturals(List.of(BigInteger.ONE)));
        assertEquals(0, Naturals.NONE.length());
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
