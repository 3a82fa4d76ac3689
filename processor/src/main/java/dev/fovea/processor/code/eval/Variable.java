package dev.fovea.processor.code.eval;

import com.sun.source.tree.Tree;
import org.jspecify.annotations.Nullable;

/** A local variable or a field. */
final class Variable {
    /** As declared; null where the value says it. */
    final @Nullable Tree type;

    @Nullable
    Object value;

    Variable(@Nullable Tree type, @Nullable Object value) {
        this.type = type;
        this.value = value;
    }
}
