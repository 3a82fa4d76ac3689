package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Squeeze-and-excitation (Hu et al. 2018): scales channels by a gate that reads the whole map. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface SqueezeExcite {
    /** Channels of the gate's bottleneck. */
    int squeeze();

    /** Activation between the gate's two layers. No effect on the receptive field. */
    Activation activation() default Activation.NONE;

    /** Activation that makes the gate: {@link Activation#SIGMOID} as published, or one like it. */
    Activation gate() default Activation.SIGMOID;

    /** Name of an earlier layer with the same attributes whose weights this one shares; parameters count once. */
    String shared() default "";

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
