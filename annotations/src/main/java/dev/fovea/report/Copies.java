package dev.fovea.report;

import java.util.List;
import java.util.Objects;

/** What the records do with their components: reject {@code null}, copy nested lists. */
final class Copies {
    private Copies() {}

    static void notNull(Object... components) {
        for (Object component : components) {
            Objects.requireNonNull(component);
        }
    }

    static <T> List<List<T>> nested(List<List<T>> lists) {
        return lists.stream().map(List::copyOf).toList();
    }
}
