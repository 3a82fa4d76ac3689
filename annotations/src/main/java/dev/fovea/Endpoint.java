package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a feature map that a head reads. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@Repeatable(Endpoint.List.class)
public @interface Endpoint {
    /** The name, unique in the model. */
    String value();

    /** On a class or method: the name of the layer meant, as in the report. */
    String layer() default "";

    /** Several on one declaration. */
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
    @interface List {
        /** In the order in which they are written. */
        Endpoint[] value();
    }
}
