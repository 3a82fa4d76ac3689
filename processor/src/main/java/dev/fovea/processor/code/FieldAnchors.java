package dev.fovea.processor.code;

import com.sun.source.util.Trees;
import dev.fovea.core.finding.Place;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.rule.CodeMismatch;
import dev.fovea.processor.code.graph.Node;
import dev.fovea.processor.read.Anchors;
import dev.fovea.processor.read.SourceAnchor;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Places of a model whose fields have code: also the expressions of that code. */
final class FieldAnchors implements Anchors {
    private final Anchors annotations;
    private final Trees trees;
    private final Map<Declaration, Node> nodes = new IdentityHashMap<>();

    FieldAnchors(Anchors annotations, Trees trees) {
        this.annotations = annotations;
        this.trees = trees;
    }

    void add(Declaration layer, Node built) {
        nodes.put(layer, built);
    }

    @Override
    public Element model() {
        return annotations.model();
    }

    @Override
    public SourceAnchor at(Optional<Declaration> declaration, Place place) {
        Node node = place.annotation().equals(CodeMismatch.CODE) && declaration.isPresent()
                ? nodes.get(declaration.get())
                : null;
        return node == null
                ? annotations.at(declaration, place)
                : new CodeAnchor(
                        node.at(place.attribute(), place.entry()),
                        annotations.at(declaration, place).anchor(),
                        trees,
                        true,
                        false);
    }
}
