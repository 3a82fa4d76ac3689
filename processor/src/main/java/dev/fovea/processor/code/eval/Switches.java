package dev.fovea.processor.code.eval;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the cases of a switch. */
final class Switches {
    private final Interpreter interpreter;

    Switches(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** How the cases end; normally where none is chosen. */
    Completion run(ExpressionTree selector, List<? extends CaseTree> cases, Tree tree, Frame frame) {
        Object value = interpreter.expressions.evaluate(selector, frame);
        if (value instanceof Unknown unknown) {
            throw new NotReadException(unknown);
        }
        if (value == null || value instanceof Symbol) {
            throw new NotReadException(
                    new Unknown("what is chosen here is known only at run time", Interpreter.code(selector, frame)));
        }
        int chosen = chosen(value, cases, frame);
        for (int i = chosen; i >= 0 && i < cases.size(); i++) {
            CaseTree each = cases.get(i);
            if (each.getCaseKind() == CaseTree.CaseKind.RULE) {
                return rule(each, frame);
            }
            Completion completion = interpreter.statements.all(each.getStatements(), frame);
            if (!completion.isNormal()) {
                return completion;
            }
        }
        return Completion.NORMAL;
    }

    private Completion rule(CaseTree tree, Frame frame) {
        if (tree.getBody() instanceof ExpressionTree expression) {
            return new Completion(Completion.Kind.YIELD, null, interpreter.expressions.evaluate(expression, frame));
        }
        return interpreter.statements.run((StatementTree) Objects.requireNonNull(tree.getBody()), frame);
    }

    private int chosen(Object value, List<? extends CaseTree> cases, Frame frame) {
        int byDefault = -1;
        for (int i = 0; i < cases.size(); i++) {
            CaseTree each = cases.get(i);
            if (isDefault(each)) {
                byDefault = i;
            }
            for (ExpressionTree label : each.getExpressions()) {
                if (matches(value, label, frame)) {
                    return i;
                }
            }
            if (each.getExpressions().isEmpty() && !isDefault(each)) {
                throw new NotReadException(
                        new Unknown("patterns in a switch are not followed", Interpreter.code(each, frame)));
            }
        }
        return byDefault;
    }

    /** Later compilers no longer tell a default by the lack of labels. */
    private static boolean isDefault(CaseTree tree) {
        String text = tree.toString().strip();
        return tree.getExpressions().isEmpty() && text.startsWith("default");
    }

    private boolean matches(Object value, ExpressionTree label, Frame frame) {
        String chosen = value instanceof Instance instance
                ? String.valueOf(instance.constant())
                : value instanceof Foreign foreign ? foreign.constant() : null;
        if (chosen != null) {
            return label instanceof IdentifierTree name && name.getName().contentEquals(chosen);
        }
        Object constant = interpreter.expressions.evaluate(label, frame);
        @Nullable
        Object same = value instanceof String
                ? (Object) value.equals(constant)
                : Operators.binary(Tree.Kind.EQUAL_TO, value, constant);
        return Boolean.TRUE.equals(same);
    }
}
