package dev.fovea.processor.code.eval;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** A class whose source is part of the compilation. */
final class ClassSource {
    final TypeElement element;
    final ClassTree tree;
    final CompilationUnitTree file;

    /** Fields and enum constants, in order. */
    private final Map<String, VariableTree> fields = new LinkedHashMap<>();

    /** Values of its static fields, once asked for. */
    final Map<String, Variable> statics = new LinkedHashMap<>();

    /** The static field whose initializer is evaluated; null for none. */
    @Nullable
    VariableTree initialized;

    ClassSource(TypeElement element, ClassTree tree, CompilationUnitTree file) {
        this.element = element;
        this.tree = tree;
        this.file = file;
        for (Tree member : tree.getMembers()) {
            if (member instanceof VariableTree field) {
                fields.put(field.getName().toString(), field);
            }
        }
    }

    String name() {
        return element.getQualifiedName().toString();
    }

    Code code() {
        return new Code(tree, file);
    }

    boolean isRecord() {
        return tree.getKind() == Tree.Kind.RECORD;
    }

    boolean isEnum() {
        return tree.getKind() == Tree.Kind.ENUM;
    }

    boolean isInterface() {
        return tree.getKind() == Tree.Kind.INTERFACE || tree.getKind() == Tree.Kind.ANNOTATION_TYPE;
    }

    Map<String, VariableTree> fields() {
        return fields;
    }

    @Nullable
    VariableTree field(String name) {
        return fields.get(name);
    }

    boolean isStatic(VariableTree field) {
        return isInterface() || field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    /** Whether there is code that may change static fields before anybody sees them. */
    boolean hasStaticBlock() {
        return tree.getMembers().stream().anyMatch(member -> member instanceof BlockTree block && block.isStatic());
    }

    /** Whether a field is written before another. */
    boolean isBefore(VariableTree one, VariableTree other) {
        List<VariableTree> all = List.copyOf(fields.values());
        return all.indexOf(one) < all.indexOf(other);
    }

    /** Methods of that name; constructors are named {@code <init>}. */
    List<MethodTree> methods(String name) {
        List<MethodTree> methods = new ArrayList<>();
        for (Tree member : tree.getMembers()) {
            if (member instanceof MethodTree method && method.getName().contentEquals(name)) {
                methods.add(method);
            }
        }
        return methods;
    }

    boolean declares(String method, int parameters) {
        return methods(method).stream()
                .anyMatch(declared -> declared.getParameters().size() == parameters);
    }

    static boolean isStatic(MethodTree method) {
        return method.getModifiers().getFlags().contains(Modifier.STATIC);
    }
}
