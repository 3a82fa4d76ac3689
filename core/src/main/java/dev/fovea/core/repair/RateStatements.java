package dev.fovea.core.repair;

import dev.fovea.core.resolve.Params;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Spells the members at which other rates are typed: {@code rate = {1, 2, 3} at layer4 and rate = 5 at head}. */
public final class RateStatements {
    /** Entries beyond which runs of equal ones are counted, not spelled out. */
    private static final int MOST_ENTRIES = 64;

    private RateStatements() {}

    /** All statements in one line. */
    public static String of(List<WrittenRate> touched, Map<WrittenRate.Place, Integer> values) {
        List<String> statements = new ArrayList<>();
        all(touched, values)
                .forEach((member, attributes) -> attributes.forEach(
                        (attribute, text) -> statements.add("%s = %s at %s".formatted(attribute, text, member))));
        return String.join(" and ", statements);
    }

    /** By member the attributes to type. */
    public static Map<String, Map<String, String>> all(
            List<WrittenRate> touched, Map<WrittenRate.Place, Integer> values) {
        Map<String, WrittenRate> changed = new LinkedHashMap<>();
        for (WrittenRate rate : touched) {
            if (values.getOrDefault(rate.place(), (int) present(rate)) != present(rate)) {
                changed.putIfAbsent(
                        rate.place().attribute() + " " + rate.place().name(), rate);
            }
        }
        Map<String, Map<String, String>> typed = new LinkedHashMap<>();
        for (WrittenRate rate : changed.values()) {
            typed.computeIfAbsent(rate.place().name(), first -> new LinkedHashMap<>())
                    .put(rate.place().attribute(), typed(rate, values));
        }
        return typed;
    }

    private static long present(WrittenRate rate) {
        List<?> entries = rate.entries();
        int entry = Math.max(0, rate.place().entry());
        return (Long) entries.get(entry < entries.size() ? entry : 0);
    }

    /** The value of one of them. */
    public static String typed(WrittenRate rate, Map<WrittenRate.Place, Integer> values) {
        List<?> entries = rate.entries();
        boolean isRate = rate.place().attribute().equals("rate");
        long count = rate.isArgument() && isRate
                ? (Long) Objects.requireNonNull(rate.declaration().values().get("repeat"))
                : entries.size();
        List<String> typed = new ArrayList<>();
        for (int entry = 0; entry < count; entry++) {
            Object written = entries.get(entry < entries.size() ? entry : 0);
            int own = !rate.isArgument() && count == 1 ? rate.place().entry() : entry;
            Integer value = values.get(rate.place().at(own));
            typed.add(value != null ? value.toString() : Params.typed(written));
        }
        if (typed.size() == 1 || isRate && typed.stream().distinct().count() == 1) {
            return typed.get(0);
        }
        return typed.size() > MOST_ENTRIES ? "{" + NumberList.typed(typed) + "}" : "{" + String.join(", ", typed) + "}";
    }
}
