package dev.fovea;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a model definition that others instantiate with {@link Use}.
 *
 * <p>Its input is {@link Network#INPUT}, its output the last layer. Attributes may take the constants of {@link Param}.
 * It gets a report of its own, with unknown input and the defaults of {@link Use}; a {@link Network} beside it states the
 * number of axes of that report.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Block {}
