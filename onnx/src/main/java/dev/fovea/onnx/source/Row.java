package dev.fovea.onnx.source;

import dev.fovea.core.resolve.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer with what it reads as indices.
 *
 * @param sources indices of the layers read; -1 = the network's input
 * @param target index of the layer whose extents it takes, or {@link #NONE}
 */
record Row(Declaration declaration, List<Integer> sources, int target) {
    static final int NONE = Integer.MIN_VALUE;

    private static final List<String> REFERENCES = List.of("to", "shortcut", "of");

    /** All layers of a model. */
    static List<Row> of(List<Declaration> layers) {
        Map<String, Integer> indices = new HashMap<>();
        indices.put(dev.fovea.Network.INPUT, -1);
        List<Row> rows = new ArrayList<>();
        for (Declaration layer : layers) {
            List<Integer> sources = new ArrayList<>();
            for (Object from : (List<?>) layer.values().getOrDefault("from", List.of())) {
                sources.add(indices.get(from));
            }
            String attribute = reference(layer);
            rows.add(new Row(
                    layer,
                    sources,
                    attribute.isEmpty() ? NONE : indices.get(layer.values().get(attribute))));
            indices.put(layer.name(), rows.size() - 1);
        }
        return rows;
    }

    /** The attribute that names another layer beside {@code from}; empty where there is none. */
    String reference() {
        return reference(declaration);
    }

    private static String reference(Declaration layer) {
        return REFERENCES.stream()
                .filter(attribute -> !"".equals(layer.values().getOrDefault(attribute, "")))
                .findFirst()
                .orElse("");
    }

    /** The layer whose weights it has; empty where it has its own. */
    String shared() {
        return (String) declaration.values().getOrDefault("shared", "");
    }

    boolean isEnd() {
        return declaration.beside().containsKey("Endpoint");
    }

    /** What must be alike in repeated parts: all but numbers, sources relative to the part's first layer. */
    String form(int begin) {
        StringBuilder form = new StringBuilder(declaration.annotation());
        for (int source : sources) {
            form.append(source < begin ? " in" : " " + (source - begin));
        }
        form.append(target == NONE ? "" : target < begin ? " to in" : " to " + (target - begin));
        declaration.values().forEach((attribute, value) -> {
            if (!attribute.equals("from") && !attribute.equals(reference())) {
                form.append(' ').append(attribute).append(form(value));
            }
        });
        return form.toString();
    }

    private static String form(Object value) {
        return value instanceof Long
                ? "#"
                : value instanceof List<?> entries && !entries.isEmpty() && entries.get(0) instanceof Long
                        ? "#" + entries.size()
                        : "=" + value;
    }

    /** All numbers of its attributes, in a fixed order. */
    List<Long> numbers() {
        List<Long> numbers = new ArrayList<>();
        places().forEach(place -> numbers.add(place.number()));
        return numbers;
    }

    /** A number and the attribute that it stands in. */
    record PlacedNumber(String attribute, long number) {}

    List<PlacedNumber> places() {
        List<PlacedNumber> places = new ArrayList<>();
        declaration.values().forEach((attribute, value) -> {
            if (value instanceof Long number) {
                places.add(new PlacedNumber(attribute, number));
            } else if (value instanceof List<?> entries) {
                for (Object entry : entries) {
                    if (entry instanceof Long number) {
                        places.add(new PlacedNumber(attribute, number));
                    }
                }
            }
        });
        return places;
    }

    /** The attributes with other numbers, in the order of {@link #places()}. */
    Map<String, Object> withNumbers(List<Long> numbers) {
        Map<String, Object> values = new HashMap<>();
        int next = 0;
        for (Map.Entry<String, Object> value : declaration.values().entrySet()) {
            if (value.getValue() instanceof Long) {
                values.put(value.getKey(), numbers.get(next++));
            } else if (value.getValue() instanceof List<?> entries
                    && !entries.isEmpty()
                    && entries.get(0) instanceof Long) {
                values.put(value.getKey(), List.copyOf(numbers.subList(next, next + entries.size())));
                next += entries.size();
            } else {
                values.put(value.getKey(), value.getValue());
            }
        }
        return values;
    }
}
