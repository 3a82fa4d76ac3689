package dev.fovea.processor.code.eval;

import org.jspecify.annotations.Nullable;

/** A number whose origin is known, though its value may not be. */
public interface Symbol {
    /** The number; null where it is not known. */
    @Nullable
    Long value();

    /** Why the number is unknown. */
    Unknown unknown();

    /** A multiple of it; null where that cannot be expressed. */
    @Nullable
    Symbol times(Number factor);
}
