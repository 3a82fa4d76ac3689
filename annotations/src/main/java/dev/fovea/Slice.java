package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Keeps a range of channels. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Slice {
    /** First channel kept, 0-based. */
    int begin();

    /** Channel after the last one kept. */
    int end();

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
