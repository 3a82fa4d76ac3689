package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Silences rules on a layer, or on a whole model definition, and says why.
 *
 * <p>The accepted findings stay in the report. Unlike {@link SuppressWarnings} it is visible in class files.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@Repeatable(Accept.List.class)
public @interface Accept {
    /** Names of the accepted rules. */
    String[] value();

    /** Why the finding is acceptable; must not be empty. */
    String reason();

    /** On a class or method: the name of the layer meant, as in the report; default: the whole model. */
    String layer() default "";

    /** Several on one declaration. */
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
    @interface List {
        /** In the order in which they are written. */
        Accept[] value();
    }
}
