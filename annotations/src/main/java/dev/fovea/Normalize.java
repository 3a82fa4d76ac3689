package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A normalisation as a layer of its own. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Normalize {
    /** The kind of normalisation. */
    Norm value() default Norm.BATCH;

    /** Activation after the normalisation. No effect on the receptive field. */
    Activation activation() default Activation.NONE;

    /** Name of an earlier layer with the same attributes whose weights this one shares; parameters count once. */
    String shared() default "";

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
