package dev.fovea.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes maps, lists, strings, numbers, booleans and null as JSON.
 *
 * <p>A list or object that holds an object, however deep, is broken over lines; any other stands on one line. In a
 * report that makes one line per layer's axis, so that a difference between two reports can be read.
 *
 * <p>The text is pure ASCII: no encoding on its way can damage it, and unpaired surrogates survive.
 */
public final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    /**
     * The text of a value, which ends with a line break.
     *
     * @param value a map with strings as keys, a list, a string, a number, a boolean or null, or a nesting of these
     */
    public static String write(Object value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value, "\n");
        return writer.out.append('\n').toString();
    }

    /** Appends a value; {@code lineBreak} is what begins a line at the value's own indentation. */
    private void value(Object value, String lineBreak) {
        if (value instanceof Map<?, ?> object) {
            boolean broken = anyHoldsObject(object.values());
            container('{', object.entrySet(), '}', broken, lineBreak);
        } else if (value instanceof List<?> list) {
            container('[', list, ']', holdsObject(list), lineBreak);
        } else if (value instanceof Map.Entry<?, ?> property) {
            string((String) property.getKey());
            out.append(": ");
            value(property.getValue(), lineBreak);
        } else if (value instanceof String string) {
            string(string);
        } else if (value instanceof BigDecimal figure) {
            out.append(figure.toPlainString());
        } else {
            out.append(value);
        }
    }

    private static boolean holdsObject(Object value) {
        return value instanceof Map || value instanceof List<?> list && anyHoldsObject(list);
    }

    private static boolean anyHoldsObject(Collection<?> values) {
        for (Object value : values) {
            if (holdsObject(value)) {
                return true;
            }
        }
        return false;
    }

    private void container(char open, Collection<?> items, char close, boolean broken, String lineBreak) {
        String itemBreak = broken ? lineBreak + "  " : lineBreak;
        out.append(open);
        for (Iterator<?> iterator = items.iterator(); iterator.hasNext(); ) {
            if (broken) {
                out.append(itemBreak);
            }
            value(iterator.next(), itemBreak);
            if (iterator.hasNext()) {
                out.append(broken ? "," : ", ");
            }
        }
        if (broken) {
            out.append(lineBreak);
        }
        out.append(close);
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c >= ' ' && c <= '~') {
                    out.append(c);
                } else {
                    out.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        out.append(Character.forDigit(c >> shift & 0xF, 16));
                    }
                }
            }
        }
    }
}
