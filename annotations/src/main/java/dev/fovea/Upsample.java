package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Resamples a map; exactly one of {@link #scale}, {@link #size} and {@link #to} is stated. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Upsample {
    /** Integer factor. */
    int[] scale() default {};

    /** Extents of the output. */
    int[] size() default {};

    /** Name of an earlier layer whose extents the output takes. */
    String to() default "";

    /** The interpolation. */
    UpsampleMode mode() default UpsampleMode.NEAREST;

    /**
     * Whether the centres of the corner units of input and output coincide, which makes a {@link UpsampleMode#LINEAR}
     * map's fields non-uniform; only for {@code LINEAR}.
     */
    boolean alignCorners() default false;

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
