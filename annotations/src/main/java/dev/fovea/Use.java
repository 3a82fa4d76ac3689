package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Instantiates a {@link Block}, once or several times in a chain. Its layers are reported as {@code use.layer}, with
 * repetitions as {@code use[i].layer}; the member's own name stands for the output of the last repetition.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Use {
    /** The block, a class annotated with {@link Block}. */
    Class<?> block();

    /** Number of repetitions, at least 1. */
    int repeat() default 1;

    /** What {@link Param#WIDTH} stands for; 0 = unknown. */
    int width() default 0;

    /** What {@link Param#OUT} stands for; 0 = unknown. */
    int out() default 0;

    /** What {@link Param#KERNEL} stands for: one entry for every axis or one per axis; {@code {}} = 1. */
    int[] kernel() default {};

    /** What {@link Param#STRIDE} stands for in the first repetition. */
    int[] stride() default 1;

    /**
     * What {@link Param#RATE} stands for: one entry for all repetitions or one for each. {@code {}} = 1, not stated: then
     * a {@link Dilated} layer of that rate counts as a plain convolution.
     */
    int[] rate() default {};

    /** What {@link Param#GROUPS} stands for. */
    int groups() default 1;

    /** What {@link Param#SQUEEZE} stands for; 0 = unknown. */
    int squeeze() default 0;

    /** What {@link Param#ARG0} to {@link Param#ARG15} stand for, in this order. */
    int[] args() default {};

    /** Name of an earlier {@code @Use} of equal attributes whose weights this one uses too; parameters count once. */
    String shared() default "";

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
