package dev.fovea.core.exact;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Natural numbers of any size, side by side in one array.
 *
 * <p>Each takes the same number of 64-bit words, the least significant first: as many as the sum of all needs.
 */
public final class Naturals {
    /** The number 1 alone. */
    public static final Naturals ONE = new Naturals(new long[] {1}, 1);

    private final long[] limbs;
    private final int words;

    private Naturals(long[] limbs, int words) {
        this.limbs = limbs;
        this.words = words;
    }

    /**
     * Those given.
     *
     * @param bits of their sum
     */
    static Naturals of(int bits, BigInteger... numbers) {
        Naturals all = zeros(numbers.length, bits);
        for (int i = 0; i < all.limbs.length; i++) {
            all.limbs[i] =
                    numbers[i / all.words].shiftRight(i % all.words * Long.SIZE).longValue();
        }
        return all;
    }

    /** That many zeros, with room for numbers whose sum has this many bits. */
    private static Naturals zeros(int length, int bits) {
        int words = 1 + bits / Long.SIZE;
        return new Naturals(new long[Math.multiplyExact(length, words)], words);
    }

    /** How many there are. */
    public int length() {
        return limbs.length / words;
    }

    /** One of them. */
    public BigInteger at(int index) {
        byte[] bytes = new byte[words * Long.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            long limb = limbs[index * words + i / Long.BYTES];
            bytes[bytes.length - 1 - i] = (byte) (limb >>> i % Long.BYTES * Byte.SIZE);
        }
        return new BigInteger(1, bytes);
    }

    /** All of them. */
    public List<BigInteger> all() {
        return IntStream.range(0, length()).mapToObj(this::at).toList();
    }

    /**
     * Sums of those that are a multiple of {@code step} apart: the number at {@code i} is the sum of those at {@code i}, {@code
     * i - step}, …, {@code i - (count - 1) · step}, as a running sum.
     *
     * @param length of the result
     * @param bits of the sum of the results
     */
    Naturals runningSums(int step, long count, int length, int bits) {
        Naturals sums = zeros(length, bits);
        long window = Math.multiplyExact(step, count);
        for (int index = 0; index < length; index++) {
            if (index >= step) {
                System.arraycopy(sums.limbs, (index - step) * sums.words, sums.limbs, index * sums.words, sums.words);
            }
            if (index < length()) {
                sums.add(index, this, index);
            }
            if (index >= window && index - window < length()) {
                sums.subtract(index, this, (int) (index - window));
            }
        }
        return sums;
    }

    private long limb(int index, int word) {
        return word < words ? limbs[index * words + word] : 0;
    }

    private void add(int at, Naturals other, int index) {
        boolean carry = false;
        for (int word = 0; word < words; word++) {
            long before = limbs[at * words + word];
            long sum = before + other.limb(index, word);
            boolean over = Long.compareUnsigned(sum, before) < 0;
            long after = carry ? sum + 1 : sum;
            carry = over || carry && after == 0;
            limbs[at * words + word] = after;
        }
    }

    private void subtract(int at, Naturals other, int index) {
        boolean borrow = false;
        for (int word = 0; word < words; word++) {
            long before = limbs[at * words + word];
            long less = other.limb(index, word);
            long difference = before - less;
            boolean under = Long.compareUnsigned(before, less) < 0;
            limbs[at * words + word] = borrow ? difference - 1 : difference;
            borrow = under || borrow && difference == 0;
        }
    }
}
