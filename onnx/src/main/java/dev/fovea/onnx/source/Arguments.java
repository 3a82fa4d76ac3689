package dev.fovea.onnx.source;

import dev.fovea.Param;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which numbers of repeated parts are arguments.
 *
 * @param placeholders for each number of the part, the placeholder in its place, or the number itself
 * @param values by placeholder, the value in each repetition
 */
record Arguments(List<Long> placeholders, Map<Long, List<Long>> values) {
    static final long RATE = Param.RATE;
    static final long STRIDE = Param.STRIDE;
    private static final List<Integer> NAMED = List.of(Param.WIDTH, Param.OUT, Param.SQUEEZE);
    /** Attributes that may be 0: where a block is judged by itself, these arguments are 0. */
    private static final Set<String> CHANNELS = Set.of("out", "squeeze");

    private static final List<Integer> NUMBERED = List.of(
            Param.ARG0,
            Param.ARG1,
            Param.ARG2,
            Param.ARG3,
            Param.ARG4,
            Param.ARG5,
            Param.ARG6,
            Param.ARG7,
            Param.ARG8,
            Param.ARG9,
            Param.ARG10,
            Param.ARG11,
            Param.ARG12,
            Param.ARG13,
            Param.ARG14,
            Param.ARG15);

    /** The arguments of parts that are alike; empty if there are too many. */
    static Optional<Arguments> of(List<Row> rows, List<Part> parts) {
        List<List<Long>> columns = new ArrayList<>();
        List<String> attributes = new ArrayList<>();
        for (Part part : parts) {
            int column = 0;
            for (int i = part.begin(); i < part.end(); i++) {
                for (Row.PlacedNumber place : rows.get(i).places()) {
                    if (columns.size() <= column) {
                        columns.add(new ArrayList<>());
                        attributes.add(place.attribute());
                    }
                    columns.get(column++).add(place.number());
                }
            }
        }
        Map<List<Long>, Set<String>> varying = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (new HashSet<>(columns.get(i)).size() > 1) {
                varying.computeIfAbsent(columns.get(i), key -> new HashSet<>()).add(attributes.get(i));
            }
        }
        Optional<Map<List<Long>, Long>> named = names(varying);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        List<Long> placeholders = new ArrayList<>();
        for (List<Long> column : columns) {
            placeholders.add(named.get().getOrDefault(column, column.get(0)));
        }
        Map<Long, List<Long>> values = new LinkedHashMap<>();
        named.get().forEach((column, placeholder) -> values.put(placeholder, List.copyOf(column)));
        return Optional.of(new Arguments(List.copyOf(placeholders), values));
    }

    private static Optional<Map<List<Long>, Long>> names(Map<List<Long>, Set<String>> varying) {
        Map<List<Long>, Long> names = new LinkedHashMap<>();
        List<List<Long>> rest = new ArrayList<>();
        varying.forEach((column, attributes) -> {
            boolean positive = Collections.min(column) > 0;
            if (attributes.contains("rate") && positive && !names.containsValue(RATE)) {
                names.put(column, RATE);
            } else if (attributes.equals(Set.of("stride")) && positive && !names.containsValue(STRIDE)) {
                names.put(column, STRIDE);
            } else {
                rest.add(column);
            }
        });
        boolean few = rest.size() <= NAMED.size()
                && rest.stream()
                        .allMatch(column -> Collections.min(column) > 0
                                && CHANNELS.containsAll(varying.getOrDefault(column, Set.of())));
        List<Integer> free = few ? NAMED : NUMBERED;
        if (rest.size() > free.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < rest.size(); i++) {
            names.put(rest.get(i), (long) free.get(i));
        }
        return Optional.of(names);
    }

    /** True if the second part can be a repetition of the use that begins with the first. */
    boolean continues(int first, int second) {
        for (Map.Entry<Long, List<Long>> value : values.entrySet()) {
            long placeholder = value.getKey();
            boolean fits = placeholder == RATE
                    || (placeholder == STRIDE
                            ? value.getValue().get(second) == 1
                            : value.getValue()
                                    .get(first)
                                    .equals(value.getValue().get(second)));
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
