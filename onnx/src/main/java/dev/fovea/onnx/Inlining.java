package dev.fovea.onnx;

import dev.fovea.onnx.graph.Attribute;
import dev.fovea.onnx.graph.Function;
import dev.fovea.onnx.graph.Graph;
import dev.fovea.onnx.graph.ModelFile;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.unread.OnnxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replaces operators that the file itself defines by their nodes. */
final class Inlining {
    private static final int DEEPEST = 32;
    private static final int MOST_NODES = 1_000_000;

    private final Map<String, Function> functions = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private int calls;

    private Inlining(ModelFile file) {
        for (Function function : file.functions()) {
            functions.put(key(function.domain(), function.name()), function);
        }
    }

    static ModelFile of(ModelFile file) throws OnnxException {
        if (file.functions().isEmpty()) {
            return file;
        }
        Inlining inlining = new Inlining(file);
        for (Node node : file.graph().nodes()) {
            inlining.add(node, 0);
        }
        Graph graph = file.graph();
        Graph inlined = new Graph(
                graph.name(), inlining.nodes, graph.initializers(), graph.inputs(), graph.outputs(), graph.values());
        return new ModelFile(file.producer(), file.opset(), inlined, List.of());
    }

    private static String key(String domain, String name) {
        return (domain.equals("ai.onnx") ? "" : domain) + ":" + name;
    }

    private void add(Node node, int depth) throws OnnxException {
        Function function = functions.get(key(node.domain(), node.type()));
        if (calls + nodes.size() > MOST_NODES || depth > DEEPEST) {
            throw new OnnxException("the function %s of the node %s calls others too deeply or too often"
                    .formatted(node.type(), node.label()));
        }
        if (function == null) {
            nodes.add(node);
            return;
        }
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < function.inputs().size(); i++) {
            names.put(function.inputs().get(i), node.input(i));
        }
        for (int i = 0; i < Math.min(function.outputs().size(), node.outputs().size()); i++) {
            names.put(function.outputs().get(i), node.outputs().get(i));
        }
        String prefix = "call" + calls++ + "/";
        for (Node inner : function.nodes()) {
            List<String> inputs = inner.inputs().stream()
                    .map(name -> renamed(names, prefix, name))
                    .toList();
            List<String> outputs = inner.outputs().stream()
                    .map(name -> renamed(names, prefix, name))
                    .toList();
            String name = node.name().isEmpty() ? inner.name() : node.name() + "/" + inner.name();
            add(
                    new Node(
                            name,
                            inner.type(),
                            inner.domain(),
                            inputs,
                            outputs,
                            resolved(inner, node, function),
                            node.metadata()),
                    depth + 1);
        }
    }

    /** The attributes of a node within a function, those of the call in the place of references to them. */
    private static Map<String, Attribute> resolved(Node inner, Node call, Function function) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        inner.attributes().forEach((name, attribute) -> {
            Optional<Attribute> value = attribute.reference().isEmpty()
                    ? Optional.of(attribute)
                    : call.attribute(attribute.reference())
                            .or(() -> Optional.ofNullable(function.defaults().get(attribute.reference())));
            value.ifPresent(found -> attributes.put(name, found.named(name)));
        });
        return attributes;
    }

    private static String renamed(Map<String, String> names, String prefix, String name) {
        return name.isEmpty() ? "" : names.getOrDefault(name, prefix + name);
    }
}
