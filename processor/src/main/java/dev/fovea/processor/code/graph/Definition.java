package dev.fovea.processor.code.graph;

import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns layers that code builds into declarations, which everything else works on. */
public final class Definition {
    private final DeclarationFactory factory = new DeclarationFactory();

    /** A declaration for each layer, in order. */
    public List<Declaration> of(List<Node> nodes) {
        List<Declaration> declarations = new ArrayList<>();
        for (Node node : nodes) {
            declarations.add(of(node));
        }
        return declarations;
    }

    private Declaration of(Node node) {
        if (node.unread != null) {
            return Declaration.unread(node.name(), node.inputs().get(0).nameToRead());
        }
        Map<String, Object> stated = new LinkedHashMap<>(node.stated);
        stated.put("from", node.inputs().stream().map(Node::nameToRead).toList());
        if (node.to != null) {
            stated.put("to", node.to.name());
        }
        if (node.shared != null) {
            stated.put("shared", node.shared.name());
        }
        return factory.layer(node.name(), node.annotation(), stated);
    }
}
