package dev.fovea.processor;

/** A file that belongs to a model cannot be written, through no fault of the model's or the product's. */
final class UnwrittenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message names the file and the cause */
    UnwrittenException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The reason why a file could not be written: the system's own words, or at least the kind of failure. */
    static String reason(Throwable failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        return message == null || message.isBlank() ? kind : kind + ": " + message;
    }
}
