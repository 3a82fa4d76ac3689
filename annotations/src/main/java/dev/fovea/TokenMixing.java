package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A matrix over the positions of a map, the same for each channel (MLP-Mixer, Tolstikhin et al. 2021; ResMLP, Touvron et
 * al. 2021): every unit reads the whole map.
 *
 * <p>A map of P positions takes one P×P matrix, or one to {@code hidden} values and one back. The matrices fit one P only:
 * the network takes inputs of one extent.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface TokenMixing {
    /** Values between the two matrices; 0 = one matrix. */
    int hidden() default 0;

    /** Whether the results of each matrix have biases, one for each position or hidden value. */
    boolean bias() default true;

    /** Activation between the two matrices, or after the only one. No effect on the receptive field. */
    Activation activation() default Activation.NONE;

    /** Name of an earlier layer with the same attributes whose weights this one shares; parameters count once. */
    String shared() default "";

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
