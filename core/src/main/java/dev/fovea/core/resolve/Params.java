package dev.fovea.core.resolve;

import dev.fovea.Groups;
import dev.fovea.Padding;
import dev.fovea.Param;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the placeholders of a block stand for in one repetition.
 *
 * @param values by placeholder
 * @param rateStated whether the rate was stated
 */
public record Params(Map<Long, List<Long>> values, boolean rateStated) {
    private static final Map<Long, String> ATTRIBUTES = Map.of(
            (long) Param.WIDTH, "width",
            (long) Param.OUT, "out",
            (long) Param.KERNEL, "kernel",
            (long) Param.STRIDE, "stride",
            (long) Param.RATE, "rate",
            (long) Param.GROUPS, "groups",
            (long) Param.SQUEEZE, "squeeze");

    /** Attributes that may be unknown where the others are known. */
    private static final Set<String> CHANNELS =
            Set.of("out", "width", "squeeze", "groups", "begin", "end", "heads", "units", "value", "args");

    /** Placeholders of the entries of {@code args}, in their order. */
    private static final List<Long> ARGS = Stream.of(
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
                    Param.ARG15)
            .map(Integer::longValue)
            .toList();

    /** The defaults of {@code @Use}. */
    static final Params DEFAULTS = new Params(defaults(), false);

    private static Map<Long, List<Long>> defaults() {
        Map<Long, List<Long>> values = new LinkedHashMap<>(Map.of(
                (long) Param.WIDTH, List.of(0L),
                (long) Param.OUT, List.of(0L),
                (long) Param.KERNEL, List.of(1L),
                (long) Param.STRIDE, List.of(1L),
                (long) Param.RATE, List.of(1L),
                (long) Param.GROUPS, List.of(1L),
                (long) Param.SQUEEZE, List.of(0L)));
        for (Long placeholder : ARGS) {
            values.put(placeholder, List.of(Attributes.UNKNOWN));
        }
        return values;
    }

    /** Reports arguments of {@code @Use} that are out of range, used or not. */
    static void check(Attributes use) {
        use.number("width", 0);
        use.number("out", 0);
        use.number("squeeze", 0);
        if (use.raw("groups") != Groups.DEPTHWISE) {
            use.number("groups", 1);
        }
        use.entries("kernel", 1);
        use.entries("stride", 1);
        use.entries("rate", 1);
        if (use.numbers("args").size() > ARGS.size()) {
            use.invalid(
                    "args",
                    -1,
                    "args of %s has %s entries; it takes up to %s"
                            .formatted(use.subject(), use.numbers("args").size(), ARGS.size()));
        }
        for (int i = 0; i < use.numbers("args").size(); i++) {
            long value = use.numbers("args").get(i);
            if (value != Groups.DEPTHWISE
                    && value != Padding.SAME
                    && value != Padding.CAUSAL
                    && value != Attributes.UNKNOWN) {
                use.inRange("args", i, value, 0);
            }
        }
    }

    /** Reports a placeholder of a block that {@code args} has no entry for. */
    static void checkArguments(Attributes use, BlockDeclaration block) {
        int stated = use.numbers("args").size();
        for (Declaration layer : block.layers()) {
            for (Object value : layer.values().values()) {
                OptionalInt missing = entries(value).stream()
                        .mapToInt(ARGS::indexOf)
                        .filter(index -> index >= stated)
                        .findFirst();
                if (missing.isPresent()) {
                    use.invalid(
                            "args",
                            -1,
                            "args of %s has %s, but %s of %s takes Param.ARG%s; state one for each placeholder from ARG0 on"
                                    .formatted(
                                            use.subject(),
                                            stated == 1 ? "1 entry" : stated + " entries",
                                            layer.name(),
                                            block.simpleName(),
                                            missing.getAsInt()));
                    return;
                }
            }
        }
    }

    private static List<?> entries(Object value) {
        return value instanceof List<?> entries ? entries : List.of(value);
    }

    /** The values that {@code @Use} states for a repetition. */
    static Params of(Attributes use, long repetition) {
        List<Long> rates = use.isUnstated("rate") ? List.of() : use.numbers("rate");
        Map<Long, List<Long>> values = new LinkedHashMap<>(DEFAULTS.values);
        values.put((long) Param.WIDTH, List.of(use.raw("width")));
        values.put((long) Param.OUT, List.of(use.raw("out")));
        values.put((long) Param.GROUPS, List.of(use.raw("groups")));
        values.put((long) Param.SQUEEZE, List.of(use.isUnstated("squeeze") ? 0 : use.raw("squeeze")));
        if (!use.numbers("kernel").isEmpty()) {
            values.put((long) Param.KERNEL, use.numbers("kernel"));
        }
        if (repetition == 0) {
            values.put((long) Param.STRIDE, use.numbers("stride"));
        }
        for (int i = 0; i < use.numbers("args").size(); i++) {
            values.put(ARGS.get(i), List.of(use.numbers("args").get(i)));
        }
        if (!rates.isEmpty()) {
            values.put((long) Param.RATE, List.of(rates.get(rates.size() == 1 ? 0 : (int) repetition)));
        }
        return new Params(values, !rates.isEmpty());
    }

    /** The attribute of {@code @Use} that a value takes its number from; empty for a number. */
    public static Optional<String> attribute(Object value) {
        if (value instanceof List<?> entries) {
            for (Object entry : entries) {
                Optional<String> attribute = attribute(entry);
                if (attribute.isPresent()) {
                    return attribute;
                }
            }
            return Optional.empty();
        }
        if (!(value instanceof Long number)) {
            return Optional.empty();
        }
        return ARGS.contains(number) ? Optional.of("args") : Optional.ofNullable(ATTRIBUTES.get(number));
    }

    /** The entry of {@code args} that a value takes its number from; negative where it takes it from elsewhere. */
    static int entry(Object value) {
        for (Object entry : entries(value)) {
            if (attribute(entry).isPresent()) {
                return entry instanceof Long number ? ARGS.indexOf(number) : -1;
            }
        }
        return -1;
    }

    /** A value as it is typed: the placeholder by its name. */
    public static String typed(Object value) {
        int entry = entry(value);
        return entry >= 0
                ? "Param.ARG" + entry
                : attribute(value)
                        .map(attribute -> "Param." + attribute.toUpperCase(Locale.ROOT))
                        .orElse(value.toString());
    }

    /**
     * True if a value is not known, and what it decides is more than a number of channels: that happens where a block that
     * takes {@code args} is judged by itself.
     */
    static boolean areUnknown(Declaration declaration) {
        for (Map.Entry<String, Object> value : declaration.values().entrySet()) {
            if (!CHANNELS.contains(value.getKey()) && entries(value.getValue()).contains(Attributes.UNKNOWN)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The declaration with every placeholder replaced.
     *
     * @param name the expanded name
     */
    Declaration replace(Declaration declaration, String name) {
        Map<String, Object> replaced = new LinkedHashMap<>();
        for (Map.Entry<String, Object> value : declaration.values().entrySet()) {
            replaced.put(value.getKey(), replace(declaration, value.getKey(), value.getValue()));
        }
        return new Declaration(
                name,
                declaration.operation(),
                replaced,
                Map.of(),
                declaration.acceptances(),
                declaration.block(),
                !rateStated
                        && declaration.values().get("rate") instanceof List<?> rates
                        && Set.copyOf(rates).equals(Set.of((long) Param.RATE)));
    }

    /** As an entry of {@code args}, 0 would be a number: what nobody states is unknown there. */
    private List<Long> handedOn(String attribute, Long placeholder) {
        List<Long> numbers = Objects.requireNonNull(values.get(placeholder));
        boolean isOpen = attribute.equals("args") && numbers.equals(List.of(0L)) && !ARGS.contains(placeholder);
        return isOpen ? List.of(Attributes.UNKNOWN) : numbers;
    }

    private Object replace(Declaration declaration, String attribute, Object value) {
        if (value instanceof List<?> entries) {
            if (declaration.isUse()
                    && attribute.equals("rate")
                    && !rateStated
                    && entries.equals(List.of((long) Param.RATE))) {
                return List.of(Attributes.UNSTATED);
            }
            List<Object> result = new ArrayList<>();
            for (Object entry : entries) {
                if (entry instanceof Long number && values.containsKey(number)) {
                    result.addAll(handedOn(attribute, number));
                } else {
                    result.add(entry);
                }
            }
            return result;
        }
        List<Long> numbers = value instanceof Long number ? values.getOrDefault(number, List.of()) : List.of();
        // A use hands 0 on, which stands for what nobody states.
        if (numbers.equals(List.of(0L)) && !declaration.isUse() && !ARGS.contains(value)) {
            return CHANNELS.contains(attribute) ? Attributes.UNSTATED : Attributes.UNKNOWN;
        }
        return numbers.size() == 1 ? numbers.get(0) : value;
    }
}
