package dev.fovea.core.paths;

/**
 * How much may still be computed for one network, in words of 64 bits; counted, not timed, so that every machine stops
 * at the same point.
 */
public final class Budget {
    /** Thrown where more is asked for than is left. */
    public static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Without a trace, since it is always caught. */
        public SpentException() {
            super("too many path counts", null, false, false);
        }
    }

    private long left;

    /** The given number of words. */
    public Budget(long words) {
        left = words;
    }

    /** Takes as many words as the given number of numbers of this length need; returns how many numbers. */
    public int take(long numbers, int bits) {
        int words = 1 + bits / Long.SIZE;
        if (numbers > left / words) {
            throw new SpentException();
        }
        left -= numbers * words;
        return (int) numbers;
    }

    /** Takes that many words if they are left; false if not. */
    boolean covers(long words) {
        if (words > left) {
            return false;
        }
        left -= words;
        return true;
    }
}
