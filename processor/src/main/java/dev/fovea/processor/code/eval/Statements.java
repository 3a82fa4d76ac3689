package dev.fovea.processor.code.eval;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Runs statements. */
final class Statements extends SimpleTreeVisitor<Completion, Frame> {
    private final Interpreter interpreter;

    Statements(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Completion run(Tree statement, Frame frame) {
        return statement.accept(this, frame);
    }

    Completion all(List<? extends StatementTree> statements, Frame frame) {
        for (StatementTree statement : statements) {
            Completion completion = run(statement, frame);
            if (!completion.isNormal()) {
                return completion;
            }
        }
        return Completion.NORMAL;
    }

    private @Nullable Object evaluate(ExpressionTree tree, Frame frame) {
        return interpreter.expressions.evaluate(tree, frame);
    }

    @Override
    protected Completion defaultAction(Tree tree, Frame frame) {
        throw new NotReadException(
                new Unknown("this kind of statement is not followed", Interpreter.code(tree, frame)));
    }

    @Override
    public Completion visitErroneous(ErroneousTree tree, Frame frame) {
        throw new IncompleteCodeException();
    }

    @Override
    public Completion visitClass(ClassTree tree, Frame frame) {
        throw new NotReadException(new Unknown(
                "a class inside a method is not followed; declare %s outside it".formatted(tree.getSimpleName()),
                Interpreter.code(tree, frame)));
    }

    @Override
    public Completion visitBlock(BlockTree tree, Frame frame) {
        return all(tree.getStatements(), frame.inner());
    }

    @Override
    public Completion visitEmptyStatement(EmptyStatementTree tree, Frame frame) {
        return Completion.NORMAL;
    }

    @Override
    public Completion visitAssert(AssertTree tree, Frame frame) {
        return Completion.NORMAL;
    }

    @Override
    public Completion visitExpressionStatement(ExpressionStatementTree tree, Frame frame) {
        evaluate(tree.getExpression(), frame);
        return Completion.NORMAL;
    }

    @Override
    public Completion visitVariable(VariableTree tree, Frame frame) {
        Object value = tree.getInitializer() == null
                ? null
                : interpreter.expressions.initial(tree.getInitializer(), tree.getType(), frame);
        String name = tree.getName().toString();
        frame.declare(name, new Variable(tree.getType(), value));
        interpreter.vocabulary.named(value, name);
        return Completion.NORMAL;
    }

    @Override
    public Completion visitIf(IfTree tree, Frame frame) {
        Frame inner = frame.inner();
        if (interpreter.expressions.test(tree.getCondition(), inner)) {
            return run(tree.getThenStatement(), inner);
        }
        if (Patterns.areInScopeAfter(tree)) {
            frame.adopt(inner);
        }
        return tree.getElseStatement() == null ? Completion.NORMAL : run(tree.getElseStatement(), frame);
    }

    @Override
    public Completion visitReturn(ReturnTree tree, Frame frame) {
        Object value = tree.getExpression() == null ? null : evaluate(tree.getExpression(), frame);
        return new Completion(Completion.Kind.RETURN, null, value);
    }

    @Override
    public Completion visitYield(YieldTree tree, Frame frame) {
        return new Completion(Completion.Kind.YIELD, null, evaluate(tree.getValue(), frame));
    }

    @Override
    public Completion visitBreak(BreakTree tree, Frame frame) {
        return new Completion(Completion.Kind.BREAK, tree.getLabel(), null);
    }

    @Override
    public Completion visitContinue(ContinueTree tree, Frame frame) {
        return new Completion(Completion.Kind.CONTINUE, tree.getLabel(), null);
    }

    @Override
    public Completion visitLabeledStatement(LabeledStatementTree tree, Frame frame) {
        Completion completion = labelled(tree.getStatement(), tree.getLabel(), frame);
        return completion.is(Completion.Kind.BREAK, tree.getLabel()) ? Completion.NORMAL : completion;
    }

    private Completion labelled(StatementTree statement, @Nullable Name label, Frame frame) {
        if (statement instanceof ForLoopTree loop) {
            return loop(loop, label, frame);
        }
        if (statement instanceof EnhancedForLoopTree loop) {
            return loop(loop, label, frame);
        }
        if (statement instanceof WhileLoopTree loop) {
            return loop(loop.getCondition(), loop.getStatement(), List.of(), label, frame);
        }
        return statement instanceof DoWhileLoopTree loop ? loop(loop, label, frame) : run(statement, frame);
    }

    @Override
    public Completion visitForLoop(ForLoopTree tree, Frame frame) {
        return loop(tree, null, frame);
    }

    private Completion loop(ForLoopTree tree, @Nullable Name label, Frame frame) {
        Frame scope = frame.inner();
        all(tree.getInitializer(), scope);
        return loop(tree.getCondition(), tree.getStatement(), tree.getUpdate(), label, scope);
    }

    private Completion loop(
            @Nullable ExpressionTree condition,
            StatementTree body,
            List<? extends StatementTree> update,
            @Nullable Name label,
            Frame frame) {
        while (condition == null || interpreter.expressions.test(condition, frame)) {
            if (condition == null) {
                interpreter.step(body, frame);
            }
            Completion completion = run(body, frame.inner());
            if (completion.is(Completion.Kind.BREAK, label)) {
                return Completion.NORMAL;
            }
            if (!completion.isNormal() && !completion.is(Completion.Kind.CONTINUE, label)) {
                return completion;
            }
            all(update, frame);
        }
        return Completion.NORMAL;
    }

    @Override
    public Completion visitWhileLoop(WhileLoopTree tree, Frame frame) {
        return loop(tree.getCondition(), tree.getStatement(), List.of(), null, frame);
    }

    @Override
    public Completion visitDoWhileLoop(DoWhileLoopTree tree, Frame frame) {
        return loop(tree, null, frame);
    }

    private Completion loop(DoWhileLoopTree tree, @Nullable Name label, Frame frame) {
        do {
            Completion completion = run(tree.getStatement(), frame.inner());
            if (completion.is(Completion.Kind.BREAK, label)) {
                return Completion.NORMAL;
            }
            if (!completion.isNormal() && !completion.is(Completion.Kind.CONTINUE, label)) {
                return completion;
            }
        } while (interpreter.expressions.test(tree.getCondition(), frame));
        return Completion.NORMAL;
    }

    @Override
    public Completion visitEnhancedForLoop(EnhancedForLoopTree tree, Frame frame) {
        return loop(tree, null, frame);
    }

    private Completion loop(EnhancedForLoopTree tree, @Nullable Name label, Frame frame) {
        VariableTree variable = tree.getVariable();
        for (Object element : elements(evaluate(tree.getExpression(), frame), tree.getExpression(), frame)) {
            Frame scope = frame.inner();
            scope.declare(
                    variable.getName().toString(),
                    new Variable(variable.getType(), Conversions.declared(element, variable.getType())));
            Completion completion = run(tree.getStatement(), scope);
            if (completion.is(Completion.Kind.BREAK, label)) {
                return Completion.NORMAL;
            }
            if (!completion.isNormal() && !completion.is(Completion.Kind.CONTINUE, label)) {
                return completion;
            }
        }
        return Completion.NORMAL;
    }

    /** The elements of an array or a collection of the JDK. */
    private List<@Nullable Object> elements(@Nullable Object value, ExpressionTree tree, Frame frame) {
        List<@Nullable Object> elements = new ArrayList<>();
        if (value instanceof Iterable<?> all && !(value instanceof Foreign) && !Library.isShuffled(value)
                || value instanceof List<?>) {
            ((Iterable<?>) value).forEach(elements::add);
            return elements;
        }
        if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(Array.get(value, i));
            }
            return elements;
        }
        throw new NotReadException(
                value instanceof Unknown unknown
                        ? unknown
                        : new Unknown(
                                "what the loop runs over is known only at run time", Interpreter.code(tree, frame)));
    }

    @Override
    public Completion visitSwitch(SwitchTree tree, Frame frame) {
        Completion completion =
                new Switches(interpreter).run(tree.getExpression(), tree.getCases(), tree, frame.inner());
        return completion.is(Completion.Kind.BREAK, null) || completion.kind() == Completion.Kind.YIELD
                ? Completion.NORMAL
                : completion;
    }

    @Override
    public Completion visitSynchronized(SynchronizedTree tree, Frame frame) {
        return run(tree.getBlock(), frame);
    }

    @Override
    public Completion visitThrow(ThrowTree tree, Frame frame) {
        String what = tree.getExpression() instanceof NewClassTree created
                ? created.getIdentifier().toString()
                : "an exception";
        throw new NotReadException(
                new Unknown("this code throws %s for these values".formatted(what), Interpreter.code(tree, frame)));
    }

    @Override
    public Completion visitTry(TryTree tree, Frame frame) {
        Frame scope = frame.inner();
        for (Tree resource : tree.getResources()) {
            if (resource instanceof VariableTree) {
                run(resource, scope);
            }
        }
        Completion completion = run(tree.getBlock(), scope);
        if (tree.getFinallyBlock() != null) {
            Completion last = run(tree.getFinallyBlock(), frame);
            return last.isNormal() ? completion : last;
        }
        return completion;
    }
}
