package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Local response normalisation over neighbouring channels of one position (Krizhevsky et al. 2012). */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface LocalResponseNorm {
    /** Number of neighbouring channels, at least 1. */
    int value() default 5;

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
