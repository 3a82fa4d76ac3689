package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Silences rules on a layer, or on a whole model definition, and says why.
 *
 * <p>The accepted findings stay in the report. Unlike {@link SuppressWarnings} it is visible in class files.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Accept {
    /** Names of the accepted rules. */
    String[] value();

    /** Why the finding is acceptable; must not be empty. */
    String reason();
}
