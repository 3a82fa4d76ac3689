package dev.fovea.report;

import dev.fovea.internal.JsonWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A JSON value that knows its place in the document, so that an error can name it.
 *
 * <p>All accessors throw {@link IllegalArgumentException} where the value is of another type.
 *
 * @param parent the object or list that holds it; null for the document
 * @param key a property's name, or an index
 * @param value as {@link JsonReader} returns it; null where absent, too
 */
record JsonNode(JsonNode parent, Object key, Object value) {
    static JsonNode document(Object value) {
        return new JsonNode(null, "", value);
    }

    JsonNode get(String name) {
        return new JsonNode(this, name, object().get(name));
    }

    String string() {
        return as(String.class, "a string");
    }

    long integer() {
        return as(Long.class, "an integer");
    }

    int smallInteger() {
        long integer = integer();
        if ((int) integer != integer) {
            throw error("a 32-bit integer");
        }
        return (int) integer;
    }

    boolean bool() {
        return as(Boolean.class, "true or false");
    }

    BigDecimal figure() {
        return value instanceof Long integer ? BigDecimal.valueOf(integer) : as(BigDecimal.class, "a number");
    }

    Rational rational() {
        if (value instanceof Long integer) {
            return Rational.of(integer);
        }
        String notation = as(String.class, "an integer or a fraction");
        try {
            return Rational.parse(notation);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path() + ": " + e.getMessage(), e);
        }
    }

    OptionalLong known() {
        return value == null ? OptionalLong.empty() : OptionalLong.of(integer());
    }

    <T> Optional<T> optional(Function<JsonNode, T> type) {
        return value == null ? Optional.empty() : Optional.of(type.apply(this));
    }

    <T> List<T> list(Function<JsonNode, T> type) {
        List<?> values = as(List.class, "a list");
        List<T> list = new ArrayList<>(values.size());
        for (Object item : values) {
            list.add(type.apply(new JsonNode(this, list.size(), item)));
        }
        return list;
    }

    <T> List<T> listOrEmpty(Function<JsonNode, T> type) {
        return value == null ? List.of() : list(type);
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        object().forEach((name, property) -> properties.put((String) name, property));
        return properties;
    }

    private Map<?, ?> object() {
        return as(Map.class, "an object");
    }

    IllegalArgumentException error(String expected) {
        return new IllegalArgumentException(path() + ": expected " + expected + ", found " + found());
    }

    private <T> T as(Class<T> type, String expected) {
        if (!type.isInstance(value)) {
            throw error(expected);
        }
        return type.cast(value);
    }

    private String found() {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof Map) {
            return "an object";
        }
        return value instanceof List ? "a list" : JsonWriter.write(value).strip();
    }

    private String path() {
        if (parent == null) {
            return "report";
        }
        return parent.path() + (key instanceof Integer ? "[" + key + "]" : "." + key);
    }
}
