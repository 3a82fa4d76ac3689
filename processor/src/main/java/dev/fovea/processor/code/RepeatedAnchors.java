package dev.fovea.processor.code;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fovea.core.finding.Place;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.processor.read.Anchors;
import dev.fovea.processor.read.ReadModel;
import dev.fovea.processor.read.SourceAnchor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Places of a class with several annotations of a kind on one element: javac puts these into a container that nobody wrote,
 * and has no position for what lies in it.
 */
public final class RepeatedAnchors implements Anchors {
    private final Anchors annotations;
    private final Trees trees;

    private RepeatedAnchors(Anchors annotations, Trees trees) {
        this.annotations = annotations;
        this.trees = trees;
    }

    /**
     * The model with places for such annotations.
     *
     * @param javac the compiler's own environment
     */
    public static ReadModel place(ReadModel model, ProcessingEnvironment javac) {
        Anchors anchors = new RepeatedAnchors(model.anchors(), Trees.instance(javac));
        return new ReadModel(model.declaration(), anchors, model.findings(), model.others());
    }

    private static boolean isContainer(AnnotationMirror mirror) {
        String name = mirror.getAnnotationType().toString();
        return name.startsWith("dev.fovea.") && name.endsWith(".List");
    }

    @Override
    public Element model() {
        return annotations.model();
    }

    @Override
    public SourceAnchor at(Optional<Declaration> declaration, Place place) {
        SourceAnchor anchor = annotations.at(declaration, place);
        Element element = anchor.element().orElse(null);
        AnnotationMirror mirror = anchor.annotation().orElse(null);
        if (element == null || mirror == null) {
            return anchor;
        }
        int number = number(element, mirror);
        TreePath path = number < 0 ? null : trees.getPath(element);
        ModifiersTree modifiers = path == null ? null : modifiers(path.getLeaf());
        if (path == null || modifiers == null) {
            return anchor;
        }
        AnnotationTrees written = new AnnotationTrees(modifiers, path.getCompilationUnit());
        String name = mirror.getAnnotationType().asElement().getSimpleName().toString();
        AnnotationTree tree = written.find(name, number);
        return tree == null
                ? anchor
                : new CodeAnchor(
                        written.at(tree, place), anchor.anchor(), trees, false, element instanceof TypeElement);
    }

    private static @Nullable ModifiersTree modifiers(Tree declared) {
        return declared instanceof ClassTree type
                ? type.getModifiers()
                : declared instanceof VariableTree variable ? variable.getModifiers() : null;
    }

    /** The position of an annotation among several of its kind; -1 where it is the only one. */
    private static int number(Element element, AnnotationMirror mirror) {
        for (AnnotationMirror container : element.getAnnotationMirrors()) {
            if (isContainer(container)) {
                for (AnnotationValue value : container.getElementValues().values()) {
                    List<?> held = (List<?>) value.getValue();
                    for (int i = 0; i < held.size(); i++) {
                        if (((AnnotationValue) Objects.requireNonNull(held.get(i))).getValue() == mirror) {
                            return i;
                        }
                    }
                }
            }
        }
        return -1;
    }
}
