package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a shortcut to the main path (He et al. 2016). Where channels are known to differ, or the ratio of the jumps is an
 * integer above 1, the shortcut goes through a 1×1 convolution of that stride with batch normalisation and without
 * bias, reported as {@code <name>.projection}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Residual {
    /** Activation of the sum. No effect on the receptive field. */
    Activation activation() default Activation.NONE;

    /** The main path, by name; default: the preceding layer. */
    String[] from() default {};

    /** The layer whose output is added, by name. */
    String shortcut();
}
