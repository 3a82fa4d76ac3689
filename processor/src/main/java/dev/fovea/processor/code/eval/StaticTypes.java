package dev.fovea.processor.code.eval;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** The numeric type of an expression that is not evaluated, as far as it shows. */
final class StaticTypes {
    /** Methods of collections that give an element. */
    private static final Set<String> ELEMENTS =
            Set.of("get", "getOrDefault", "getFirst", "getLast", "getKey", "getValue", "next", "peek", "poll", "pop");

    private final Interpreter interpreter;

    StaticTypes(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Null where it does not show, or is no number. */
    @Nullable
    TypeKind numeric(ExpressionTree tree, Frame frame) {
        if (tree instanceof ParenthesizedTree inner) {
            return numeric(inner.getExpression(), frame);
        }
        if (tree instanceof LiteralTree literal) {
            TypeKind kind = Numbers.kind(literal.getValue());
            return Numbers.isNumeric(kind) ? kind : null;
        }
        if (tree instanceof TypeCastTree cast) {
            return primitive(cast.getType());
        }
        if (tree instanceof UnaryTree unary) {
            TypeKind kind = numeric(unary.getExpression(), frame);
            return kind == null ? null : Numbers.promoted(kind, TypeKind.INT);
        }
        if (tree instanceof BinaryTree binary) {
            TypeKind left = numeric(binary.getLeftOperand(), frame);
            TypeKind right = numeric(binary.getRightOperand(), frame);
            return left == null || right == null ? null : Numbers.promoted(left, right);
        }
        if (tree instanceof IdentifierTree name) {
            return variable(name.getName().toString(), frame);
        }
        if (tree instanceof ConditionalExpressionTree conditional) {
            TypeKind first = numeric(conditional.getTrueExpression(), frame);
            TypeKind second = numeric(conditional.getFalseExpression(), frame);
            return first == second ? first : null;
        }
        if (tree instanceof MethodInvocationTree call) {
            return returned(call, frame);
        }
        return isPlain(tree) ? evaluated(tree, frame) : null;
    }

    /** The type that all methods of that name return. */
    private @Nullable TypeKind returned(MethodInvocationTree call, Frame frame) {
        String name = call.getMethodSelect().toString();
        if (Set.of("Math.max", "Math.min", "max", "min").contains(name)
                && call.getArguments().size() == 2) {
            TypeKind first = numeric(call.getArguments().get(0), frame);
            TypeKind second = numeric(call.getArguments().get(1), frame);
            return first == null || second == null ? null : Numbers.promoted(first, second);
        }
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
            return isPlain(select.getExpression()) ? returned(select, frame) : null;
        }
        Set<@Nullable TypeKind> kinds = new HashSet<>();
        for (ClassSource type = frame.type; type != null; type = interpreter.sources.enclosing(type)) {
            for (MethodTree method : type.methods(name)) {
                kinds.add(primitive(method.getReturnType()));
            }
        }
        return kinds.size() == 1 ? kinds.iterator().next() : null;
    }

    /** The type that all methods of that name of an object return. */
    private @Nullable TypeKind returned(MemberSelectTree select, Frame frame) {
        String name = select.getIdentifier().toString();
        Object receiver = interpreter.fields.qualifier(select.getExpression(), frame);
        if (receiver instanceof String || receiver instanceof Collection<?> || receiver instanceof Map<?, ?>) {
            boolean isCount = name.equals("length") || name.equals("size");
            return isCount ? TypeKind.INT : ELEMENTS.contains(name) ? element(select.getExpression(), frame) : null;
        }
        ClassSource type = receiver instanceof Instance instance
                ? instance.type()
                : receiver instanceof TypeReference reference ? interpreter.sources.of(reference.type()) : null;
        Set<@Nullable TypeKind> kinds = new HashSet<>();
        for (; type != null; type = interpreter.fields.superclass(type)) {
            for (MethodTree method : type.methods(name)) {
                kinds.add(primitive(method.getReturnType()));
            }
            VariableTree component = type.isRecord() ? type.field(name) : null;
            if (component != null) {
                kinds.add(primitive(component.getType()));
            }
        }
        return kinds.size() == 1 ? kinds.iterator().next() : null;
    }

    /** What a variable's declaration says of its elements or values. */
    private @Nullable TypeKind element(ExpressionTree collection, Frame frame) {
        Tree type = collection instanceof IdentifierTree name
                ? declared(name.getName().toString(), frame)
                : null;
        if (!(type instanceof ParameterizedTypeTree generic)) {
            return null;
        }
        List<? extends Tree> arguments = generic.getTypeArguments();
        return arguments.isEmpty() ? null : primitive(arguments.get(arguments.size() - 1));
    }

    /** True if nothing happens when the expression is evaluated. */
    private static boolean isPlain(ExpressionTree tree) {
        if (tree instanceof ArrayAccessTree access) {
            return isPlain(access.getExpression()) && isPlain(access.getIndex());
        }
        if (tree instanceof MemberSelectTree select) {
            return isPlain(select.getExpression());
        }
        if (tree instanceof BinaryTree binary) {
            return isPlain(binary.getLeftOperand()) && isPlain(binary.getRightOperand());
        }
        return tree instanceof IdentifierTree || tree instanceof LiteralTree;
    }

    private @Nullable TypeKind evaluated(ExpressionTree tree, Frame frame) {
        try {
            TypeKind kind = Numbers.kind(interpreter.expressions.evaluate(tree, frame));
            return Numbers.isNumeric(kind) ? kind : null;
        } catch (NotReadException neitherAtRunTime) {
            return null;
        }
    }

    private @Nullable TypeKind variable(String name, Frame frame) {
        Tree type = declared(name, frame);
        if (type != null) {
            return primitive(type);
        }
        Variable local = frame.find(name);
        TypeKind kind = local == null ? null : Numbers.kind(local.value);
        return Numbers.isNumeric(kind) ? kind : null;
    }

    private @Nullable Tree declared(String name, Frame frame) {
        Variable local = frame.find(name);
        if (local != null) {
            return local.type;
        }
        for (ClassSource type = frame.type; type != null; type = interpreter.sources.enclosing(type)) {
            VariableTree field = type.field(name);
            if (field != null) {
                return field.getType();
            }
        }
        return null;
    }

    private static @Nullable TypeKind primitive(@Nullable Tree type) {
        if (type == null) {
            return null;
        }
        TypeKind kind = type instanceof PrimitiveTypeTree primitive ? primitive.getPrimitiveTypeKind() : boxed(type);
        return Numbers.isNumeric(kind) ? kind : null;
    }

    private static @Nullable TypeKind boxed(Tree type) {
        return switch (type.toString()) {
            case "Integer" -> TypeKind.INT;
            case "Long", "Float", "Double", "Short", "Byte" ->
                TypeKind.valueOf(type.toString().toUpperCase(Locale.ROOT));
            default -> null;
        };
    }

    /** True if both operands show themselves to be objects. */
    boolean areBoxed(BinaryTree tree, Frame frame) {
        return isBoxed(tree.getLeftOperand(), frame) && isBoxed(tree.getRightOperand(), frame);
    }

    private boolean isBoxed(ExpressionTree tree, Frame frame) {
        if (tree instanceof ParenthesizedTree inner) {
            return isBoxed(inner.getExpression(), frame);
        }
        if (tree instanceof IdentifierTree name) {
            Tree type = declared(name.getName().toString(), frame);
            return type != null && boxed(type) != null;
        }
        return tree instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && ELEMENTS.contains(select.getIdentifier().toString());
    }

    /** True for expressions that cannot be numbers, whatever their names mean. */
    boolean isReference(ExpressionTree tree) {
        return tree instanceof NewClassTree
                || tree instanceof LiteralTree literal
                        && (literal.getValue() == null || literal.getValue() instanceof String)
                || tree instanceof MethodInvocationTree call
                        && call.getMethodSelect().toString().endsWith("build");
    }

    /** True if all results of a switch show themselves to be numbers of the same type. */
    boolean isAlike(List<? extends CaseTree> cases, @Nullable TypeKind kind, Frame frame) {
        for (CaseTree each : cases) {
            if (each.getCaseKind() != CaseTree.CaseKind.RULE) {
                return false;
            }
            Tree body = each.getBody();
            boolean isThrown = body instanceof com.sun.source.tree.ThrowTree;
            if (!isThrown && !(body instanceof ExpressionTree result && numeric(result, frame) == kind)) {
                return false;
            }
        }
        return true;
    }
}
