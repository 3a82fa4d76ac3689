package dev.fovea.processor.code.eval;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions. */
final class Expressions extends SimpleTreeVisitor<@Nullable Object, Frame> {
    private static final Set<TypeKind> WHOLE = Set.of(TypeKind.INT, TypeKind.LONG, TypeKind.SHORT, TypeKind.BYTE);

    private final Interpreter interpreter;
    private final ArrayElements arrays;

    Expressions(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.arrays = new ArrayElements(interpreter);
    }

    @Nullable
    Object evaluate(ExpressionTree tree, Frame frame) {
        interpreter.step(tree, frame);
        return tree.accept(this, frame);
    }

    /** The value of a condition. */
    boolean test(ExpressionTree tree, Frame frame) {
        Object value = evaluate(tree, frame);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw value instanceof Unknown unknown ? new NotReadException(unknown) : new IncompleteCodeException();
    }

    /** The value of an initializer, as one of the declared type. */
    @Nullable
    Object initial(ExpressionTree tree, @Nullable Tree type, Frame frame) {
        if (tree instanceof NewArrayTree array && array.getType() == null) {
            return arrays.initialized(array, type, frame);
        }
        boolean isWhole =
                type instanceof PrimitiveTypeTree primitive && WHOLE.contains(primitive.getPrimitiveTypeKind());
        // Where only a whole number fits, no other case makes it a fraction.
        Object value =
                isWhole && tree instanceof SwitchExpressionTree choice ? chosen(choice, frame) : evaluate(tree, frame);
        if (value == null && type instanceof PrimitiveTypeTree) {
            throw new NotReadException(unknown("this code throws an exception: there is no number here", tree, frame));
        }
        return Conversions.declared(value, type);
    }

    private static Unknown unknown(String why, Tree tree, Frame frame) {
        return new Unknown(why, Interpreter.code(tree, frame));
    }

    @Override
    protected Object defaultAction(Tree tree, Frame frame) {
        throw new NotReadException(unknown("this kind of expression is not followed", tree, frame));
    }

    @Override
    public Object visitErroneous(ErroneousTree tree, Frame frame) {
        throw new IncompleteCodeException();
    }

    @Override
    public @Nullable Object visitLiteral(LiteralTree tree, Frame frame) {
        return tree.getValue();
    }

    @Override
    public @Nullable Object visitParenthesized(ParenthesizedTree tree, Frame frame) {
        return evaluate(tree.getExpression(), frame);
    }

    @Override
    public @Nullable Object visitIdentifier(IdentifierTree tree, Frame frame) {
        return interpreter.fields.identifier(tree, frame);
    }

    @Override
    public @Nullable Object visitMemberSelect(MemberSelectTree tree, Frame frame) {
        return interpreter.fields.select(tree, frame);
    }

    @Override
    public @Nullable Object visitArrayAccess(ArrayAccessTree tree, Frame frame) {
        return arrays.element(tree, frame).get();
    }

    @Override
    public @Nullable Object visitNewArray(NewArrayTree tree, Frame frame) {
        return arrays.created(tree, frame);
    }

    @Override
    public @Nullable Object visitMethodInvocation(MethodInvocationTree tree, Frame frame) {
        return interpreter.calls.call(tree, frame);
    }

    @Override
    public @Nullable Object visitNewClass(NewClassTree tree, Frame frame) {
        return interpreter.creation.create(tree, frame);
    }

    @Override
    public @Nullable Object visitBinary(BinaryTree tree, Frame frame) {
        if (tree.getKind() == Tree.Kind.CONDITIONAL_AND) {
            return test(tree.getLeftOperand(), frame) && test(tree.getRightOperand(), frame);
        }
        if (tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
            return test(tree.getLeftOperand(), frame) || test(tree.getRightOperand(), frame);
        }
        Object left = evaluate(tree.getLeftOperand(), frame);
        Object right = evaluate(tree.getRightOperand(), frame);
        boolean isIdentity = tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO;
        return isIdentity && new StaticTypes(interpreter).areBoxed(tree, frame) && Numbers.isNumeric(Numbers.kind(left))
                ? unknown("whether two boxed numbers are one object is known only at run time", tree, frame)
                : binary(tree.getKind(), left, right, tree, frame);
    }

    private static @Nullable Object binary(
            Tree.Kind operator, @Nullable Object left, @Nullable Object right, Tree tree, Frame frame) {
        if (left instanceof Unknown) {
            return left;
        }
        if (right instanceof Unknown) {
            return right;
        }
        if (operator == Tree.Kind.PLUS && (left instanceof Instance || right instanceof Instance)) {
            String.valueOf(left instanceof Instance ? left : right);
        }
        boolean takesNull = operator == Tree.Kind.EQUAL_TO
                || operator == Tree.Kind.NOT_EQUAL_TO
                || left instanceof String
                || right instanceof String;
        if (!takesNull && (left == null || right == null)) {
            throw new NotReadException(unknown("this code throws an exception: there is no number here", tree, frame));
        }
        Object result = operator == Tree.Kind.MULTIPLY ? multiple(left, right) : null;
        if (result == null) {
            Object one = known(left);
            Object other = known(right);
            boolean isOpen = one == null && left != null || other == null && right != null;
            try {
                result = isOpen ? null : Operators.binary(operator, one, other);
            } catch (ArithmeticException division) {
                throw new NotReadException(unknown("this code divides by zero", tree, frame));
            }
        }
        return result != null ? result : unknown("the result is known only at run time", tree, frame);
    }

    private static @Nullable Symbol multiple(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Symbol symbol && right instanceof Number factor) {
            return symbol.times(factor);
        }
        return right instanceof Symbol symbol && left instanceof Number factor ? symbol.times(factor) : null;
    }

    private static @Nullable Object known(@Nullable Object value) {
        return value instanceof Symbol symbol ? symbol.value() : value;
    }

    @Override
    public @Nullable Object visitUnary(UnaryTree tree, Frame frame) {
        Tree.Kind kind = tree.getKind();
        boolean isPrefix = kind == Tree.Kind.PREFIX_INCREMENT || kind == Tree.Kind.PREFIX_DECREMENT;
        boolean isPostfix = kind == Tree.Kind.POSTFIX_INCREMENT || kind == Tree.Kind.POSTFIX_DECREMENT;
        if (isPrefix || isPostfix) {
            Location location = location(tree.getExpression(), frame);
            Object before = location.get();
            Object after = compound(Operators.simple(kind), before, 1, tree, frame);
            location.set(after);
            return isPrefix ? after : before;
        }
        Object operand = evaluate(tree.getExpression(), frame);
        if (operand instanceof Unknown) {
            return operand;
        }
        return operand instanceof Symbol
                ? unknown("the result is known only at run time", tree, frame)
                : Operators.unary(kind, operand);
    }

    /** The result of a compound operator, as one of the type of what is assigned to. */
    private static @Nullable Object compound(
            Tree.Kind operator, @Nullable Object before, @Nullable Object operand, Tree tree, Frame frame) {
        Object result = binary(operator, before, operand, tree, frame);
        TypeKind kind = Numbers.kind(before);
        return kind == null ? result : Conversions.primitive(result, kind);
    }

    @Override
    public @Nullable Object visitAssignment(AssignmentTree tree, Frame frame) {
        Location location = location(tree.getVariable(), frame);
        location.set(evaluate(tree.getExpression(), frame));
        Object value = location.get();
        if (tree.getVariable() instanceof IdentifierTree name) {
            interpreter.vocabulary.named(value, name.getName().toString());
        } else if (tree.getVariable() instanceof MemberSelectTree select) {
            interpreter.vocabulary.named(value, select.getIdentifier().toString());
        }
        return value;
    }

    @Override
    public @Nullable Object visitCompoundAssignment(CompoundAssignmentTree tree, Frame frame) {
        Location location = location(tree.getVariable(), frame);
        Object before = location.get();
        Object operand = evaluate(tree.getExpression(), frame);
        location.set(compound(Operators.simple(tree.getKind()), before, operand, tree, frame));
        return location.get();
    }

    private Location location(ExpressionTree tree, Frame frame) {
        if (tree instanceof ParenthesizedTree parenthesized) {
            return location(parenthesized.getExpression(), frame);
        }
        if (tree instanceof ArrayAccessTree access) {
            return arrays.element(access, frame);
        }
        return interpreter.fields.location(tree, frame);
    }

    @Override
    public @Nullable Object visitConditionalExpression(ConditionalExpressionTree tree, Frame frame) {
        boolean first = test(tree.getCondition(), frame);
        Object value = evaluate(first ? tree.getTrueExpression() : tree.getFalseExpression(), frame);
        TypeKind kind = Numbers.kind(value);
        if (kind == null || kind == TypeKind.BOOLEAN) {
            return value;
        }
        ExpressionTree other = first ? tree.getFalseExpression() : tree.getTrueExpression();
        TypeKind type = new StaticTypes(interpreter).numeric(other, frame);
        if (type == null) {
            return new StaticTypes(interpreter).isReference(other)
                    ? value
                    : unknown("whether this is a fraction or not depends on the type of the other branch", tree, frame);
        }
        if (type == kind || other instanceof LiteralTree && type == TypeKind.INT && Numbers.widens(kind, type)) {
            return value;
        }
        boolean isSmall = Numbers.widens(type, TypeKind.INT) && Numbers.widens(kind, TypeKind.INT);
        return isSmall
                ? unknown("the type of the result is not followed", tree, frame)
                : Numbers.to(Numbers.promoted(kind, type), value);
    }

    @Override
    public @Nullable Object visitTypeCast(TypeCastTree tree, Frame frame) {
        Object value = evaluate(tree.getExpression(), frame);
        return tree.getType() instanceof PrimitiveTypeTree primitive
                ? Conversions.primitive(value, primitive.getPrimitiveTypeKind())
                : value;
    }

    @Override
    public @Nullable Object visitInstanceOf(InstanceOfTree tree, Frame frame) {
        Object value = evaluate(tree.getExpression(), frame);
        if (value instanceof Unknown) {
            return value;
        }
        Tree type = tree.getType();
        if (tree.getPattern() instanceof BindingPatternTree binding) {
            type = binding.getVariable().getType();
        }
        TypeElement target = type == null ? null : interpreter.names.resolve(type, frame.type);
        Boolean is = target == null ? null : interpreter.subtypes.isInstance(value, target);
        if (is == null) {
            return unknown("the class of this object is known only at run time", tree, frame);
        }
        if (is && tree.getPattern() instanceof BindingPatternTree binding) {
            VariableTree variable = binding.getVariable();
            frame.declare(variable.getName().toString(), new Variable(variable.getType(), value));
        }
        return is;
    }

    @Override
    public Object visitLambdaExpression(LambdaExpressionTree tree, Frame frame) {
        return interpreter.calls.lambda(tree, frame);
    }

    @Override
    public Object visitMemberReference(MemberReferenceTree tree, Frame frame) {
        return interpreter.calls.reference(tree, frame);
    }

    @Override
    public @Nullable Object visitSwitchExpression(SwitchExpressionTree tree, Frame frame) {
        Object value = chosen(tree, frame);
        TypeKind kind = Numbers.kind(value);
        // Its type is that of all its cases together.
        return Numbers.isNumeric(kind) && !new StaticTypes(interpreter).isAlike(tree.getCases(), kind, frame)
                ? unknown("whether this is a fraction or not depends on the types of the other cases", tree, frame)
                : value;
    }

    private @Nullable Object chosen(SwitchExpressionTree tree, Frame frame) {
        Completion completion =
                new Switches(interpreter).run(tree.getExpression(), tree.getCases(), tree, frame.inner());
        if (completion.kind() != Completion.Kind.YIELD) {
            throw new NotReadException(unknown("no case of this switch fits", tree, frame));
        }
        return completion.value();
    }

    List<Argument> arguments(List<? extends ExpressionTree> trees, Frame frame) {
        return interpreter.arguments(trees, frame);
    }
}
