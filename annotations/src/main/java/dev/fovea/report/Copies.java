package dev.fovea.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the records do with their components: reject {@code null}, copy nested lists. */
final class Copies {
    private Copies() {}

    static void notNull(Object... components) {
        for (Object component : components) {
            Objects.requireNonNull(component);
        }
    }

    static <T> Optional<List<T>> list(Optional<List<T>> list) {
        return list.isPresent() ? Optional.of(List.copyOf(list.get())) : list;
    }

    static <T> List<List<T>> nested(List<List<T>> lists) {
        return lists.stream().map(List::copyOf).toList();
    }
}
