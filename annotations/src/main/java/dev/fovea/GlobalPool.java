package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Pools the whole map to extent 1. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface GlobalPool {
    /** What is kept of the map. */
    PoolType type() default PoolType.AVERAGE;

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
