package dev.fovea.processor.code;

import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.processor.code.djl.DjlNetworks;
import dev.fovea.processor.code.dl4j.Dl4jNetworks;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Interpreter;
import dev.fovea.processor.code.eval.NotReadException;
import dev.fovea.processor.code.graph.Folding;
import dev.fovea.processor.code.graph.Node;
import dev.fovea.processor.read.ReadModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Compares annotated fields with the layers that initializers and constructors put there. Silent where code is not read. */
public final class FieldReader {
    private final ProcessingEnvironment environment;
    private final Trees trees;

    /** @param javac the compiler's own environment */
    public FieldReader(ProcessingEnvironment javac) {
        this.environment = javac;
        this.trees = Trees.instance(javac);
    }

    /** The model with what its fields' code contradicts. */
    public ReadModel check(ReadModel model) {
        TypeElement type = (TypeElement) model.anchors().model();
        boolean isClass = type.getKind() == ElementKind.CLASS;
        if (!isClass || trees.getPath(type) == null) {
            return model;
        }
        Interpreter interpreter =
                new Interpreter(trees, environment.getElementUtils(), environment.getTypeUtils(), new Frameworks());
        try {
            return compared(model, type, interpreter);
        } catch (RuntimeException | StackOverflowError notRead) {
            // The model is right without its code, which may be readable once another class changes.
            return new ReadModel(model.declaration(), model.anchors(), model.findings(), interpreter.others(type));
        }
    }

    private ReadModel compared(ReadModel model, TypeElement type, Interpreter interpreter) {
        FieldAnchors anchors = new FieldAnchors(model.anchors(), trees);
        List<Finding> findings = new ArrayList<>(model.findings());
        for (Map<String, @Nullable Object> fields : interpreter.fields(type)) {
            List<Declaration> layers = model.declaration().layers();
            for (int i = 0; i < layers.size(); i++) {
                Declaration layer = layers.get(i);
                Object value = fields.get(layer.name());
                Node node = readable(layer, value, type, model, interpreter);
                if (node != null) {
                    int before = findings.size();
                    String channels = Dl4jNetworks.isLayer(value) ? "nOut" : "filters";
                    new Agreement(layer, i, node, axes(model), channels).check(findings);
                    if (findings.size() > before) {
                        anchors.add(layer, node);
                    }
                }
            }
        }
        return new ReadModel(
                model.declaration(), anchors, List.copyOf(new LinkedHashSet<>(findings)), interpreter.others(type));
    }

    private static int axes(ReadModel model) {
        return ((Long) Objects.requireNonNull(model.declaration().input().get("axes"))).intValue();
    }

    /** A field whose code is not read says nothing about the others. */
    private @Nullable Node readable(
            Declaration layer, @Nullable Object value, TypeElement type, ReadModel model, Interpreter interpreter) {
        try {
            return node(layer, value, type, model, interpreter);
        } catch (RuntimeException | StackOverflowError notRead) {
            return null;
        }
    }

    private @Nullable Node node(
            Declaration layer, @Nullable Object value, TypeElement type, ReadModel model, Interpreter interpreter) {
        if (DjlNetworks.isBlock(value)) {
            return node(value, code(type, layer.name()), model.declaration().input(), interpreter);
        }
        return Dl4jNetworks.isLayer(value)
                ? node(layer, Objects.requireNonNull(value), axes(model), code(type, layer.name()))
                : null;
    }

    /** The layer that a configuration of Deeplearning4j declares; null where it cannot be read. */
    private static @Nullable Node node(Declaration layer, Object configuration, int axes, Code code) {
        Node first = null;
        // On sequences a dense layer acts on each step.
        for (boolean isVector : new boolean[] {false, true}) {
            List<Node> nodes = Folding.of(Dl4jNetworks.readLayer(configuration, axes, isVector, code));
            Node only = nodes.size() == 1 && nodes.get(0).unread() == null ? nodes.get(0) : null;
            if (only != null && only.annotation().equals(layer.operation().label())) {
                return only;
            }
            first = first == null ? only : first;
        }
        return first;
    }

    /** The only layer of a block; null where there are more, or it cannot be read. */
    private static @Nullable Node node(
            @Nullable Object block, Code code, Map<String, Object> input, Interpreter interpreter) {
        try {
            for (boolean isFlat : new boolean[] {false, true}) {
                List<Node> nodes = Folding.of(DjlNetworks.read(block, input, isFlat, code, interpreter));
                if (nodes.size() == 1 && !nodes.get(0).annotation().equals("Unread")) {
                    return nodes.get(0);
                }
            }
            return null;
        } catch (NotReadException | StackOverflowError endless) {
            return null;
        }
    }

    private Code code(TypeElement type, String field) {
        for (Element member : type.getEnclosedElements()) {
            TreePath path = member.getSimpleName().contentEquals(field) ? trees.getPath(member) : null;
            if (path != null && path.getLeaf() instanceof VariableTree) {
                return new Code(path.getLeaf(), path.getCompilationUnit());
            }
        }
        TreePath path = trees.getPath(type);
        return new Code(path.getLeaf(), path.getCompilationUnit());
    }
}
