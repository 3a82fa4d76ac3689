package dev.fovea.processor.code.eval;

import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * How a statement ended.
 *
 * @param label of a break or continue
 * @param value of a return or yield
 */
record Completion(Kind kind, @Nullable Name label, @Nullable Object value) {
    enum Kind {
        NORMAL,
        BREAK,
        CONTINUE,
        RETURN,
        YIELD
    }

    static final Completion NORMAL = new Completion(Kind.NORMAL, null, null);

    boolean isNormal() {
        return kind == Kind.NORMAL;
    }

    /** True for a break or continue that concerns a statement with this label, or one without. */
    boolean is(Kind asked, @Nullable Name own) {
        return kind == asked && (label == null || label.equals(own));
    }
}
