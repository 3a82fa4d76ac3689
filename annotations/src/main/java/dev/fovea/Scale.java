package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A trained factor per channel (layer scale, Touvron et al. 2021): one parameter per channel. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Scale {
    /** Name of an earlier layer with the same attributes whose weights this one shares; parameters count once. */
    String shared() default "";

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
