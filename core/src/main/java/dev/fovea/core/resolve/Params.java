package dev.fovea.core.resolve;

import dev.fovea.Groups;
import dev.fovea.Param;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** The defaults of {@code @Use}. */
    static final Params DEFAULTS = new Params(
            Map.of(
                    (long) Param.WIDTH, List.of(0L),
                    (long) Param.OUT, List.of(0L),
                    (long) Param.KERNEL, List.of(1L),
                    (long) Param.STRIDE, List.of(1L),
                    (long) Param.RATE, List.of(1L),
                    (long) Param.GROUPS, List.of(1L),
                    (long) Param.SQUEEZE, List.of(0L)),
            false);

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
        return value instanceof Long number ? Optional.ofNullable(ATTRIBUTES.get(number)) : Optional.empty();
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
                        && rates.contains((long) Param.RATE));
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
                    result.addAll(values.get(number));
                } else {
                    result.add(entry);
                }
            }
            return result;
        }
        List<Long> numbers = value instanceof Long number ? values.getOrDefault(number, List.of()) : List.of();
        // Only @Use and the channels of a convolution know 0 as "unknown".
        boolean zeroIsUnknown = declaration.isUse()
                || attribute.equals("out") && !declaration.operation().statesOut();
        if (numbers.equals(List.of(0L)) && !zeroIsUnknown) {
            return Attributes.UNSTATED;
        }
        return numbers.size() == 1 ? numbers.get(0) : value;
    }
}
