package dev.fovea.onnx.graph;

import java.util.List;

/** An operator that the file itself defines by nodes. */
public record Function(String name, String domain, List<String> inputs, List<String> outputs, List<Node> nodes) {
    public Function {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        nodes = List.copyOf(nodes);
    }
}
