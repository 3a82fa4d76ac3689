package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Pins computed figures: a mismatch is a compiler error. {@code {}} and 0 pin nothing; an array has one entry for every
 * axis or one per axis.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Expect {
    /** Receptive field size in input pixels. */
    int[] size() default {};

    /** Jump in input pixels, as an integer or a fraction such as {@code "1/2"}. */
    String[] jump() default {};

    /** First pixel of the field of unit 0, as an integer or a fraction; negative inside the padding. */
    String[] start() default {};

    /** Extents of the output in units. */
    int[] extents() default {};

    /** Output channels. */
    int channels() default 0;
}
