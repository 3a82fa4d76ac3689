package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A recurrent layer that runs along one axis: every unit reads the whole input along it, and one position along the
 * others. The cell is not stated, so that parameters and multiply-adds are unknown.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Recurrent {
    /** The axis along which it runs, counted from 0. */
    int axis() default 0;

    /** Number of output channels of one direction. */
    int units();

    /** Whether a second layer runs the other way; the outputs are concatenated. */
    boolean bidirectional() default false;

    /** Name of an earlier layer with the same attributes whose weights this one shares; parameters count once. */
    String shared() default "";

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
