package dev.fovea.core.pathmap;

/** Thrown where the paths to a unit cannot be counted; the message says why. */
public final class UncountedException extends Exception {
    private static final long serialVersionUID = 1;

    UncountedException(String message) {
        super(message, null, false, false);
    }
}
