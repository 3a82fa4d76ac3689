package dev.fovea.processor.code.eval;

import org.jspecify.annotations.Nullable;

/**
 * An argument of a call.
 *
 * @param code the expression that has this value
 */
public record Argument(@Nullable Object value, Code code) {}
