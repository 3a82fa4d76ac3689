package dev.fovea.processor.read;

/**
 * A value cannot be read: it is wrong, which the compiler reports itself, or refers to a constant that is still to be
 * generated.
 */
public final class UnresolvedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnresolvedException() {
        super("an annotation value is not resolved", null, false, false);
    }
}
