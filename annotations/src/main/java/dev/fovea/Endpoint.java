package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a feature map that a head reads. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Endpoint {
    /** The name, unique in the model. */
    String value();
}
