package dev.fovea.processor.code.eval;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Follows what code does, step by step, with the values that it has at run time.
 *
 * <p>What cannot be known is an {@link Unknown} value as long as nothing is decided upon it, and stops the reading then
 * ({@link NotReadException}). Names are resolved by scopes, imports and elements: to ask the compiler about a path inside a
 * body would attribute the class and print its warnings twice.
 */
public final class Interpreter {
    private static final long MOST_STEPS = 1_000_000;

    /** The calls of the code that is read must fit on the compiler's stack. */
    private static final int MOST_DEPTH = 120;

    final Elements elements;
    final Sources sources;
    final TypeNames names;
    final Vocabulary vocabulary;
    final Expressions expressions;
    final Statements statements;
    final Calls calls;
    final Creation creation;
    final Fields fields;
    final Statics statics;
    final Subtypes subtypes;
    final Overloads overloads;
    private long steps;
    private int depth;

    /** @param vocabulary what the classes of a framework mean */
    public Interpreter(Trees trees, Elements elements, Types types, Vocabulary vocabulary) {
        this.elements = elements;
        this.vocabulary = vocabulary;
        this.sources = new Sources(trees);
        this.names = new TypeNames(elements, sources);
        this.subtypes = new Subtypes(this, types);
        this.overloads = new Overloads(this);
        this.fields = new Fields(this);
        this.statics = new Statics(this);
        this.creation = new Creation(this);
        this.calls = new Calls(this);
        this.statements = new Statements(this);
        this.expressions = new Expressions(this);
    }

    /** What has been done so far. */
    public long steps() {
        return steps;
    }

    /**
     * The result of a method without parameters.
     *
     * @param path where its source is
     */
    public @Nullable Object run(ExecutableElement method, TreePath path) {
        ClassSource type = source((TypeElement) Objects.requireNonNull(method.getEnclosingElement()));
        MethodTree tree = (MethodTree) path.getLeaf();
        Instance self = ClassSource.isStatic(tree) ? null : creation.receiver(type);
        return invoke(type, tree, self, List.of(), new Code(tree, type.file));
    }

    /**
     * The fields of a new object, for each constructor that does not call another one; whatever is passed to it is unknown.
     * Where a constructor cannot be followed to its end, only final fields are there.
     */
    public List<Map<String, @Nullable Object>> fields(TypeElement type) {
        return creation.unknown(source(type));
    }

    /** The outermost classes of other files whose source was looked at, for a class or one of its members. */
    public List<TypeElement> others(Element own) {
        return sources.outermostBut(
                own instanceof TypeElement type
                        ? type
                        : (TypeElement) Objects.requireNonNull(own.getEnclosingElement()));
    }

    private ClassSource source(TypeElement type) {
        ClassSource source = sources.of(type);
        if (source == null) {
            throw new IncompleteCodeException();
        }
        return source;
    }

    /** Calls a method of an object whose source is there; {@link Invocation#NONE} if it has none of that name. */
    public @Nullable Object call(Instance receiver, Invocation invocation) {
        return calls.virtual(receiver, invocation);
    }

    /** Runs a method of the source. */
    @Nullable
    Object invoke(ClassSource owner, MethodTree method, @Nullable Instance self, List<Argument> arguments, Code call) {
        if (method.getBody() == null) {
            throw new NotReadException(new Unknown(
                    "%s has no body here; what it does is known only at run time".formatted(method.getName()), call));
        }
        if (++depth > MOST_DEPTH) {
            throw new NotReadException(
                    new Unknown("%s is called more than %s calls deep".formatted(method.getName(), MOST_DEPTH), call));
        }
        long since = steps;
        Frame frame = new Frame(owner, self);
        bind(frame, method.getParameters(), arguments);
        Completion completion = statements.run(method.getBody(), frame);
        depth--;
        if (method.getReturnType() == null) {
            return null;
        }
        Object result = Conversions.declared(completion.value(), method.getReturnType());
        vocabulary.returned(result, method.getName().toString(), since);
        return result;
    }

    /** Makes arguments the parameters' values. */
    void bind(Frame frame, List<? extends VariableTree> parameters, List<Argument> arguments) {
        for (int i = 0; i < parameters.size(); i++) {
            VariableTree parameter = parameters.get(i);
            boolean isVariable = i == parameters.size() - 1 && Overloads.isVariable(parameter);
            Object value = isVariable
                    ? Overloads.packed(parameter, arguments.subList(i, arguments.size()))
                    : Conversions.declared(arguments.get(i).value(), parameter.getType());
            frame.declare(parameter.getName().toString(), new Variable(parameter.getType(), value));
            vocabulary.passed(value, parameter.getName().toString());
        }
    }

    /** Counts a step. */
    void step(Tree tree, Frame frame) {
        if (++steps > MOST_STEPS) {
            throw new NotReadException(
                    new Unknown("this code takes more than %s steps".formatted(MOST_STEPS), code(tree, frame)));
        }
    }

    static Code code(Tree tree, Frame frame) {
        return new Code(tree, frame.type.file);
    }

    List<Argument> arguments(List<? extends ExpressionTree> trees, Frame frame) {
        List<Argument> arguments = new ArrayList<>();
        for (ExpressionTree tree : trees) {
            arguments.add(new Argument(expressions.evaluate(tree, frame), code(tree, frame)));
        }
        return arguments;
    }

    /** The result of a call that is not understood, which must not have changed anything. */
    Unknown notUnderstood(String why, List<Argument> arguments, Code code) {
        Unknown unknown = new Unknown(why, code);
        for (Argument argument : arguments) {
            if (!Library.isConstant(argument.value())) {
                throw new NotReadException(unknown);
            }
        }
        return unknown;
    }
}
