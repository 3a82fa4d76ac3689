package dev.fovea.processor.code.eval;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers and lists of them. */
public final class Values {
    private Values() {}

    /** A whole number; null where it is not one, or not known. */
    public static @Nullable Long number(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        return value instanceof Symbol symbol ? symbol.value() : null;
    }

    /** The elements of an array or collection; a value that is neither by itself. */
    public static List<@Nullable Object> entries(@Nullable Object value) {
        List<@Nullable Object> entries = new ArrayList<>();
        if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                entries.add(Array.get(value, i));
            }
        } else if (value instanceof Iterable<?> all) {
            all.forEach(entries::add);
        } else {
            entries.add(value);
        }
        return entries;
    }
}
