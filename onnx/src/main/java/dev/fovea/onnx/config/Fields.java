package dev.fovea.onnx.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fovea.onnx.read.NotRead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads values of a layer's configuration. */
final class Fields {
    private Fields() {}

    /** The simple name of the class that an object says that it is. */
    static String type(JsonNode object) {
        String name = object.path("@class").asText("");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    static long number(JsonNode object, String field, long fallback) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return fallback;
        }
        return number(value, field);
    }

    private static long number(JsonNode value, String field) {
        boolean whole = value.isIntegralNumber() && value.canConvertToInt()
                || value.isNumber()
                        && value.asDouble() == Math.rint(value.asDouble())
                        && Math.abs(value.asDouble()) < 1 << 30;
        if (!whole) {
            throw new NotRead("its %s is not a whole number".formatted(field));
        }
        return value.asLong();
    }

    /** A number that must be there and positive. */
    static long positive(JsonNode object, String field) {
        long value = number(object, field, 0);
        if (value < 1) {
            throw new NotRead(
                    "its %s is %s".formatted(field, object.path(field).isMissingNode() ? "not stated" : value));
        }
        return value;
    }

    /** One number for every axis, or a list that may be an object with its items. */
    static List<Long> numbers(JsonNode object, String field, int count, long fallback) {
        JsonNode value = unwrapped(object.path(field));
        if (value.isMissingNode() || value.isNull()) {
            return Collections.nCopies(count, fallback);
        }
        if (!value.isArray()) {
            return Collections.nCopies(count, number(value, field));
        }
        List<Long> numbers = new ArrayList<>();
        for (JsonNode entry : value) {
            numbers.add(number(entry, field));
        }
        if (numbers.size() < count) {
            throw new NotRead("its %s has %s entries for %s axes".formatted(field, numbers.size(), count));
        }
        return numbers.subList(0, count);
    }

    /** Tuples are written as objects by some versions. */
    static JsonNode unwrapped(JsonNode value) {
        return value.isObject() && value.has("items") ? value.path("items") : value;
    }
}
