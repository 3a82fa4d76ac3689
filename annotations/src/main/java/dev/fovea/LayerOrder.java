package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Records the declaration order of a block's layers, which not every compiler keeps in class files. Only generated. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LayerOrder {
    /** Names of the block's layers in declaration order. */
    String[] value();
}
