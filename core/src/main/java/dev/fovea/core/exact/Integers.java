package dev.fovea.core.exact;

/** Arithmetic of integers that the library lacks. */
public final class Integers {
    private Integers() {}

    /** The greatest common divisor, never negative; of 0 and a number, the number. */
    public static long gcd(long a, long b) {
        long x = Math.abs(a);
        long y = Math.abs(b);
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    /**
     * The least common multiple of two positive numbers.
     *
     * @throws ArithmeticException where it exceeds {@code long}
     */
    public static long lcm(long a, long b) {
        return Math.multiplyExact(cycle(a, b), b);
    }

    /** How many steps it takes until their sum is a multiple of {@code period} for the first time. */
    public static long cycle(long period, long step) {
        return period / gcd(period, step);
    }

    /** The smallest integer that is not below {@code a / b}. */
    public static long ceilDiv(long a, long b) {
        return -Math.floorDiv(-a, b);
    }

    /**
     * How many of the numbers {@code first + i · step}, for {@code i} from 0 to {@code count - 1}, lie in each residue class.
     *
     * @param classes how many classes there are; the numbers return to theirs after a {@link #cycle}
     */
    public static long[] residues(long first, long step, long count, int classes) {
        long[] residues = new long[classes];
        long cycle = cycle(classes, step);
        for (long i = 0; i < Math.min(cycle, count); i++) {
            residues[Math.floorMod(first + i * step, classes)] += (count - 1 - i) / cycle + 1;
        }
        return residues;
    }
}
