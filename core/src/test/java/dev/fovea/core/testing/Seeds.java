package dev.fovea.core.testing;

/** How much random tests try: with {@code -Dfovea.seeds=100} each tries a hundred times as many cases. */
public final class Seeds {
    private static final int TIMES = Integer.getInteger("fovea.seeds", 1);

    private Seeds() {}

    /** Number of cases, of which there are so many where nothing is said. */
    public static int times(int cases) {
        return Math.multiplyExact(cases, TIMES);
    }

    /** Every how manieth of a fixed list of cases is tried, at least each. */
    public static int every(int nth) {
        return Math.max(1, nth / TIMES);
    }
}
