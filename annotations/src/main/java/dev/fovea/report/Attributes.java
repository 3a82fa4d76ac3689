package dev.fovea.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The values a layer's attributes may have, each in one form only: a report equals what is read back from its JSON. */
final class Attributes {
    private Attributes() {}

    static Map<String, Object> copy(Map<String, Object> attributes) {
        Map<String, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            String name = Objects.requireNonNull(attribute.getKey());
            copy.put(name, normal(name, attribute.getValue()));
        }
        return Collections.unmodifiableMap(copy);
    }

    private static Object normal(String name, Object value) {
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            for (Object item : list) {
                copy.add(normal(name, item));
            }
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof BigDecimal figure) {
            return normal(figure);
        }
        if (value instanceof Long || value instanceof Boolean || value instanceof String) {
            return value;
        }
        String type = value == null ? "null" : value.getClass().getName();
        throw new IllegalArgumentException("attribute " + name + ": unexpected " + type);
    }

    /** JSON does not tell 2 from 2.0, so whole numbers are always longs. */
    private static Object normal(BigDecimal figure) {
        BigDecimal normal = Figures.normal(figure);
        boolean whole = normal.scale() == 0 && normal.toBigInteger().bitLength() < Long.SIZE;
        return whole ? (Object) normal.longValueExact() : normal;
    }
}
