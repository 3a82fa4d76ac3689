package dev.fovea.onnx.lint;

/**
 * A finding that is accepted in a file.
 *
 * @param rule name of the rule
 * @param node the node, or the layer, at which it is found; empty = anywhere in the file
 * @param reason why
 */
public record AcceptedFinding(String rule, String node, String reason) {}
