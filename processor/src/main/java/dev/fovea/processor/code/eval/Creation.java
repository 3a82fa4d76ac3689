package dev.fovea.processor.code.eval;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Creates objects. */
final class Creation {
    private final Interpreter interpreter;

    Creation(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Nullable
    Object create(NewClassTree tree, Frame frame) {
        Code code = Interpreter.code(tree, frame);
        if (tree.getClassBody() != null) {
            throw new NotReadException(new Unknown("anonymous classes are not followed; give the class a name", code));
        }
        TypeElement type = interpreter.names.resolve(tree.getIdentifier(), frame.type);
        if (type == null && tree.getEnclosingExpression() != null) {
            throw new NotReadException(new Unknown("creating an inner class in this way is not followed", code));
        }
        if (type == null) {
            throw new IncompleteCodeException();
        }
        return create(type, interpreter.arguments(tree.getArguments(), frame), frame, code);
    }

    /** A new object of a class. */
    @Nullable
    Object create(TypeElement type, List<Argument> arguments, Frame frame, Code code) {
        ClassSource source = interpreter.sources.of(type);
        if (source != null) {
            return create(source, outer(source, frame), arguments, code);
        }
        String name = type.getQualifiedName().toString();
        Invocation invocation = new Invocation(type.getSimpleName().toString(), arguments, code, interpreter);
        Object created = interpreter.vocabulary.create(name, invocation, null);
        if (created == Invocation.NONE) {
            created = Library.create(name, invocation);
        }
        return created != Invocation.NONE
                ? created
                : interpreter.notUnderstood(
                        "what new %s(…) does is known only at run time".formatted(type.getSimpleName()),
                        arguments,
                        code);
    }

    /** The object around a new one of an inner class. */
    private static @Nullable Instance outer(ClassSource type, Frame frame) {
        if (type.element.getModifiers().contains(Modifier.STATIC)
                || !(type.element.getEnclosingElement() instanceof TypeElement enclosing)) {
            return null;
        }
        for (Instance self = frame.self; self != null; self = self.outer()) {
            if (self.type().element.equals(enclosing)) {
                return self;
            }
        }
        return null;
    }

    private Instance create(ClassSource type, @Nullable Instance outer, List<Argument> arguments, Code code) {
        if (type.element.getModifiers().contains(Modifier.ABSTRACT)) {
            throw new IncompleteCodeException();
        }
        Instance instance = allocated(type, outer, code);
        construct(type, instance, arguments, code);
        return instance;
    }

    private Instance allocated(ClassSource type, @Nullable Instance outer, Code code) {
        Instance instance = new Instance(type, outer);
        for (ClassSource each = type; each != null; each = interpreter.fields.superclass(each)) {
            for (VariableTree field : each.fields().values()) {
                String name = field.getName().toString();
                if (!each.isStatic(field)
                        && instance.fields()
                                        .put(name, new Variable(field.getType(), Conversions.initial(field.getType())))
                                != null) {
                    throw new NotReadException(
                            new Unknown("a field that hides one of the same name is not followed", code));
                }
            }
        }
        return instance;
    }

    /** See {@link Interpreter#fields}. */
    List<Map<String, @Nullable Object>> unknown(ClassSource type) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (MethodTree constructor : type.methods("<init>")) {
            List<? extends StatementTree> body = constructor.getBody().getStatements();
            MethodInvocationTree first = body.isEmpty() ? null : constructorCall(body.get(0));
            if (first == null || !first.getMethodSelect().toString().equals("this")) {
                all.add(unknown(type, constructor));
            }
        }
        return all;
    }

    private Map<String, @Nullable Object> unknown(ClassSource type, MethodTree constructor) {
        Instance instance = allocated(type, null, type.code());
        List<Argument> arguments = new ArrayList<>();
        for (VariableTree parameter : constructor.getParameters()) {
            Code code = new Code(parameter, type.file);
            String why = "the value of %s is known only at run time".formatted(parameter.getName());
            arguments.add(new Argument(new Unknown(why, code), code));
        }
        boolean isWhole = true;
        try {
            Frame frame = new Frame(type, instance);
            interpreter.bind(frame, constructor.getParameters(), arguments);
            body(type, instance, constructor.getBody(), frame, type.code());
        } catch (NotReadException stopped) {
            isWhole = false;
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        for (VariableTree field : type.fields().values()) {
            Variable variable = instance.fields().get(field.getName().toString());
            if (variable != null && (isWhole || field.getModifiers().getFlags().contains(Modifier.FINAL))) {
                values.put(field.getName().toString(), variable.value);
            }
        }
        return values;
    }

    /** Runs a constructor. */
    private void construct(ClassSource type, Instance instance, List<Argument> arguments, Code code) {
        List<Overloads.Candidate> candidates = new ArrayList<>();
        for (MethodTree constructor : type.methods("<init>")) {
            candidates.add(new Overloads.Candidate(type, constructor));
        }
        Overloads.Candidate chosen =
                candidates.isEmpty() ? null : interpreter.overloads.choose(candidates, arguments, code);
        if (chosen == null) {
            implicit(type, instance, arguments, code);
            return;
        }
        Frame frame = new Frame(type, instance);
        interpreter.bind(frame, chosen.parameters(), arguments);
        body(type, instance, chosen.method().getBody(), frame, code);
        if (type.isRecord()) {
            components(type, instance, chosen.method(), frame);
        }
    }

    /** A record's constructor without assignments, whether compact or not written at all, ends with them. */
    private static void components(ClassSource type, Instance instance, MethodTree constructor, Frame frame) {
        List<String> names = new ArrayList<>();
        for (VariableTree field : type.fields().values()) {
            if (!type.isStatic(field)) {
                names.add(field.getName().toString());
            }
        }
        List<String> parameters = constructor.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .toList();
        if (names.equals(parameters) && !constructor.getBody().toString().contains("this.")) {
            names.forEach(name -> Objects.requireNonNull(instance.fields().get(name)).value =
                    Objects.requireNonNull(frame.find(name)).value);
        }
    }

    private void implicit(ClassSource type, Instance instance, List<Argument> arguments, Code code) {
        if (!arguments.isEmpty()) {
            throw new IncompleteCodeException();
        }
        inherit(type, instance, List.of(), code);
        initialize(type, instance);
    }

    private void body(ClassSource type, Instance instance, BlockTree body, Frame frame, Code code) {
        List<? extends StatementTree> statements = body.getStatements();
        MethodInvocationTree first = statements.isEmpty() ? null : constructorCall(statements.get(0));
        if (first == null) {
            inherit(type, instance, List.of(), code);
            initialize(type, instance);
            interpreter.statements.all(statements, frame.inner());
            return;
        }
        List<Argument> arguments = interpreter.arguments(first.getArguments(), frame);
        Code call = Interpreter.code(first, frame);
        if (first.getMethodSelect().toString().equals("this")) {
            construct(type, instance, arguments, call);
        } else {
            inherit(type, instance, arguments, call);
            initialize(type, instance);
        }
        interpreter.statements.all(statements.subList(1, statements.size()), frame.inner());
    }

    private static @Nullable MethodInvocationTree constructorCall(StatementTree statement) {
        return statement instanceof ExpressionStatementTree expression
                        && expression.getExpression() instanceof MethodInvocationTree call
                        && call.getMethodSelect() instanceof IdentifierTree name
                        && (name.getName().contentEquals("this")
                                || name.getName().contentEquals("super"))
                ? call
                : null;
    }

    /** Runs the superclass's constructor. */
    private void inherit(ClassSource type, Instance instance, List<Argument> arguments, Code code) {
        TypeElement extended = Sources.superclass(type.element);
        String name = extended == null ? "" : extended.getQualifiedName().toString();
        if (extended == null
                || name.equals("java.lang.Object")
                || name.equals("java.lang.Enum")
                || name.equals("java.lang.Record")) {
            return;
        }
        ClassSource source = interpreter.sources.of(extended);
        if (source != null) {
            construct(source, instance, arguments, code);
            return;
        }
        Invocation invocation = new Invocation(extended.getSimpleName().toString(), arguments, code, interpreter);
        Object base = interpreter.vocabulary.create(name, invocation, instance);
        if (!(base instanceof Foreign inherited)) {
            throw new NotReadException(
                    new Unknown("what a subclass of %s does is known only at run time".formatted(name), code));
        }
        instance.setBase(inherited);
    }

    /** Runs the initializers of fields and of the object, in their order. */
    private void initialize(ClassSource type, Instance instance) {
        Frame frame = new Frame(type, instance);
        for (Tree member : type.tree.getMembers()) {
            if (member instanceof VariableTree field && !type.isStatic(field) && field.getInitializer() != null) {
                String name = field.getName().toString();
                Object value = interpreter.expressions.initial(field.getInitializer(), field.getType(), frame);
                Objects.requireNonNull(instance.fields().get(name)).value = value;
                interpreter.vocabulary.named(value, name);
            } else if (member instanceof BlockTree block && !block.isStatic()) {
                interpreter.statements.run(block, frame);
            }
        }
    }

    /** A constant of an enum. */
    @Nullable
    Object constant(ClassSource type, VariableTree declared) {
        Code code = new Code(declared, type.file);
        ExpressionTree initializer = declared.getInitializer();
        if (!(initializer instanceof NewClassTree created) || created.getClassBody() != null) {
            return new Unknown("a constant with a body of its own is not followed", code);
        }
        Instance instance =
                create(type, null, interpreter.arguments(created.getArguments(), new Frame(type, null)), code);
        int position = 0;
        for (var member : type.element.getEnclosedElements()) {
            if (member.getKind() == ElementKind.ENUM_CONSTANT) {
                if (member.getSimpleName().contentEquals(declared.getName())) {
                    break;
                }
                position++;
            }
        }
        instance.setConstant(declared.getName().toString(), position);
        return instance;
    }

    /**
     * The object whose method is a model. How it came about is known where there is only one way to create it;
     * otherwise only its final fields with an initializer are.
     */
    Instance receiver(ClassSource type) {
        Code code = type.code();
        List<MethodTree> constructors = type.methods("<init>");
        boolean isOnlyWay = constructors.isEmpty()
                || constructors.size() == 1
                        && constructors.get(0).getParameters().isEmpty();
        if (!type.isRecord()
                && isOnlyWay
                && (type.element.getNestingKind() == NestingKind.TOP_LEVEL
                        || type.element.getModifiers().contains(Modifier.STATIC))
                && !type.isEnum()
                && !type.element.getModifiers().contains(Modifier.ABSTRACT)) {
            Instance created = create(type, null, List.of(), code);
            forget(created, code, field -> !field.getModifiers().getFlags().contains(Modifier.FINAL));
            return created;
        }
        Instance unknown = new Instance(type, null);
        for (VariableTree field : type.fields().values()) {
            if (!type.isStatic(field)) {
                unknown.fields().put(field.getName().toString(), new Variable(field.getType(), field.getInitializer()));
            }
        }
        forget(unknown, code, field -> true);
        return unknown;
    }

    /** Makes fields unknown that may have changed since. */
    private static void forget(Instance instance, Code code, java.util.function.Predicate<VariableTree> which) {
        for (VariableTree field : instance.type().fields().values()) {
            if (!instance.type().isStatic(field) && which.test(field)) {
                String name = field.getName().toString();
                Objects.requireNonNull(instance.fields().get(name)).value = new Unknown(
                        "the field %s may have another value at run time; make it static and final".formatted(name),
                        new Code(field, instance.type().file));
            }
        }
    }
}
