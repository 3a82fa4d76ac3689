package dev.fovea.onnx.read;

/** Thrown where a node cannot be read; the message says why. */
public final class NotRead extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says why. */
    public NotRead(String reason) {
        super(reason, null, false, false);
    }
}
