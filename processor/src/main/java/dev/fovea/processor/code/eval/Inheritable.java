package dev.fovea.processor.code.eval;

import org.jspecify.annotations.Nullable;

/** What a class in the source inherits from a framework's class. */
public interface Inheritable extends Foreign {
    /** The value of a field that the class in the source can see; {@link Invocation#NONE} if there is none. */
    @Nullable
    Object field(String name);
}
