package dev.fovea.core.sources;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An annotation as it is written.
 *
 * @param name simple name
 * @param start where it begins
 * @param values by attribute
 */
record Written(String name, int start, int end, Map<String, Value> values) {
    /**
     * A value.
     *
     * @param value a {@code Long}, {@code Double}, {@code Boolean} or {@code String}, a list of values, or an annotation
     */
    record Value(int start, int end, Object value) {
        boolean holds(int offset) {
            return start <= offset && offset < end;
        }

        @SuppressWarnings("unchecked")
        List<Value> entries() {
            return value instanceof List<?> ? (List<Value>) value : List.of(this);
        }

        /** The value without its positions; an array where one is meant. */
        Object plain(boolean isArray) {
            if (isArray) {
                return entries().stream().map(entry -> entry.plain(false)).toList();
            }
            return value;
        }
    }

    /** A field, or an enum constant. */
    record Member(String name, int start, boolean isStatic, String type, List<Written> annotations) {}

    /**
     * A class.
     *
     * @param name with the names of the classes around it, dots between them
     * @param start where its declaration begins, after its annotations
     * @param end where its name ends
     */
    record Type(String name, String kind, int start, int end, List<Written> annotations, List<Member> members) {
        Optional<Written> annotation(String simpleName) {
            return annotations.stream()
                    .filter(one -> one.name().equals(simpleName))
                    .findFirst();
        }
    }
}
