package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A normalisation of its own. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Normalize {
    /** The kind of normalisation. */
    Norm value() default Norm.BATCH;

    /** The layer read, by name; default: the layer declared before. */
    String[] from() default {};
}
