package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A depthwise separable convolution (Chollet 2017): a depthwise convolution, reported as {@code <name>.depthwise}, and a
 * 1×1 convolution, {@code <name>.pointwise}, which normalisation and activation follow. Where {@link #rate} is stated, the
 * depthwise layer is a member of dilation stacks.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface SeparableConv {
    /** Kernel size in units of the input, at least 1. */
    int[] kernel();

    /** Stride in units of the input, at least 1. */
    int[] stride() default 1;

    /** Zero padding in units of the input, or a constant of {@link Padding}. */
    int[] padding() default 0;

    /** What the padding is filled with. */
    Borders borders() default Borders.ZEROS;

    /** Number of output channels; 0 = unknown. */
    int out() default 0;

    /** Output channels of the depthwise convolution per input channel, at least 1. */
    int multiplier() default 1;

    /** Dilation rate: the distance between taps in units of the input, at least 1; {@code {}} = 1, not stated. */
    int[] rate() default {};

    /** Whether each output channel of both convolutions has a bias parameter. */
    boolean bias() default true;

    /** Normalisation after the pointwise convolution. */
    Norm norm() default Norm.NONE;

    /** Activation of the output; after the normalisation, where there is one. No effect on the receptive field. */
    Activation activation() default Activation.NONE;

    /** Name of an earlier layer with the same attributes whose weights this one shares; parameters count once. */
    String shared() default "";

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
