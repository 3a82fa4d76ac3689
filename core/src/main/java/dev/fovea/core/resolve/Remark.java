package dev.fovea.core.resolve;

import java.util.Map;
import java.util.Optional;

/**
 * An annotation on a model as a whole that speaks of one of its layers, or of all of them: {@code Accept}, {@code
 * Endpoint}, {@code Expect}, {@code Detects}.
 *
 * @param annotation simple name
 * @param key the name that places give it: the simple name and what distinguishes it from others
 * @param layer the layer meant, by its name in the report; empty = the network
 * @param values all attributes
 */
public record Remark(String annotation, String key, Optional<String> layer, Map<String, Object> values) {}
