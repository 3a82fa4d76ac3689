package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * States what a model definition reads, and how strictly its dilation rates are judged.
 *
 * <p>Optional on classes and enums, required on records. Without it the network is two-dimensional with unknown input
 * size and channels; figures that need them are absent from the report.
 *
 * <p>On a method without parameters that builds a network, the method's source is the model definition.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Network {
    /** The name by which {@code from} and {@code shortcut} refer to the network's input. */
    String INPUT = "<input>";

    /** Axes, channels and extents of the input. */
    Input input() default @Input;

    /** Object sizes, in input pixels, that the network's endpoints must be able to represent. */
    int[] objectSizes() default {};

    /** How the classical rule {@code M2 <= K} is enforced; a stated value beats the option {@code fovea.hdc}. */
    Hdc hdc() default Hdc.STRICT;
}
