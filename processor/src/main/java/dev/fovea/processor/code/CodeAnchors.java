package dev.fovea.processor.code;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.util.Trees;
import dev.fovea.core.finding.Place;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.processor.code.graph.Node;
import dev.fovea.processor.read.Anchors;
import dev.fovea.processor.read.LayerAnnotation;
import dev.fovea.processor.read.Mirrors;
import dev.fovea.processor.read.SourceAnchor;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Places of a model that is code: of layers the expressions that build them, of the model its method. */
final class CodeAnchors implements Anchors {
    private final ExecutableElement method;
    private final Trees trees;
    private final Map<String, AnnotationMirror> mirrors = new HashMap<>();
    private final Map<Declaration, Node> nodes = new IdentityHashMap<>();
    private final Map<Node, Map<String, Written>> beside = new HashMap<>();
    private final Map<String, Written> whole = new HashMap<>();
    private final AnnotationTrees written;

    /**
     * An annotation on the method that speaks of layers.
     *
     * @param number its position among those of its name
     */
    record Written(LayerAnnotation annotation, int number) {}

    CodeAnchors(ExecutableElement method, Trees trees, AnnotationTrees written) {
        this.method = method;
        this.trees = trees;
        this.written = written;
    }

    /** Makes an annotation known that speaks of the whole model, or of no layer there is. */
    void add(String key, Written annotation) {
        whole.putIfAbsent(key, annotation);
    }

    /** The annotations of the method, by names that places of the model use. */
    Map<String, AnnotationMirror> mirrors() {
        return mirrors;
    }

    void add(Declaration declaration, Node node, Map<String, Written> annotations) {
        nodes.put(declaration, node);
        beside.put(node, annotations);
    }

    @Override
    public Element model() {
        return method;
    }

    @Override
    public SourceAnchor at(Optional<Declaration> declaration, Place place) {
        if (declaration.isEmpty()) {
            Written annotation = whole.get(place.annotation());
            return annotation == null
                    ? annotated(mirrors.get(place.annotation()), place)
                    : annotated(annotation, place);
        }
        Node node = Objects.requireNonNull(nodes.get(declaration.get()));
        if (!place.annotation().isEmpty()) {
            return annotated(
                    Objects.requireNonNull(
                            Objects.requireNonNull(beside.get(node)).get(place.annotation())),
                    place);
        }
        return new CodeAnchor(node.at(place.attribute(), place.entry()), name(), trees, true, false);
    }

    private String name() {
        return ((TypeElement) Objects.requireNonNull(method.getEnclosingElement())).getQualifiedName()
                + "."
                + method.getSimpleName();
    }

    private SourceAnchor annotated(Written annotation, Place place) {
        AnnotationTree tree = written.find(annotation.annotation().name(), annotation.number());
        return tree == null
                ? annotated(annotation.annotation().mirror(), place)
                : new CodeAnchor(written.at(tree, place), name(), trees, false, false);
    }

    private SourceAnchor annotated(@Nullable AnnotationMirror mirror, Place place) {
        AnnotationValue value = mirror == null
                ? null
                : Mirrors.written(mirror, place.attribute())
                        .map(written -> Mirrors.narrowed(written, place.entry()))
                        .orElse(null);
        return SourceAnchor.of(method, mirror, value);
    }
}
