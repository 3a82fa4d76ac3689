package dev.fovea.djl.read;

/** Code does something that layers cannot express. */
final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
        super(message);
    }
}
