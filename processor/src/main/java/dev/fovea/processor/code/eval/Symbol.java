package dev.fovea.processor.code.eval;

import com.sun.source.tree.Tree;
import org.jspecify.annotations.Nullable;

/** A number that is not known, though how it came about is: one may calculate with it, but not decide upon it. */
public interface Symbol {
    /**
     * The result of a binary operator; null where it cannot be expressed.
     *
     * @param isLeft whether this is the operator's left operand
     */
    @Nullable
    Object combined(Tree.Kind operator, Object other, boolean isLeft);
}
