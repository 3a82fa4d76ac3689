package dev.fovea.processor.code.eval;

/** Code that the compiler itself does not understand, or not yet: something in it may still be generated. */
public final class IncompleteCodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompleteCodeException() {
        super("", null, false, false);
    }
}
