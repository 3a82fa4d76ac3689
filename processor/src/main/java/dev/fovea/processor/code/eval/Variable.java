package dev.fovea.processor.code.eval;

import com.sun.source.tree.Tree;
import org.jspecify.annotations.Nullable;

/** A local variable or a field. */
final class Variable {
    /** The declared type; null where it is that of the value. */
    final @Nullable Tree type;

    @Nullable
    Object value;

    Variable(@Nullable Tree type, @Nullable Object value) {
        this.type = type;
        this.value = value;
    }
}
