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
}
