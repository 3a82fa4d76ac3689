package dev.fovea.processor.code.eval;

import org.jspecify.annotations.Nullable;

/** An object of a framework's class, which has no source here. */
public interface Foreign {
    /** Qualified name of its class. */
    String typeName();

    /** Calls a method of it; {@link Invocation#NONE} for one that it does not have, or not beyond what a collection has. */
    @Nullable
    Object call(Invocation invocation);

    /** Its name as an enum constant; null if it is not one. */
    default @Nullable String constant() {
        return null;
    }

    /** Whether nobody can change it. */
    default boolean isConstant() {
        return false;
    }
}
