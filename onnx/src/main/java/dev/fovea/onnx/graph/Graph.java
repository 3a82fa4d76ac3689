package dev.fovea.onnx.graph;

import java.util.List;

/**
 * Nodes, each after those it reads.
 *
 * @param inputs what a run must supply; older files list the initializers there too
 * @param values what the file says of the tensors between the nodes
 */
public record Graph(
        String name,
        List<Node> nodes,
        List<Tensor> initializers,
        List<ValueInfo> inputs,
        List<ValueInfo> outputs,
        List<ValueInfo> values) {
    public Graph {
        nodes = List.copyOf(nodes);
        initializers = List.copyOf(initializers);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        values = List.copyOf(values);
    }
}
