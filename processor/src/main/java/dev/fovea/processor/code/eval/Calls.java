package dev.fovea.processor.code.eval;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Calls methods. */
final class Calls {
    private static final Set<String> LOGGERS = Set.of(
            "org.slf4j.LoggerFactory",
            "java.util.logging.Logger",
            "java.lang.System.Logger",
            "org.apache.logging.log4j.LogManager",
            "org.apache.commons.logging.LogFactory");

    private final Interpreter interpreter;

    Calls(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Nullable
    Object call(MethodInvocationTree tree, Frame frame) {
        Code code = Interpreter.code(tree, frame);
        ExpressionTree select = tree.getMethodSelect();
        if (select instanceof IdentifierTree name) {
            List<Argument> arguments = interpreter.arguments(tree.getArguments(), frame);
            return unqualified(name.getName().toString(), arguments, code, frame);
        }
        if (!(select instanceof MemberSelectTree member)) {
            throw new IncompleteCodeException();
        }
        String name = member.getIdentifier().toString();
        if (member.getExpression().toString().equals("super")) {
            return inherited(name, interpreter.arguments(tree.getArguments(), frame), code, frame);
        }
        Object receiver = interpreter.fields.qualifier(member.getExpression(), frame);
        if (receiver == null) {
            throw new IncompleteCodeException();
        }
        List<Argument> arguments = interpreter.arguments(tree.getArguments(), frame);
        return call(receiver, new Invocation(name, arguments, code, interpreter));
    }

    /** Calls a method of an object, or a static one of a class. */
    @Nullable
    Object call(Object receiver, Invocation invocation) {
        if (receiver instanceof TypeReference type) {
            return statically(type.type(), invocation);
        }
        if (receiver instanceof Unknown unknown && unknown.isHarmless()) {
            return unknown;
        }
        if (receiver instanceof Unknown unknown) {
            return interpreter.notUnderstood(unknown.why(), invocation.arguments(), unknown.at());
        }
        if (receiver instanceof Instance instance) {
            Object result = virtual(instance, invocation);
            return result != Invocation.NONE ? result : notUnderstood(instance.typeName(), invocation);
        }
        if (receiver instanceof Closure closure) {
            return function(closure, invocation);
        }
        if (receiver.getClass().isArray() && invocation.is("clone", 0)) {
            return copy(receiver);
        }
        Object result = Invocation.NONE;
        if (receiver instanceof Foreign foreign) {
            result = invocation.is("getClass", 0) ? new ClassLiteral(foreign.typeName()) : foreign.call(invocation);
        }
        if (result == Invocation.NONE) {
            result = Library.call(receiver, invocation);
        }
        if (result == Invocation.NONE) {
            if (receiver instanceof Foreign foreign && !foreign.isConstant() || !Library.isConstant(receiver)) {
                throw invocation.notRead("what %s does is known only at run time".formatted(invocation.name()));
            }
            return interpreter.notUnderstood(
                    "what %s returns is known only at run time".formatted(invocation.name()),
                    invocation.arguments(),
                    invocation.code());
        }
        return result;
    }

    private static Object copy(Object array) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
    }

    private static @Nullable Object function(Closure closure, Invocation invocation) {
        List<@Nullable Object> values = invocation.values();
        if (Set.of("andThen", "compose", "negate", "and", "or").contains(invocation.name())) {
            throw invocation.notRead("the combination of functions by %s is not followed".formatted(invocation.name()));
        }
        return closure.call(values);
    }

    private Object notUnderstood(String type, Invocation invocation) {
        throw invocation.notRead("what %s of %s does is known only at run time".formatted(invocation.name(), type));
    }

    /** Calls a static method of a class. */
    private @Nullable Object statically(TypeElement type, Invocation invocation) {
        String name = type.getQualifiedName().toString();
        for (ClassSource source = interpreter.sources.of(type);
                source != null;
                source = interpreter.fields.superclass(source)) {
            Overloads.Candidate chosen = choose(source, invocation);
            if (chosen != null) {
                return interpreter.invoke(source, chosen.method(), null, invocation.arguments(), invocation.code());
            }
            if (source.isEnum() && invocation.is("values", 0)) {
                return values(source);
            }
        }
        if (LOGGERS.contains(name)) {
            return Sink.INSTANCE;
        }
        Object result = interpreter.vocabulary.callStatic(name, invocation);
        if (result == Invocation.NONE) {
            result = Library.callStatic(name, invocation);
        }
        return result != Invocation.NONE ? result : absent(type, invocation);
    }

    private Object[] values(ClassSource type) {
        List<@Nullable Object> constants = new ArrayList<>();
        for (Element member : type.element.getEnclosedElements()) {
            if (member.getKind() == javax.lang.model.element.ElementKind.ENUM_CONSTANT) {
                VariableTree declared =
                        Objects.requireNonNull(type.field(member.getSimpleName().toString()));
                constants.add(interpreter.statics.constant(type, declared));
            }
        }
        return constants.toArray();
    }

    /** A method whose source is not there. */
    private Object absent(TypeElement type, Invocation invocation) {
        boolean exists = interpreter.elements.getAllMembers(type).stream()
                .anyMatch(member -> member instanceof ExecutableElement
                        && member.getSimpleName().contentEquals(invocation.name()));
        if (!exists) {
            throw new IncompleteCodeException();
        }
        String name = type.getQualifiedName().toString();
        String why = name.startsWith("java.") || interpreter.sources.of(type) != null
                ? "what %s.%s returns is known only at run time".formatted(type.getSimpleName(), invocation.name())
                : Sources.absent(invocation.name(), type);
        return interpreter.notUnderstood(why, invocation.arguments(), invocation.code());
    }

    private @Nullable Object unqualified(String name, List<Argument> arguments, Code code, Frame frame) {
        Invocation invocation = new Invocation(name, arguments, code, interpreter);
        Instance self = frame.self;
        for (ClassSource type = frame.type; type != null; type = interpreter.sources.enclosing(type)) {
            if (hasMethod(type.element, name)) {
                Object result = self == null ? statically(type.element, invocation) : virtual(self, invocation);
                return result != Invocation.NONE ? result : notUnderstood(type.name(), invocation);
            }
            self = self == null ? null : self.outer();
        }
        for (ImportTree each : frame.type.file.getImports()) {
            if (each.isStatic() && each.getQualifiedIdentifier() instanceof MemberSelectTree select) {
                String last = select.getIdentifier().toString();
                TypeElement type = interpreter.names.find(select.getExpression().toString(), frame.type);
                if ((last.equals(name) || last.equals("*")) && type != null && hasMethod(type, name)) {
                    return statically(type, invocation);
                }
            }
        }
        throw new IncompleteCodeException();
    }

    private boolean hasMethod(TypeElement type, String name) {
        return interpreter.elements.getAllMembers(type).stream()
                .anyMatch(member -> member instanceof ExecutableElement
                        && member.getSimpleName().contentEquals(name));
    }

    /** Calls a method of an object by the class it has; {@link Invocation#NONE} if that has none of that name. */
    @Nullable
    Object virtual(Instance receiver, Invocation invocation) {
        return from(receiver.type(), receiver, invocation);
    }

    /** Calls what the class around inherits. */
    private @Nullable Object inherited(String name, List<Argument> arguments, Code code, Frame frame) {
        Instance self = Fields.self(frame);
        Invocation invocation = new Invocation(name, arguments, code, interpreter);
        Object result = from(interpreter.fields.superclass(frame.type), self, invocation);
        return result != Invocation.NONE ? result : notUnderstood(frame.type.name(), invocation);
    }

    private @Nullable Object from(@Nullable ClassSource start, Instance receiver, Invocation invocation) {
        List<TypeElement> implemented = new ArrayList<>();
        for (ClassSource type = start; type != null; type = interpreter.fields.superclass(type)) {
            Overloads.Candidate chosen = choose(type, invocation);
            if (chosen != null) {
                Instance self = ClassSource.isStatic(chosen.method()) ? null : receiver;
                return interpreter.invoke(type, chosen.method(), self, invocation.arguments(), invocation.code());
            }
            type.element.getInterfaces().forEach(each -> {
                TypeElement element = Sources.element(each);
                if (element != null) {
                    implemented.add(element);
                }
            });
        }
        for (TypeElement each : implemented) {
            ClassSource source = interpreter.sources.of(each);
            Overloads.Candidate chosen = source == null ? null : choose(source, invocation);
            if (chosen != null && chosen.method().getBody() != null) {
                return interpreter.invoke(source, chosen.method(), receiver, invocation.arguments(), invocation.code());
            }
        }
        Object implicit = implicit(receiver, invocation);
        if (implicit != Invocation.NONE || receiver.base() == null) {
            return implicit;
        }
        return receiver.base().call(invocation);
    }

    /** The implicit methods of records, enums and all objects. */
    private static @Nullable Object implicit(Instance receiver, Invocation invocation) {
        ClassSource type = receiver.type();
        Variable component = receiver.fields().get(invocation.name());
        if (type.isRecord() && invocation.count() == 0 && component != null) {
            return component.value;
        }
        if (invocation.is("getClass", 0)) {
            return new ClassLiteral(type.name());
        }
        if (invocation.is("equals", 1)) {
            return receiver.equals(invocation.value(0));
        }
        if (receiver.constant() != null && (invocation.is("name", 0) || invocation.is("toString", 0))) {
            return receiver.constant();
        }
        return receiver.constant() != null && invocation.is("ordinal", 0) ? receiver.ordinal() : Invocation.NONE;
    }

    private Overloads.@Nullable Candidate choose(ClassSource type, Invocation invocation) {
        List<Overloads.Candidate> candidates = new ArrayList<>();
        for (MethodTree method : type.methods(invocation.name())) {
            candidates.add(new Overloads.Candidate(type, method));
        }
        return candidates.isEmpty()
                ? null
                : interpreter.overloads.choose(candidates, invocation.arguments(), invocation.code());
    }

    Closure lambda(LambdaExpressionTree tree, Frame frame) {
        Code code = Interpreter.code(tree, frame);
        return new Closure(code, values -> {
            if (values.size() != tree.getParameters().size()) {
                throw new IncompleteCodeException();
            }
            Frame scope = frame.inner();
            for (int i = 0; i < values.size(); i++) {
                VariableTree parameter = tree.getParameters().get(i);
                Object value = Conversions.declared(values.get(i), parameter.getType());
                scope.declare(parameter.getName().toString(), new Variable(parameter.getType(), value));
            }
            return tree.getBody() instanceof ExpressionTree expression
                    ? interpreter.expressions.evaluate(expression, scope)
                    : interpreter.statements.run(tree.getBody(), scope).value();
        });
    }

    Closure reference(MemberReferenceTree tree, Frame frame) {
        Code code = Interpreter.code(tree, frame);
        String name = tree.getName().toString();
        ExpressionTree written = tree.getQualifierExpression();
        if (name.equals("<init>") || name.equals("new")) {
            return new Closure(code, values -> created(written, values, code, frame));
        }
        if (written.toString().equals("super")) {
            return new Closure(code, values -> inherited(name, arguments(values, code), code, frame));
        }
        Object qualifier = interpreter.fields.qualifier(written, frame);
        if (qualifier == null) {
            throw new IncompleteCodeException();
        }
        return new Closure(code, values -> {
            List<Argument> arguments = arguments(values, code);
            if (qualifier instanceof TypeReference type && !hasStatic(type.type(), name, values.size())) {
                Object receiver = values.isEmpty() ? null : values.get(0);
                if (receiver == null) {
                    throw new IncompleteCodeException();
                }
                List<Argument> rest = arguments.subList(1, arguments.size());
                return call(receiver, new Invocation(name, rest, code, interpreter));
            }
            return call(qualifier, new Invocation(name, arguments, code, interpreter));
        });
    }

    private boolean hasStatic(TypeElement type, String name, int parameters) {
        return interpreter.elements.getAllMembers(type).stream()
                .anyMatch(member -> member instanceof ExecutableElement method
                        && method.getSimpleName().contentEquals(name)
                        && method.getModifiers().contains(Modifier.STATIC)
                        && (method.getParameters().size() == parameters || method.isVarArgs()));
    }

    private @Nullable Object created(ExpressionTree written, List<@Nullable Object> values, Code code, Frame frame) {
        if (written.getKind() == Tree.Kind.ARRAY_TYPE) {
            if (!(values.get(0) instanceof Integer length)) {
                throw new NotReadException(new Unknown("the length of this array is not known", code));
            }
            return new Object[length];
        }
        TypeElement type = interpreter.names.resolve(written, frame.type);
        if (type == null) {
            throw new IncompleteCodeException();
        }
        return interpreter.creation.create(type, arguments(values, code), frame, code);
    }

    private static List<Argument> arguments(List<@Nullable Object> values, Code code) {
        List<Argument> arguments = new ArrayList<>();
        for (Object value : values) {
            arguments.add(new Argument(value, code));
        }
        return arguments;
    }
}
