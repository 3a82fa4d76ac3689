package dev.fovea.core.lint;

import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many declarations of an operation have the same numbers: one that differs from most others in one number is suspect. */
final class Siblings {
    private final Map<Object, Integer> counts = new HashMap<>();
    private final Map<Object, Integer> values = new HashMap<>();

    Siblings(Collection<NumberChange.Member> members) {
        for (NumberChange.Member member : members) {
            member.declaration().values().forEach((attribute, value) -> {
                counts.merge(key(member.declaration(), attribute, value), 1, Integer::sum);
                values.merge(value(member.declaration(), attribute, value), 1, Integer::sum);
            });
        }
    }

    /** By how many declarations more a changed one is like than it was. */
    int gained(NumberChange change) {
        Declaration declaration = change.member().declaration();
        Object now = declaration.values().getOrDefault(change.attribute(), List.of());
        int others = counts.getOrDefault(key(declaration, change.attribute(), now), 1) - 1;
        return counts.getOrDefault(key(declaration, change.attribute(), change.value()), 0) - others;
    }

    /** The same where other numbers may differ: by how many more declarations have the value that it has after the change. */
    int gainedValue(NumberChange change) {
        Declaration declaration = change.member().declaration();
        Object now = declaration.values().getOrDefault(change.attribute(), List.of());
        int others = values.getOrDefault(value(declaration, change.attribute(), now), 1) - 1;
        return values.getOrDefault(value(declaration, change.attribute(), change.value()), 0) - others;
    }

    private static Object value(Declaration declaration, String attribute, Object value) {
        return List.of(declaration.operation(), blockName(declaration), attribute, value);
    }

    private static String blockName(Declaration declaration) {
        return declaration.block().map(BlockDeclaration::name).orElse("");
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
        return List.of(declaration.operation(), blockName(declaration), attribute, numbers);
    }

    private static boolean isNumber(Object value) {
        return value instanceof Long
                || value instanceof List<?> entries && !entries.isEmpty() && entries.get(0) instanceof Long;
    }
}
