package dev.fovea.core.vectors;

import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Declarations as the reader makes them: what is stated, and the annotation's own defaults for the rest. */
public final class Declarations {
    private static final Object REQUIRED = new Object();

    private static final Map<String, Map<String, Object>> DEFAULTS = new ConcurrentHashMap<>();

    private Declarations() {}

    /** A layer; {@code stated} holds the values that differ from a default or have none. */
    public static Declaration layer(String name, String annotation, Map<String, Object> stated) {
        Map<String, Object> values = new TreeMap<>(defaults(annotation));
        if (!values.keySet().containsAll(stated.keySet())) {
            throw new IllegalArgumentException("@" + annotation + " has not all of " + stated);
        }
        values.putAll(stated);
        if (values.containsValue(REQUIRED)) {
            throw new IllegalArgumentException("@" + annotation + " requires more than " + stated);
        }
        return new Declaration(name, annotation, Collections.unmodifiableMap(values), Map.of());
    }

    /** Every attribute of an annotation with its default. */
    public static Map<String, Object> defaults(String annotation) {
        return DEFAULTS.computeIfAbsent(annotation, unused -> {
            Map<String, Object> values = new TreeMap<>();
            for (Method attribute : type(annotation).getDeclaredMethods()) {
                Object value = attribute.getDefaultValue();
                values.put(attribute.getName(), value == null ? REQUIRED : plain(value));
            }
            return values;
        });
    }

    /** A model; an empty {@code size} leaves the input's extents unknown. */
    public static ModelDeclaration model(
            String name, int axes, long channels, List<Long> size, List<Declaration> layers) {
        Map<String, Object> input = Map.of("axes", (long) axes, "channels", channels, "size", size);
        return new ModelDeclaration(name, input, Optional.empty(), List.copyOf(layers));
    }

    /** The annotation with this simple name. */
    private static Class<?> type(String annotation) {
        try {
            return Class.forName("dev.fovea." + annotation);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The type of an attribute, or of its entries. */
    public static Class<?> attributeType(String annotation, String attribute) {
        try {
            Class<?> type = type(annotation).getDeclaredMethod(attribute).getReturnType();
            return type.isArray() ? type.getComponentType() : type;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** An attribute's default in the form in which declarations hold values. */
    private static Object plain(Object value) {
        if (value instanceof int[] numbers) {
            return Arrays.stream(numbers).mapToObj(Long::valueOf).toList();
        }
        if (value instanceof String[] texts) {
            return List.of(texts);
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Boolean || value instanceof Double || value instanceof String) {
            return value;
        }
        throw new IllegalArgumentException("no attribute value: " + value);
    }
}
