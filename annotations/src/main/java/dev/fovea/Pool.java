package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A pooling layer. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Pool {
    /** Kernel size in units of the input, at least 1. */
    int[] kernel();

    /** Stride in units of the input, at least 1; default: the kernel. */
    int[] stride() default {};

    /** Zero padding in units of the input, or a constant of {@link Padding}. */
    int[] padding() default 0;

    /** Dilation rate: the distance between taps in units of the input, at least 1. */
    int[] rate() default 1;

    /** What is kept of the window. */
    PoolType type() default PoolType.MAX;

    /** Whether the output extent is rounded up; the last window still starts inside the input or its begin padding. */
    boolean ceilMode() default false;

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
