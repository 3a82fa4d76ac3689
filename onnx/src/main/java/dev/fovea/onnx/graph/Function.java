package dev.fovea.onnx.graph;

import java.util.List;
import java.util.Map;

/**
 * An operator that the file itself defines by nodes.
 *
 * @param defaults values of attributes that a call may leave out
 */
public record Function(
        String name,
        String domain,
        List<String> inputs,
        List<String> outputs,
        List<Node> nodes,
        Map<String, Attribute> defaults) {
    public Function {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        nodes = List.copyOf(nodes);
        defaults = Map.copyOf(defaults);
    }
}
