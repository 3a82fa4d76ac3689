package dev.fovea.onnx;

/**
 * A part of a graph that no layer expresses.
 *
 * @param node as the exporter named it, or operator and output
 * @param operator its type, with its domain where that is not the standard one
 * @param reason why
 * @param isGap whether figures are missing for it; else only something without effect on fields, shapes and multiply-adds
 *     is left out
 */
public record NotExpressed(String node, String operator, String reason, boolean isGap) {
    @Override
    public String toString() {
        return "%s (%s): %s".formatted(node, operator, reason);
    }
}
