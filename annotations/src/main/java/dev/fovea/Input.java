package dev.fovea;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The shape of a network's input; used inside {@link Network}. */
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Input {
    /** Number of spatial axes: 1 (sequence), 2 (image: height, width) or 3 (volume: depth, height, width). */
    int axes() default 2;

    /** Number of channels; 0 = unknown. */
    int channels() default 0;

    /** Extents in pixels: one entry for every axis or one per axis; {@code {}} or an entry 0 = unknown. */
    int[] size() default {};
}
