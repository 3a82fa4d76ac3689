package dev.fovea.onnx.read;

import dev.fovea.onnx.graph.Attribute;
import dev.fovea.onnx.graph.Graph;
import dev.fovea.onnx.graph.Node;
import java.util.ArrayList;
import java.util.List;

/** What nodes read. */
final class Reads {
    private Reads() {}

    /** All tensors that a node reads, graphs in it included. */
    static List<String> of(Node node) {
        List<String> read = node.inputs();
        for (Attribute attribute : node.attributes().values()) {
            for (Graph inner : attribute.graphs()) {
                read = read == node.inputs() ? new ArrayList<>(read) : read;
                captured(inner, read);
            }
        }
        return read;
    }

    /** What graphs in a node read of the graph around it. */
    private static void captured(Graph inner, List<String> wanted) {
        for (Node node : inner.nodes()) {
            wanted.addAll(node.inputs());
            node.attributes().values().forEach(attribute -> attribute.graphs().forEach(next -> captured(next, wanted)));
        }
        inner.outputs().forEach(output -> wanted.add(output.name()));
    }
}
