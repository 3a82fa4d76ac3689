package dev.fovea.onnx.unread;

import dev.fovea.internal.Printable;

/**
 * A part of a graph that no layer expresses.
 *
 * @param node as the exporter named it, or operator and output
 * @param operator its type, with its domain where that is not the standard one
 * @param reason why
 * @param missing what is missing for it
 */
public record NotExpressed(String node, String operator, String reason, Missing missing) {
    /** True if figures are missing for all that depends on it. */
    public boolean isGap() {
        return missing == Missing.FIGURES;
    }

    @Override
    public String toString() {
        return Printable.line("%s (%s): %s".formatted(node, operator, reason));
    }
}
