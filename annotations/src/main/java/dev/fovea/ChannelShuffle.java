package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Interleaves the channels of groups (Zhang et al. 2018); leaves the receptive field alone. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ChannelShuffle {
    /** Number of groups, a divisor of the channels. */
    int groups();

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
