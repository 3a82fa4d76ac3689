package dev.fovea.onnx.unread;

import dev.fovea.internal.Printable;
import java.io.IOException;

/** A file that is not a readable ONNX model; the message names the byte or the node. */
public final class OnnxException extends IOException {
    private static final long serialVersionUID = 1;

    /** Says what is wrong, and where. */
    public OnnxException(String message) {
        super(Printable.message(message));
    }
}
