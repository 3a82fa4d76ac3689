package dev.fovea.processor.code.eval;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.lang.reflect.Array;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Finds the variables that names stand for. */
final class Fields {
    private final Interpreter interpreter;

    Fields(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** The value of a simple name, which may also be that of a class. */
    @Nullable
    Object identifier(IdentifierTree tree, Frame frame) {
        String name = tree.getName().toString();
        if (name.equals("this")) {
            return self(frame);
        }
        Variable variable = variable(name, frame, Interpreter.code(tree, frame));
        if (variable != null) {
            return variable.value;
        }
        Object inherited = inherited(name, frame);
        if (inherited != Invocation.NONE) {
            return inherited;
        }
        Object imported = imported(name, tree, frame);
        if (imported != Invocation.NONE) {
            return imported;
        }
        for (ClassSource type = frame.type; type != null; type = interpreter.sources.enclosing(type)) {
            if (isInherited(type.element, name)) {
                return constant(type.element, name, tree, frame);
            }
        }
        TypeElement type = interpreter.names.simple(name, frame.type);
        if (type != null) {
            return new TypeReference(type);
        }
        throw new IncompleteCodeException();
    }

    /** Whether a class has a field from a class whose source is not there. */
    private boolean isInherited(TypeElement type, String name) {
        return interpreter.elements.getAllMembers(type).stream()
                .anyMatch(member -> member instanceof VariableElement
                        && member.getSimpleName().contentEquals(name));
    }

    static Instance self(Frame frame) {
        if (frame.self == null) {
            throw new IncompleteCodeException();
        }
        return frame.self;
    }

    /** A local variable or a field of the classes around, in the source; null if there is none. */
    private @Nullable Variable variable(String name, Frame frame, Code code) {
        Variable local = frame.find(name);
        if (local != null) {
            return local;
        }
        Instance self = frame.self;
        for (ClassSource type = frame.type; type != null; type = interpreter.sources.enclosing(type)) {
            Variable field = field(type, self, name, code);
            if (field != null) {
                return field;
            }
            self = self == null ? null : self.outer();
        }
        return null;
    }

    /** A field of a class or of what it extends, as far as these have source. */
    private @Nullable Variable field(ClassSource type, @Nullable Instance self, String name, Code code) {
        for (ClassSource owner = type; owner != null; owner = superclass(owner)) {
            VariableTree declared = owner.field(name);
            if (declared != null) {
                return owner.isStatic(declared)
                        ? interpreter.statics.of(owner, declared)
                        : self == null
                                ? Statics.unknown(name, code)
                                : self.fields().get(name);
            }
            for (var each : owner.element.getInterfaces()) {
                TypeElement implemented = Sources.element(each);
                ClassSource source = implemented == null ? null : interpreter.sources.of(implemented);
                Variable constant = source == null ? null : field(source, null, name, code);
                if (constant != null) {
                    return constant;
                }
            }
        }
        return null;
    }

    @Nullable
    ClassSource superclass(ClassSource type) {
        TypeElement extended = Sources.superclass(type.element);
        return extended == null ? null : interpreter.sources.of(extended);
    }

    /** What a framework's class passes on to the class in the source. */
    private @Nullable Object inherited(String name, Frame frame) {
        for (Instance self = frame.self; self != null; self = self.outer()) {
            if (self.base() instanceof Inheritable base) {
                Object value = base.field(name);
                if (value != Invocation.NONE) {
                    return value;
                }
            }
        }
        return Invocation.NONE;
    }

    private @Nullable Object imported(String name, Tree tree, Frame frame) {
        for (ImportTree each : frame.type.file.getImports()) {
            if (each.isStatic() && each.getQualifiedIdentifier() instanceof MemberSelectTree select) {
                String last = select.getIdentifier().toString();
                TypeElement type = interpreter.names.find(select.getExpression().toString(), frame.type);
                if ((last.equals(name) || last.equals("*")) && type != null && hasField(type, name)) {
                    return of(new TypeReference(type), name, tree, frame);
                }
            }
        }
        return Invocation.NONE;
    }

    private static boolean hasField(TypeElement type, String name) {
        return type.getEnclosedElements().stream()
                .anyMatch(member ->
                        member.getKind().isField() && member.getSimpleName().contentEquals(name));
    }

    /** The value of what stands after a dot. */
    @Nullable
    Object select(MemberSelectTree tree, Frame frame) {
        String name = tree.getIdentifier().toString();
        if (name.equals("class")) {
            return new ClassLiteral(tree.getExpression().toString());
        }
        if (name.equals("this")) {
            return outer(tree, frame);
        }
        Object qualifier = qualifier(tree.getExpression(), frame);
        if (qualifier == null) {
            TypeElement type = interpreter.names.resolve(tree, frame.type);
            if (type != null) {
                return new TypeReference(type);
            }
            throw new IncompleteCodeException();
        }
        return of(qualifier, name, tree, frame);
    }

    private static Instance outer(MemberSelectTree tree, Frame frame) {
        String name = tree.getExpression().toString();
        for (Instance self = frame.self; self != null; self = self.outer()) {
            if (self.typeName().equals(name) || self.typeName().endsWith("." + name)) {
                return self;
            }
        }
        throw new IncompleteCodeException();
    }

    /** The value before a dot; null if a package is named there. */
    @Nullable
    Object qualifier(ExpressionTree tree, Frame frame) {
        if (!(tree instanceof IdentifierTree) && !(tree instanceof MemberSelectTree)) {
            return known(interpreter.expressions.evaluate(tree, frame), tree, frame);
        }
        String first = first(tree);
        boolean isVariable = first.equals("this")
                || first.equals("super")
                || variable(first, frame, Interpreter.code(tree, frame)) != null
                || inherited(first, frame) != Invocation.NONE
                || imported(first, tree, frame) != Invocation.NONE;
        if (!isVariable) {
            TypeElement type = interpreter.names.resolve(tree, frame.type);
            if (type != null) {
                return new TypeReference(type);
            }
            if (interpreter.names.simple(first, frame.type) == null) {
                return null;
            }
        }
        return known(interpreter.expressions.evaluate(tree, frame), tree, frame);
    }

    private static String first(ExpressionTree tree) {
        ExpressionTree each = tree;
        while (each instanceof MemberSelectTree select) {
            each = select.getExpression();
        }
        return each instanceof IdentifierTree name ? name.getName().toString() : "this";
    }

    private static Object known(@Nullable Object value, ExpressionTree tree, Frame frame) {
        if (value == null) {
            throw new NotReadException(new Unknown("%s is null here".formatted(tree), Interpreter.code(tree, frame)));
        }
        return value;
    }

    private @Nullable Object of(Object qualifier, String name, Tree tree, Frame frame) {
        if (qualifier instanceof Unknown) {
            return qualifier;
        }
        if (qualifier instanceof Instance instance) {
            Variable field = field(instance.type(), instance, name, Interpreter.code(tree, frame));
            if (field != null) {
                return field.value;
            }
            Object inherited = instance.base() instanceof Inheritable base ? base.field(name) : Invocation.NONE;
            if (inherited != Invocation.NONE) {
                return inherited;
            }
            return constant(instance.type().element, name, tree, frame);
        }
        if (qualifier instanceof TypeReference type) {
            return constant(type.type(), name, tree, frame);
        }
        if (qualifier.getClass().isArray() && name.equals("length")) {
            return Array.getLength(qualifier);
        }
        return new Unknown("the value of %s is known only at run time".formatted(name), Interpreter.code(tree, frame));
    }

    private @Nullable Object constant(TypeElement type, String name, Tree tree, Frame frame) {
        ClassSource source = interpreter.sources.of(type);
        Code code = Interpreter.code(tree, frame);
        if (source != null) {
            Variable field = field(source, null, name, code);
            if (field != null) {
                return field.value;
            }
        }
        for (Element member : interpreter.elements.getAllMembers(type)) {
            if (member.getSimpleName().contentEquals(name)) {
                if (member instanceof VariableElement field) {
                    return constant(type, field, code);
                }
                if (member instanceof TypeElement inner) {
                    return new TypeReference(inner);
                }
            }
        }
        throw new IncompleteCodeException();
    }

    private @Nullable Object constant(TypeElement type, VariableElement field, Code code) {
        Object constant = field.getConstantValue();
        if (constant != null) {
            return constant;
        }
        String owner = type.getQualifiedName().toString();
        Object known =
                interpreter.vocabulary.constant(owner, field.getSimpleName().toString());
        if (known != Invocation.NONE) {
            return known;
        }
        if (owner.equals("java.lang.System")) {
            return Sink.INSTANCE;
        }
        boolean isAbsent = !owner.startsWith("java.") && interpreter.sources.of(type) == null;
        return new Unknown(
                isAbsent
                        ? Sources.absent(field.getSimpleName().toString(), type)
                        : "the value of %s.%s is known only at run time"
                                .formatted(type.getSimpleName(), field.getSimpleName()),
                code);
    }

    /** A variable as something to read and write. */
    Location location(ExpressionTree tree, Frame frame) {
        Code code = Interpreter.code(tree, frame);
        if (tree instanceof IdentifierTree name) {
            return assigned(variable(name.getName().toString(), frame, code), code);
        }
        if (tree instanceof MemberSelectTree select) {
            Object qualifier = qualifier(select.getExpression(), frame);
            String name = select.getIdentifier().toString();
            if (qualifier instanceof Unknown unknown) {
                return new ArrayElements.UnknownLocation(unknown);
            }
            if (qualifier instanceof Instance instance) {
                return assigned(field(instance.type(), instance, name, code), code);
            }
            if (qualifier instanceof TypeReference type && interpreter.sources.of(type.type()) != null) {
                return assigned(field(interpreter.sources.of(type.type()), null, name, code), code);
            }
        }
        throw new NotReadException(new Unknown("assignments to this are not followed", code));
    }

    private static Location assigned(@Nullable Variable variable, Code code) {
        if (variable == null) {
            throw new NotReadException(new Unknown("assignments to this are not followed", code));
        }
        return new Location() {
            @Override
            public @Nullable Object get() {
                return variable.value;
            }

            @Override
            public void set(@Nullable Object value) {
                variable.value = Conversions.declared(value, variable.type);
            }
        };
    }
}
