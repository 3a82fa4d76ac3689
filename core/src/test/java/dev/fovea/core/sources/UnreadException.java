package dev.fovea.core.sources;

/** A source has something that is not read without a compiler. */
final class UnreadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadException(String what) {
        super(what);
    }
}
