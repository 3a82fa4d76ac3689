package dev.fovea.core.resolve;

import dev.fovea.core.network.Operation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes declarations for front ends that have no annotations to read: of each layer they state what they know, and the
 * annotation's own defaults stand for the rest.
 */
public final class DeclarationFactory {
    private final Map<String, Map<String, Optional<Object>>> attributes = new HashMap<>();

    /**
     * A layer without acceptances and annotations beside it.
     *
     * @param annotation simple name of the layer annotation
     * @param stated attribute values, in the form that {@link Declaration} describes
     * @throws IllegalArgumentException if there is no such annotation or attribute, or a required attribute is missing
     */
    public Declaration layer(String name, String annotation, Map<String, Object> stated) {
        Operation operation = Operation.annotated(annotation)
                .orElseThrow(() -> new IllegalArgumentException("@%s makes no layer".formatted(annotation)));
        return new Declaration(name, operation, values(annotation, stated), Map.of());
    }

    /**
     * The values of all attributes of an annotation, those stated before its defaults.
     *
     * @throws IllegalArgumentException if there is no such annotation or attribute, or a required attribute is missing
     */
    public Map<String, Object> values(String annotation, Map<String, Object> stated) {
        Map<String, Optional<Object>> defaults = attributes(annotation);
        if (!defaults.keySet().containsAll(stated.keySet())) {
            throw new IllegalArgumentException("@%s has not all of %s".formatted(annotation, stated.keySet()));
        }
        Map<String, Object> values = new TreeMap<>(stated);
        defaults.forEach((attribute, value) -> values.computeIfAbsent(
                attribute,
                missing -> value.orElseThrow(() ->
                        new IllegalArgumentException("@%s needs a value for %s".formatted(annotation, missing)))));
        return Collections.unmodifiableMap(values);
    }

    /** The attributes of an annotation and their defaults; those without one must be stated. */
    public Map<String, Optional<Object>> attributes(String annotation) {
        Map<String, Optional<Object>> known = attributes.get(annotation);
        if (known == null) {
            known = new TreeMap<>();
            for (Method attribute : type(annotation).getDeclaredMethods()) {
                known.put(
                        attribute.getName(),
                        Optional.ofNullable(attribute.getDefaultValue()).map(DeclarationFactory::plain));
            }
            attributes.put(annotation, known);
        }
        return Collections.unmodifiableMap(known);
    }

    private static Class<?> type(String annotation) {
        try {
            return Class.forName("dev.fovea." + annotation);
        } catch (ClassNotFoundException unknown) {
            throw new IllegalArgumentException("there is no annotation @" + annotation, unknown);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof int[] numbers) {
            List<Object> entries = new ArrayList<>();
            for (int number : numbers) {
                entries.add((long) number);
            }
            return entries;
        }
        if (value instanceof Object[] entries) {
            return List.of(entries).stream().map(DeclarationFactory::plain).toList();
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }
}
