package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A transposed convolution (Dumoulin &amp; Visin 2016, section 4). */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface TransposedConv {
    /** Kernel size in units of the input, at least 1. */
    int[] kernel();

    /** Stride in units of the input, at least 1. */
    int[] stride() default 1;

    /** Zero padding in units of the input, or a constant of {@link Padding}. */
    int[] padding() default 0;

    /** Number of output channels; 0 = unknown. */
    int out() default 0;

    /** Number of channel groups, a divisor of the input and output channels; or {@link Groups#DEPTHWISE}. */
    int groups() default 1;

    /** Whether each output channel has a bias parameter. */
    boolean bias() default true;

    /** Normalisation after the convolution. */
    Norm norm() default Norm.NONE;

    /** Dilation rate: the distance between taps in units of the input, at least 1. */
    int[] rate() default 1;

    /** Units added at the end of the output, less than the stride or the rate. */
    int[] outputPadding() default 0;

    /** Activation of the output; after the normalisation, where there is one. No effect on the receptive field. */
    Activation activation() default Activation.NONE;

    /** Name of an earlier layer with the same attributes whose weights this one shares; parameters count once. */
    String shared() default "";

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
