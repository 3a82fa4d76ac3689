package dev.fovea.processor.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where ECJ points when javac points at a given place.
 *
 * <p>For an annotation's value, javac points at the value (at the operator of {@code a + b}, at the dot of
 * {@code Padding.SAME}), and for an array's entry at the entry. ECJ points at the attribute's name, or at the value
 * where the name {@code value} is left out; for an entry it falls back to the annotation, unless the whole array is
 * handed to it, which is what is expected here. For a type, javac points at {@code class}, ECJ at the type's name. Both
 * point at the name of a field and at the {@code @} of an annotation.
 */
final class EcjPlaces {
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record)\\s+(?=\\w)");

    private EcjPlaces() {}

    static Place from(Place javac, String text) {
        int offset = offset(javac, text);
        if (offset >= text.length() || text.charAt(offset) == '@') {
            return javac;
        }
        Matcher type = TYPE.matcher(text).region(offset, text.length());
        return Place.at(javac.file(), text, type.lookingAt() ? type.end() : attribute(text, offset));
    }

    private static int offset(Place place, String text) {
        int start = 0;
        for (int line = 1; line < place.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + place.column() - 1;
    }

    /** The start of the attribute in whose value the offset lies, or the offset itself outside of annotations. */
    private static int attribute(String text, int offset) {
        int closed = 0;
        for (int i = offset - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '"') {
                i = text.lastIndexOf('"', i - 1);
            } else if (c == ')' || c == '}') {
                closed++;
            } else if (closed > 0) {
                closed -= c == '(' || c == '{' ? 1 : 0;
            } else if (c == '=') {
                return nameStart(text, afterLastNonSpace(text, i));
            } else if (c == '(' && opensAnnotation(text, i)) {
                return skipSpace(text, i + 1);
            } else if (c == ';' || c == '(' && isNameEnd(text, i) || c == '{' && !opensArray(text, i)) {
                return offset;
            }
        }
        return offset;
    }

    private static boolean opensArray(String text, int brace) {
        int before = afterLastNonSpace(text, brace);
        return before > 0 && "=(".indexOf(text.charAt(before - 1)) >= 0;
    }

    private static boolean opensAnnotation(String text, int parenthesis) {
        int start = nameStart(text, parenthesis);
        return start > 0 && text.charAt(start - 1) == '@';
    }

    private static int nameStart(String text, int end) {
        int start = end;
        while (isNameEnd(text, start)) {
            start--;
        }
        return start;
    }

    private static boolean isNameEnd(String text, int end) {
        return end > 0 && (Character.isJavaIdentifierPart(text.charAt(end - 1)) || text.charAt(end - 1) == '.');
    }

    private static int afterLastNonSpace(String text, int index) {
        int end = index;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int skipSpace(String text, int index) {
        int next = index;
        while (Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }
}
