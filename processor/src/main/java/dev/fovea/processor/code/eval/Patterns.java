package dev.fovea.processor.code.eval;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.List;

/** Where the variables of patterns are in scope (Java Language Specification, section 6.3.2.2). */
final class Patterns {
    private Patterns() {}

    /** Whether those of an {@code if} that was not taken are those of the statements after it. */
    static boolean areInScopeAfter(IfTree tree) {
        return tree.getElseStatement() == null && isNegated(tree.getCondition()) && isLeft(tree.getThenStatement());
    }

    private static boolean isNegated(ExpressionTree condition) {
        if (condition instanceof ParenthesizedTree inner) {
            return isNegated(inner.getExpression());
        }
        if (condition instanceof BinaryTree either && either.getKind() == Tree.Kind.CONDITIONAL_OR) {
            return isNegated(either.getLeftOperand()) || isNegated(either.getRightOperand());
        }
        return condition instanceof UnaryTree && condition.getKind() == Tree.Kind.LOGICAL_COMPLEMENT;
    }

    /** Whether what follows a statement is not run after it. */
    private static boolean isLeft(StatementTree statement) {
        if (statement instanceof BlockTree block) {
            List<? extends StatementTree> all = block.getStatements();
            return !all.isEmpty() && isLeft(all.get(all.size() - 1));
        }
        return statement instanceof ReturnTree
                || statement instanceof ThrowTree
                || statement instanceof BreakTree
                || statement instanceof ContinueTree;
    }
}
