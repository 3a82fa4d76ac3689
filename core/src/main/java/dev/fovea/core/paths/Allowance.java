package dev.fovea.core.paths;

/** How much may be computed for one network: numbers of paths, and the exact moments of those numbers, which are few but long. */
final class Allowance {
    /** Numbers of paths: those of a chain of some 2000 3×3 layers. */
    private static final long MOST_NUMBERS = 4_000_000;

    /** Words of 64 bits in moments, which grow with the square of the depth: those of some 2800 such layers. */
    private static final long MOST_WORDS = 200_000;

    private final Budget numbers = new Budget(MOST_NUMBERS);
    private final Budget words = new Budget(MOST_WORDS);

    /** True if so many numbers may still be computed, which are taken then. */
    boolean covers(long length) {
        return numbers.covers(length);
    }

    /** The same moments, once they are paid for. */
    Moments paid(Moments moments) {
        words.take(1, moments.bits());
        return moments;
    }
}
