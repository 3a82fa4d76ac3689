package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Max unpooling (Zeiler et al. 2010): a pooled unit is put back where its maximum came from. Unit o reads unit
 * {@code floor(o / kernel)} of its input and, through the indices, what that unit of the pooling layer reads; the report flags
 * it as data-dependent. Its extents are those of the pooling layer's input.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Unpool {
    /** Name of the earlier {@link Pool} whose indices are used; its kernel equals its stride. */
    String of();

    /** The layer read, by name; default: the preceding layer. */
    String[] from() default {};
}
