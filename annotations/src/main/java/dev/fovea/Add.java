package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The sum of maps of equal shape. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Add {
    /** Activation of the output. No effect on the receptive field. */
    Activation activation() default Activation.NONE;

    /** The layers read, by name; two or more. */
    String[] from() default {};
}
