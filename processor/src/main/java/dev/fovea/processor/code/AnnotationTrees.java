package dev.fovea.processor.code;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.fovea.core.finding.Place;
import dev.fovea.processor.code.eval.Code;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the annotations of a method or a class are written: javac has no position for one of several of a kind. */
record AnnotationTrees(ModifiersTree modifiers, CompilationUnitTree file) {
    /**
     * The annotation of that name; null where it stands inside another one.
     *
     * @param number its position among those of the name
     */
    @Nullable
    AnnotationTree find(String name, int number) {
        List<? extends AnnotationTree> named = modifiers.getAnnotations().stream()
                .filter(each -> ("." + each.getAnnotationType()).endsWith("." + name))
                .toList();
        return number < named.size() ? named.get(number) : null;
    }

    /** An attribute's value, or an entry of it; else the annotation. */
    Code at(AnnotationTree annotation, Place place) {
        for (ExpressionTree argument : annotation.getArguments()) {
            boolean isNamed = argument instanceof AssignmentTree;
            String name = isNamed ? ((AssignmentTree) argument).getVariable().toString() : "value";
            if (name.equals(place.attribute())) {
                Tree value = isNamed ? ((AssignmentTree) argument).getExpression() : argument;
                return new Code(narrowed(value, place.entry()), file);
            }
        }
        return new Code(annotation, file);
    }

    private static Tree narrowed(Tree value, int entry) {
        return value instanceof NewArrayTree array
                        && array.getInitializers() != null
                        && entry >= 0
                        && entry < array.getInitializers().size()
                ? array.getInitializers().get(entry)
                : value;
    }
}
