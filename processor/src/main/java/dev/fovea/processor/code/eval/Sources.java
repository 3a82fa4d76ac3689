package dev.fovea.processor.code.eval;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The classes of the compilation that have source. */
final class Sources {
    private final Trees trees;
    private final Map<TypeElement, @Nullable ClassSource> known = new HashMap<>();

    Sources(Trees trees) {
        this.trees = trees;
    }

    /** Null for a class that is there as a class file only. */
    @Nullable
    ClassSource of(TypeElement type) {
        if (!known.containsKey(type)) {
            TreePath path = trees.getPath(type);
            known.put(
                    type,
                    path != null && path.getLeaf() instanceof ClassTree tree
                            ? new ClassSource(type, tree, path.getCompilationUnit())
                            : null);
        }
        return known.get(type);
    }

    /** Why a member of a class without source is not known. */
    static String absent(String member, TypeElement type) {
        return "%s of %s is there as a class file only; compile its source together with this class, as a full build does"
                .formatted(member, type.getQualifiedName());
    }

    /** The outermost classes that were looked at and have source, but for one; in the order of their names. */
    List<TypeElement> outermostBut(TypeElement own) {
        TreeMap<String, TypeElement> outermost = new TreeMap<>();
        for (ClassSource source : known.values()) {
            if (source != null) {
                TypeElement type = outermost(source.element);
                outermost.put(type.getQualifiedName().toString(), type);
            }
        }
        outermost.remove(outermost(own).getQualifiedName().toString());
        return List.copyOf(outermost.values());
    }

    private static TypeElement outermost(TypeElement type) {
        TypeElement outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement outer) {
            outermost = outer;
        }
        return outermost;
    }

    /** The class that is extended, whether its source is there or not; null for {@code Object} and interfaces. */
    static @Nullable TypeElement superclass(TypeElement type) {
        return element(type.getSuperclass());
    }

    @Nullable
    ClassSource enclosing(ClassSource type) {
        return type.element.getEnclosingElement() instanceof TypeElement outer ? of(outer) : null;
    }

    static @Nullable TypeElement element(TypeMirror mirror) {
        return mirror instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element
                : null;
    }
}
