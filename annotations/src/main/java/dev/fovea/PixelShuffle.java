package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Moves {@code factor²} (on three axes {@code factor³}) channels into space (Shi et al. 2016). */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface PixelShuffle {
    /** The factor by which every extent grows, at least 1. */
    int factor();

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
