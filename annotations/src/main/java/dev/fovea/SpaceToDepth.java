package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Moves space into channels, the inverse of {@link PixelShuffle}: a unit reads a window of {@code factor} units along
 * each axis, and channels grow by {@code factor²} (on one axis {@code factor}, on three {@code factor³}).
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface SpaceToDepth {
    /** The factor by which every extent shrinks, at least 1; it divides the extents. */
    int factor();

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
