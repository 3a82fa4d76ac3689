package dev.fovea.djl;

import ai.djl.ndarray.types.Shape;
import dev.fovea.report.LayerReport;
import java.util.List;
import java.util.Map;

/**
 * The attributes of a layer.
 *
 * @param layer the layer they belong to, which messages name
 * @param constants numbers that no attribute has, where they are not the default
 */
record Values(LayerReport layer, Map<String, Double> constants) {
    float constant(String name, double otherwise) {
        return constants.getOrDefault(name, otherwise).floatValue();
    }

    boolean has(String attribute) {
        return layer.attributes().containsKey(attribute);
    }

    int number(String attribute) {
        return Math.toIntExact((Long) value(attribute));
    }

    /** A number that may have a fraction. */
    float decimal(String attribute) {
        return ((Number) value(attribute)).floatValue();
    }

    boolean flag(String attribute) {
        return (Boolean) value(attribute);
    }

    String text(String attribute) {
        return (String) value(attribute);
    }

    /** One entry per axis. */
    long[] perAxis(String attribute) {
        return ((List<?>) value(attribute))
                .stream().mapToLong(entry -> (Long) entry).toArray();
    }

    Shape shape(String attribute) {
        return new Shape(perAxis(attribute));
    }

    /** What padding is filled with. */
    String borders() {
        return has("borders") ? text("borders") : "ZEROS";
    }

    Border padding() {
        return Border.of(perAxis("padding"));
    }

    private Object value(String attribute) {
        Object value = layer.attributes().get(attribute);
        if (value == null) {
            throw new IllegalArgumentException(
                    "the report does not know %s of %s (%s), so the layer cannot be built; state the input's size and channels, and out of every convolution"
                            .formatted(attribute, layer.name(), layer.op()));
        }
        return value;
    }
}
