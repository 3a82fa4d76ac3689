package dev.fovea.processor.code.eval;

import org.jspecify.annotations.Nullable;

/** What can be assigned to. */
interface Location {
    @Nullable
    Object get();

    void set(@Nullable Object value);
}
