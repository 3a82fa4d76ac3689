package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the sizes of the objects, in input pixels, that the feature map must represent. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@Repeatable(Detects.List.class)
public @interface Detects {
    /** Smallest object. */
    int min();

    /** Largest object. */
    int max();

    /** On a class or method: the name of the layer meant, as in the report. */
    String layer() default "";

    /** Several on one declaration. */
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
    @interface List {
        /** In the order in which they are written. */
        Detects[] value();
    }
}
