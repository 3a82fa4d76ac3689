package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the sizes of the objects, in input pixels, that the feature map must represent. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Detects {
    /** Smallest object. */
    int min();

    /** Largest object. */
    int max();
}
