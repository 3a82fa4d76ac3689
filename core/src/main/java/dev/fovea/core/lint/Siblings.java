package dev.fovea.core.lint;

import dev.fovea.core.resolve.Declaration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many declarations of an operation have the same numbers: one that differs from most others in one number is suspect. */
final class Siblings {
    private final Map<Object, Integer> counts = new HashMap<>();

    Siblings(Collection<NumberChange.Member> members) {
        for (NumberChange.Member member : members) {
            Map<String, Object> values = member.declaration().values();
            values.forEach(
                    (attribute, value) -> counts.merge(key(member.declaration(), attribute, value), 1, Integer::sum));
        }
    }

    /** By how many declarations more a changed one is like than it was. */
    int gained(NumberChange change) {
        Declaration declaration = change.member().declaration();
        Object now = declaration.values().getOrDefault(change.attribute(), List.of());
        int others = counts.getOrDefault(key(declaration, change.attribute(), now), 1) - 1;
        return counts.getOrDefault(key(declaration, change.attribute(), change.value()), 0) - others;
    }

    /** What the declaration is but for its channels and what it reads, with a value of an attribute. */
    private static Object key(Declaration declaration, String attribute, Object value) {
        Map<String, Object> numbers = new HashMap<>();
        declaration.values().forEach((name, other) -> {
            if (!name.equals("out") && isNumber(other)) {
                numbers.put(name, other);
            }
        });
        numbers.put(attribute, value);
        return List.of(
                declaration.operation(),
                declaration.block().map(block -> block.name()).orElse(""),
                attribute,
                numbers);
    }

    private static boolean isNumber(Object value) {
        return value instanceof Long
                || value instanceof List<?> entries && !entries.isEmpty() && entries.get(0) instanceof Long;
    }
}
