package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The product of maps; broadcasts an input whose extents are all 1, or that has one channel (gates). */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Multiply {
    /** The layers read, by name; two or more. */
    String[] from() default {};
}
