package dev.fovea.core.paths;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Numbers of paths at consecutive positions, each rounded up to a multiple of one power of two, so that it fits a
 * machine word whatever the depth of a network. As long as the total of all paths fits one, nothing is rounded.
 *
 * <p>A number is never less than the true one, exceeds it by at most {@code slack} units, and is 0 only where there is no path.
 * So a width that comes out the same from the numbers and from the numbers less the slack is the true one.
 */
final class Row {
    /** One path, from position 0. */
    static final Row ONE = new Row(0, new long[] {1}, 0, 0);

    /** Bits of the sum of all numbers before they are rounded. */
    static final int MOST_BITS = 60;

    /** How many bits more are dropped than must be, so that few layers round. */
    private static final int SPARE_BITS = 12;

    /** Slack beyond which numbers say too little; leaves room for sums of as many numbers as an array can have. */
    private static final long MOST_SLACK = 1 << 28;

    private final long start;
    private final long[] values;
    private final int exponent;
    private final long slack;

    private Row(long start, long[] values, int exponent, long slack) {
        if (slack > MOST_SLACK) {
            throw new ArithmeticException("the rounding says too little");
        }
        this.start = start;
        this.values = values;
        this.exponent = exponent;
        this.slack = slack;
    }

    /** The first position with a path. */
    long start() {
        return start;
    }

    /** Positions from the first with a path to the last. */
    int length() {
        return values.length;
    }

    /** The numbers, rounded up. */
    List<BigInteger> all() {
        return Arrays.stream(values)
                .mapToObj(value -> BigInteger.valueOf(value).shiftLeft(exponent))
                .toList();
    }

    /** By how much a number may exceed the true one. */
    BigInteger error() {
        return BigInteger.valueOf(slack).shiftLeft(exponent);
    }

    Row shift(long distance) {
        return distance == 0 ? this : new Row(Math.addExact(start, distance), values, exponent, slack);
    }

    /**
     * Each number times a factor.
     *
     * @param bits of the sum of the true results
     */
    Row times(long factor, int bits) {
        Row rounded = rounded(bits);
        long[] products = new long[values.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = rounded.values[i] * factor;
        }
        return new Row(start, products, rounded.exponent, Math.multiplyExact(rounded.slack, factor));
    }

    /**
     * The sum of {@code copies} of these numbers, each {@code step} further on, times a factor: a running sum.
     *
     * @param length of the result
     * @param bits of the sum of the true results
     */
    Row spread(int step, long copies, long factor, int length, int bits) {
        Row rounded = rounded(bits);
        long[] sums = new long[length];
        long window = step * copies;
        for (int i = 0; i < length; i++) {
            long more = i < values.length ? rounded.values[i] : 0;
            long less = i >= window && i - window < values.length ? rounded.values[(int) (i - window)] : 0;
            sums[i] = (i >= step ? sums[i - step] : 0) + (more - less) * factor;
        }
        long terms = Math.multiplyExact(copies, factor);
        return new Row(start, sums, rounded.exponent, Math.multiplyExact(rounded.slack, terms));
    }

    /**
     * The sum of both.
     *
     * @param length of the result
     * @param bits of the sum of the true results
     */
    Row plus(Row other, int length, int bits) {
        int coarsest = Math.max(exponent, other.exponent);
        Row one = coarser(coarsest).rounded(bits);
        Row two = other.coarser(coarsest).rounded(bits);
        long first = Math.min(start, other.start);
        long[] sums = Arrays.copyOf(one.values, length);
        int shift = (int) (start - first);
        if (shift > 0) {
            System.arraycopy(one.values, 0, sums, shift, values.length);
            Arrays.fill(sums, 0, shift, 0);
        }
        int otherShift = (int) (other.start - first);
        for (int i = 0; i < two.values.length; i++) {
            sums[otherShift + i] += two.values[i];
        }
        return new Row(first, sums, one.exponent, one.slack + two.slack);
    }

    /** With as coarse a unit as numbers with a sum of so many bits need, or with a coarser one, which lasts for more layers. */
    private Row rounded(int bits) {
        return bits - exponent > MOST_BITS ? coarser(bits - MOST_BITS + SPARE_BITS) : this;
    }

    private Row coarser(int target) {
        int drop = Math.min(target - exponent, Long.SIZE - 2);
        if (drop == 0) {
            return this;
        }
        long less = (1L << drop) - 1;
        long[] rounded = new long[values.length];
        for (int i = 0; i < rounded.length; i++) {
            // Numbers and slack have no more than 62 bits, so this cannot overflow.
            rounded[i] = values[i] + less >> drop;
        }
        return new Row(start, rounded, target, 1 + (slack + less >> drop));
    }

    /** The least number of positions in a row from which at least so many paths lead; empty where the rounding leaves it open. */
    OptionalLong shortestRun(BigInteger paths) {
        BigInteger units = paths.add(BigInteger.ONE.shiftLeft(exponent)).subtract(BigInteger.ONE);
        long least = units.shiftRight(exponent).longValueExact();
        int shortest = shortestRun(least, 0);
        return slack == 0 || shortestRun(least, slack) == shortest ? OptionalLong.of(shortest) : OptionalLong.empty();
    }

    /** The same in units, with each number made smaller by {@code less}; the whole row where even that has too few. */
    private int shortestRun(long least, long less) {
        long sum = 0;
        int first = 0;
        int shortest = values.length;
        for (int last = 0; last < values.length; last++) {
            sum += Math.max(0, values[last] - less);
            for (; sum >= least; first++) {
                shortest = Math.min(shortest, last - first + 1);
                sum -= Math.max(0, values[first] - less);
            }
        }
        return shortest;
    }

    /**
     * The positions that remain if at most so many paths are left out on either side; empty where the rounding leaves it open.
     *
     * @param paths how many may be left out, fewer than there are
     */
    Optional<Bulk> without(BigInteger paths) {
        long most = paths.shiftRight(exponent).longValueExact();
        int first = firstBeyond(most, 0, 1);
        int last = firstBeyond(most, 0, -1);
        boolean known = slack == 0 || first == firstBeyond(most, slack, 1) && last == firstBeyond(most, slack, -1);
        return known ? Optional.of(new Bulk(start + first, start + last)) : Optional.empty();
    }

    /** The first index, from one end, up to which there are more than so many units, with each number made smaller. */
    private int firstBeyond(long most, long less, int direction) {
        int index = direction > 0 ? 0 : values.length - 1;
        long sum = Math.max(0, values[index] - less);
        while (sum <= most && index + direction >= 0 && index + direction < values.length) {
            index += direction;
            sum += Math.max(0, values[index] - less);
        }
        return index;
    }

    /** True if {@code other} holds the same numbers with the same slack. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Row that
                        && start == that.start
                        && exponent == that.exponent
                        && slack == that.slack
                        && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(start) + 31 * (Arrays.hashCode(values) + 31 * exponent);
    }
}
