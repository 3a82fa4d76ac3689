package dev.fovea.core.lint;

import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.TypedValues;
import java.util.ArrayList;
import java.util.List;

/**
 * A number of a declaration, changed by one.
 *
 * @param value what the attribute is then
 */
record NumberChange(Member member, String attribute, Object value) {
    /** Beyond it numbers are constants that stand for something else. */
    private static final long LARGEST = 1 << 24;

    /** A declaration, and the block that it is in; empty for the model itself. */
    record Member(String owner, Declaration declaration) {
        /** As messages name it. */
        String name() {
            return BlockDeclaration.member(owner, declaration.name());
        }
    }

    /** All of a declaration. */
    static List<NumberChange> of(Member member) {
        List<NumberChange> changes = new ArrayList<>();
        member.declaration().values().forEach((attribute, value) -> {
            List<?> entries = value instanceof List<?> list ? list : List.of(value);
            boolean isTyped = entries.stream().allMatch(entry -> entry instanceof Long one && Math.abs(one) < LARGEST);
            for (int i = 0; i < entries.size(); i++) {
                if (isTyped && entries.get(i) instanceof Long number) {
                    for (long other : new long[] {number - 1, number + 1}) {
                        List<Object> changed = new ArrayList<>(entries);
                        changed.set(i, other);
                        changes.add(new NumberChange(
                                member, attribute, value instanceof List<?> ? List.copyOf(changed) : changed.get(0)));
                    }
                }
            }
        });
        return changes;
    }

    /** True if it is one less than it is now, not one more. */
    boolean isLess() {
        return sum(value) < sum(member.declaration().values().getOrDefault(attribute, List.of()));
    }

    private static long sum(Object value) {
        List<?> entries = value instanceof List<?> list ? list : List.of(value);
        return entries.stream().mapToLong(entry -> (Long) entry).sum();
    }

    ModelDeclaration in(ModelDeclaration model) {
        return Restated.with(model, member.owner(), member.declaration().name(), attribute, value);
    }

    /** {@code padding = 1 at stem (now 2)}. */
    String text() {
        Object now = member.declaration().values().getOrDefault(attribute, List.of());
        return "%s = %s at %s (now %s)".formatted(attribute, TypedValues.of(value), member.name(), TypedValues.of(now));
    }
}
