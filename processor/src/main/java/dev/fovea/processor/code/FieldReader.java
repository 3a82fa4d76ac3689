package dev.fovea.processor.code;

import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.processor.code.djl.DjlNetworks;
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

/** Compares annotated fields with the blocks that initializers and constructors put there. Silent where code is not read. */
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
        Interpreter interpreter = new Interpreter(
                trees, environment.getElementUtils(), environment.getTypeUtils(), DjlNetworks.vocabulary());
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
                Node node = DjlNetworks.isBlock(value)
                        ? node(
                                value,
                                code(type, layer.name()),
                                model.declaration().input(),
                                interpreter)
                        : null;
                if (node != null) {
                    int before = findings.size();
                    new Agreement(layer, i, node, axes(model)).check(findings);
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
