package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Dropout (Srivastava et al. 2014): no effect on the receptive field, none at inference. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Dropout {
    /** The share of numbers that training sets to 0, from 0 to 1. */
    double value() default 0.5;

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
