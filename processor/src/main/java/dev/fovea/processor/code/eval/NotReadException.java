package dev.fovea.processor.code.eval;

/** Code whose course depends on what only a running program knows. */
public final class NotReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Unknown cause;

    /** @param cause what would have to be known */
    public NotReadException(Unknown cause) {
        super(cause.why(), null, false, false);
        this.cause = cause;
    }

    /** What would have to be known. */
    public Unknown unknown() {
        return cause;
    }
}
