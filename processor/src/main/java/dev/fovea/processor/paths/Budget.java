package dev.fovea.processor.paths;

/** How many numbers may still be computed for one network; counted rather than timed, so that every machine stops alike. */
final class Budget {
    /** Thrown where more is asked for than is left. */
    static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1;

        SpentException() {
            super("too many path counts", null, false, false);
        }
    }

    private long left;

    Budget(long numbers) {
        left = numbers;
    }

    /** Takes so many numbers, and returns how many. */
    int take(long numbers) {
        if (numbers > left) {
            throw new SpentException();
        }
        left -= numbers;
        return (int) numbers;
    }
}
