package dev.fovea.processor.code.eval;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts, containers and ranges that no builder needs, and that would fill the memory of a compiler. */
final class Huge {
    private static final int MOST_CHARACTERS = 1 << 16;
    private static final long MOST_PRODUCT = 1L << 24;
    private static final int MOST_ELEMENTS = 1 << 20;

    private Huge() {}

    /** True if two texts are not to be joined. */
    static boolean isJoined(String one, String other) {
        return one.length() + (long) other.length() > MOST_CHARACTERS;
    }

    /**
     * True if a call of a method of the JDK is not to be followed, since its result may be huge.
     *
     * @param receiver null for a static method
     */
    static boolean isResult(@Nullable Object receiver, Invocation invocation) {
        if (invocation.name().startsWith("range") && invocation.count() == 2) {
            return invocation.value(0) instanceof Number from
                    && invocation.value(1) instanceof Number to
                    && to.longValue() - from.longValue() > MOST_ELEMENTS;
        }
        long characters = Math.max(1, characters(receiver));
        long elements = elements(receiver);
        for (Argument argument : invocation.arguments()) {
            characters *= Math.max(1, characters(argument.value()));
            elements += elements(argument.value());
            if (characters > MOST_PRODUCT || elements > MOST_ELEMENTS) {
                return true;
            }
        }
        return receiver instanceof StringBuilder text && text.length() > MOST_CHARACTERS;
    }

    private static long characters(@Nullable Object value) {
        return value instanceof CharSequence text ? text.length() : 1;
    }

    private static long elements(@Nullable Object value) {
        return value instanceof Collection<?> collection
                ? collection.size()
                : value instanceof Map<?, ?> map ? map.size() : 0;
    }
}
