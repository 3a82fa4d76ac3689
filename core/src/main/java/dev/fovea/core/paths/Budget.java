package dev.fovea.core.paths;

/** How much may still be computed for one network, in words of 64 bits; counted, not timed: every machine stops alike. */
final class Budget {
    /** Thrown where more is asked for than is left. */
    static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1;

        SpentException() {
            super("too many path counts", null, false, false);
        }
    }

    private long left;

    Budget(long words) {
        left = words;
    }

    /** Takes as many words as so many numbers of this length need; returns how many numbers. */
    int take(long numbers, int bits) {
        int words = 1 + bits / Long.SIZE;
        if (numbers > left / words) {
            throw new SpentException();
        }
        left -= numbers * words;
        return (int) numbers;
    }
}
