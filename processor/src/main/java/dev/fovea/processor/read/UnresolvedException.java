package dev.fovea.processor.read;

/**
 * A value cannot be read: it is wrong, which the compiler reports itself, or refers to a constant that is still to be
 * generated.
 */
public final class UnresolvedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Leaves the model to a later round. */
    public UnresolvedException() {
        super("a value is not resolved", null, false, false);
    }
}
