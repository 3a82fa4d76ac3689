package dev.fovea.core.paths;

/** How much may be computed for one network: numbers of paths, and the exact moments of those numbers, which are few but long. */
final class Allowance {
    /** Layers beyond which work must not grow faster than the network does. */
    private static final int MANY_LAYERS = 1000;

    /** Numbers of paths, whatever the depth: those of a chain of some 2000 3×3 layers. */
    private static final long NUMBERS = 4_000_000;

    /** Numbers of paths where there are few layers, but wide ones: nested U-Nets that see 6000 pixels need 21 million. */
    private static final long NUMBERS_OF_FEW = 24_000_000;

    /** Words of 64 bits in moments, which grow with the square of the depth: those of some 2800 such layers. */
    private static final long WORDS = 200_000;

    private static final long WORDS_OF_FEW = 1_000_000;

    /** Positions of one row, so that few rows never take much memory. */
    private static final long LONGEST_ROW = 1 << 21;

    private final Budget numbers;
    private final Budget words;

    Allowance(int layers) {
        boolean few = layers <= MANY_LAYERS;
        numbers = new Budget(few ? NUMBERS_OF_FEW : NUMBERS);
        words = new Budget(few ? WORDS_OF_FEW : WORDS);
    }

    /** True if that many numbers may still be computed; they are taken then. */
    boolean covers(long length) {
        return length <= LONGEST_ROW && numbers.covers(length);
    }

    /** The same moments, once they are paid for. */
    Moments paid(Moments moments) {
        words.take(1, moments.bits());
        return moments;
    }
}
