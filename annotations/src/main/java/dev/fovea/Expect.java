package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Pins computed figures: a mismatch is a compiler error. {@code {}} and 0 pin nothing; an array has one entry for every
 * axis or one per axis.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@Repeatable(Expect.List.class)
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

    /** Trained parameters; on a class or method without {@link #layer()}: of the whole network. */
    long parameters() default 0;

    /** Multiply-adds; on a class or method without {@link #layer()}: of the whole network. */
    long macs() default 0;

    /** Input pixels that a tile carries before its block ({@code alignedBefore} in the report). */
    int[] before() default {};

    /** Input pixels that a tile carries after its block ({@code alignedAfter} in the report). */
    int[] after() default {};

    /** How many input samples must have come, from the first that a unit stands for, before it can be computed. */
    int[] latency() default {};

    /**
     * On a merge: how many input pixels the mean centre of its last input lies after that of its first (negative: before), as an
     * integer or a fraction such as {@code "1/2"}. A stated offset is intended: no rule warns about it.
     */
    String[] offset() default {};

    /** On a class or method: the name of the layer meant, as in the report. */
    String layer() default "";

    /** Several on one declaration. */
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
    @interface List {
        /** In the order in which they are written. */
        Expect[] value();
    }
}
