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

    /** The layer read, by name; default: the layer declared before. */
    String[] from() default {};
}
