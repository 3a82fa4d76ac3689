package dev.fovea.processor.code.eval;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds the classes that names in the source stand for, without attribution: by scopes and imports. */
final class TypeNames {
    private final Elements elements;
    private final Sources sources;

    TypeNames(Elements elements, Sources sources) {
        this.elements = elements;
        this.sources = sources;
    }

    /** The class that a type or an expression names; null if it names none. */
    @Nullable
    TypeElement resolve(Tree tree, ClassSource in) {
        if (tree instanceof IdentifierTree identifier) {
            return simple(identifier.getName().toString(), in);
        }
        if (tree instanceof ParameterizedTypeTree parameterized) {
            return resolve(parameterized.getType(), in);
        }
        if (tree instanceof AnnotatedTypeTree annotated) {
            return resolve(annotated.getUnderlyingType(), in);
        }
        if (tree instanceof MemberSelectTree select) {
            TypeElement outer = resolve(select.getExpression(), in);
            return outer != null ? member(outer, select.getIdentifier().toString()) : find(select.toString(), in);
        }
        return null;
    }

    /** The class of a simple name; null if there is none. */
    @Nullable
    TypeElement simple(String name, ClassSource in) {
        for (ClassSource type = in; type != null; type = sources.enclosing(type)) {
            if (type.element.getSimpleName().contentEquals(name)) {
                return type.element;
            }
            TypeElement member = member(type.element, name);
            if (member != null) {
                return member;
            }
        }
        TypeElement imported = imported(name, in, false);
        if (imported != null) {
            return imported;
        }
        Element enclosing = elements.getPackageOf(in.element);
        String own = enclosing.toString().startsWith("unnamed")
                        || elements.getPackageOf(in.element).isUnnamed()
                ? name
                : elements.getPackageOf(in.element).getQualifiedName() + "." + name;
        TypeElement neighbour = find(own, in);
        if (neighbour != null) {
            return neighbour;
        }
        imported = imported(name, in, true);
        return imported != null ? imported : find("java.lang." + name, in);
    }

    private @Nullable TypeElement imported(String name, ClassSource in, boolean onDemand) {
        for (ImportTree each : in.file.getImports()) {
            if (each.getQualifiedIdentifier() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals(onDemand ? "*" : name)) {
                String from = select.getExpression().toString();
                TypeElement outer = find(from, in);
                TypeElement type = outer != null ? member(outer, name) : find(from + "." + name, in);
                if (type != null) {
                    return type;
                }
            }
        }
        return null;
    }

    /** A member class, inherited ones too. */
    private static @Nullable TypeElement member(TypeElement outer, String name) {
        for (Element member : outer.getEnclosedElements()) {
            if (member instanceof TypeElement type && type.getSimpleName().contentEquals(name)) {
                return type;
            }
        }
        TypeElement inherited = inherited(outer.getSuperclass(), name);
        for (TypeMirror each : outer.getInterfaces()) {
            inherited = inherited != null ? inherited : inherited(each, name);
        }
        return inherited;
    }

    private static @Nullable TypeElement inherited(TypeMirror from, String name) {
        TypeElement type = Sources.element(from);
        return type == null ? null : member(type, name);
    }

    /** The class of a qualified name. */
    @Nullable
    TypeElement find(String qualifiedName, ClassSource in) {
        ModuleElement module = elements.getModuleOf(in.element);
        return module == null ? elements.getTypeElement(qualifiedName) : elements.getTypeElement(module, qualifiedName);
    }
}
