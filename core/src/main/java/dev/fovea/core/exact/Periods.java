package dev.fovea.core.exact;

import java.util.function.IntPredicate;

/** Periods of patterns that repeat, moved on or not. */
public final class Periods {
    private Periods() {}

    /**
     * The shortest period that divides a known one.
     *
     * <p>What a pattern can be moved by without a change is a group of integers, so its periods are the multiples of
     * the shortest one. Hence no choice is wrong: as long as the known period divided by a prime factor is still a
     * period, go on with the quotient.
     *
     * @param known a period
     * @param isPeriod whether a divisor of it is one too
     */
    public static int shortest(int known, IntPredicate isPeriod) {
        int period = known;
        for (int factor = 2; factor <= period; factor++) {
            while (period % factor == 0 && isPeriod.test(period / factor)) {
                period /= factor;
            }
        }
        return period;
    }
}
