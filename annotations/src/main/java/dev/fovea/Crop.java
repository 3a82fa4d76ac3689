package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Removes units around a map. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Crop {
    /** Units removed: one entry, one per axis, or two per axis (all begins, then all ends). */
    int[] padding();

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
