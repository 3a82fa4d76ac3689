package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A fully connected layer: flattens its input, so that its receptive field is the whole input. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Linear {
    /** Number of output channels. */
    int out();

    /** Whether each output channel has a bias parameter. */
    boolean bias() default true;

    /** Activation of the output. No effect on the receptive field. */
    Activation activation() default Activation.NONE;

    /** Name of an earlier layer with the same attributes whose weights this one shares; parameters count once. */
    String shared() default "";

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
