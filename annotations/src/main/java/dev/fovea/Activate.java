package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An activation as a layer of its own; the receptive field is unchanged. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Activate {
    /** What is applied to each number. */
    Activation value();

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
