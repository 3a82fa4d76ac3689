package dev.fovea.processor.code.eval;

import org.jspecify.annotations.Nullable;

/** A number of which it is known how it came about, though perhaps not what it is. */
public interface Symbol {
    /** The number; null where it is not known. */
    @Nullable
    Long value();

    /** Why it is not known, where it is not. */
    Unknown unknown();

    /** A multiple of it; null where that cannot be expressed. */
    @Nullable
    Symbol times(Number factor);
}
