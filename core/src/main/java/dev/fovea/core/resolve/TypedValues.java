package dev.fovea.core.resolve;

import dev.fovea.Groups;
import dev.fovea.Network;
import dev.fovea.Padding;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Spells the values of annotations as their authors type them. */
public final class TypedValues {
    private static final Map<Long, String> CONSTANTS = Map.of(
            (long) Groups.DEPTHWISE, "Groups.DEPTHWISE",
            (long) Padding.SAME, "Padding.SAME",
            (long) Padding.CAUSAL, "Padding.CAUSAL");

    private TypedValues() {}

    /** The value of an attribute; one entry stands without braces. */
    public static String of(String annotation, String attribute, Object value) {
        return value instanceof String name && type(annotation, attribute).isEnum()
                ? type(annotation, attribute).getSimpleName() + "." + name
                : of(value);
    }

    /** A value that is no enum constant. */
    public static String of(Object value) {
        if (value instanceof List<?> entries) {
            List<String> typed = entries.stream().map(TypedValues::of).toList();
            return typed.size() == 1 ? typed.get(0) : "{" + String.join(", ", typed) + "}";
        }
        if (value instanceof String text) {
            return text.equals(Network.INPUT) ? "Network.INPUT" : literal(text);
        }
        if (value instanceof Long number) {
            String typed = CONSTANTS.getOrDefault(number, Params.typed(number));
            return number > Integer.MAX_VALUE ? typed + "L" : typed;
        }
        return String.valueOf(value);
    }

    private static Class<?> type(String annotation, String attribute) {
        try {
            return Class.forName("dev.fovea." + annotation).getMethod(attribute).getReturnType();
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** A text between quotes. */
    public static String literal(String text) {
        StringBuilder result = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                result.append('\\').append(c);
            } else if (c < 32 || c == 127) {
                // In octal digits: a Unicode escape of a line's end would end the line.
                result.append(String.format(Locale.ROOT, "\\%03o", (int) c));
            } else if (c > 127) {
                result.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                result.append(c);
            }
        }
        return result.append('"').toString();
    }
}
