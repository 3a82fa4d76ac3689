package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Adds units around a map. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Pad {
    /** Units added: one entry, one per axis, or two per axis (all begins, then all ends). */
    int[] padding();

    /** What the padding is filled with. */
    Borders borders() default Borders.ZEROS;

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
