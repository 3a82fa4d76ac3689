package dev.fovea.processor.build;

import java.util.Map;

/**
 * A member of a model definition as its author wrote it.
 *
 * <p>Attribute values, defaults included, are {@code Long}, {@code Double}, {@code Boolean}, {@code String} (enum
 * constants by name) or a {@code List} of such.
 *
 * @param name the member's name
 * @param annotation simple name of its layer annotation
 * @param values attributes of the layer annotation
 * @param beside attributes of the annotations beside it, by simple name: {@code Endpoint}, {@code Expect}, {@code
 *     Detects}
 */
public record Declaration(
        String name, String annotation, Map<String, Object> values, Map<String, Map<String, Object>> beside) {
    /** A member whose declaration has a fault that has been reported. */
    public static Declaration broken(String name, String annotation) {
        return new Declaration(name, annotation, Map.of(), Map.of());
    }

    boolean isBroken() {
        return values.isEmpty();
    }
}
