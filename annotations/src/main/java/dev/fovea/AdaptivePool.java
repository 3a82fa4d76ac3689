package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Pools to a given extent {@code n}: unit {@code i} reads {@code floor(i·H/n)} to {@code ceil((i+1)·H/n) - 1}. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface AdaptivePool {
    /** Extents of the output: one entry for every axis or one per axis. */
    int[] size();

    /** What is kept of a window. */
    PoolType type() default PoolType.AVERAGE;

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
