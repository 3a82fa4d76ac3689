package dev.fovea.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one JSON document (RFC 8259) into maps, lists, strings, numbers, booleans and null.
 *
 * <p>Integers are {@link Long}s; numbers with a fraction or exponent, and integers out of range, {@link BigDecimal}s.
 * Strict: whatever the RFC does not allow is an error, and so are duplicate names, deep nesting and absurd numbers.
 */
final class JsonReader {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_LENGTH = 100;
    private static final int MAX_EXPONENT_LENGTH = 5;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /** Throws {@link IllegalArgumentException}, which says what is wrong at which offset. */
    static Object read(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.error("the end");
        }
        return value;
    }

    private Object value() {
        skipSpace();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        if (isEmpty('}')) {
            return object;
        }
        do {
            skipSpace();
            int start = at;
            String name = string();
            if (object.containsKey(name)) {
                throw new IllegalArgumentException("JSON: duplicate name \"" + name + "\" at offset " + start);
            }
            expect(':');
            object.put(name, value());
        } while (hasNext('}'));
        return object;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        if (isEmpty(']')) {
            return list;
        }
        do {
            list.add(value());
        } while (hasNext(']'));
        return list;
    }

    /** Enters an object or list, and leaves it again where it is empty. */
    private boolean isEmpty(char close) {
        if (++depth > MAX_DEPTH) {
            throw error("at most " + MAX_DEPTH + " levels");
        }
        at++;
        skipSpace();
        return peek() == close && leave();
    }

    /** Whether a comma follows, rather than the end of the object or list. */
    private boolean hasNext(char close) {
        skipSpace();
        if (peek() == close) {
            return !leave();
        }
        if (peek() != ',') {
            throw error("',' or '" + close + "'");
        }
        at++;
        return true;
    }

    private boolean leave() {
        depth--;
        at++;
        return true;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char c = peek(); c != '"'; c = peek()) {
            if (c < ' ') {
                throw error("a string's end");
            }
            at++;
            string.append(c == '\\' ? escape() : c);
        }
        at++;
        return string.toString();
    }

    private char escape() {
        char c = peek();
        int plain = "\"\\/bfnrt".indexOf(c);
        if (plain < 0 && c != 'u') {
            throw error("an escape");
        }
        at++;
        return c == 'u' ? codeUnit() : "\"\\/\b\f\n\r\t".charAt(plain);
    }

    private char codeUnit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw error("a hexadecimal digit");
            }
            unit = unit << 4 | digit;
            at++;
        }
        return (char) unit;
    }

    private Object number() {
        Matcher matcher = NUMBER.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw error("a value");
        }
        String number = matcher.group();
        String exponent = matcher.group(2);
        if (number.length() > MAX_LENGTH || exponent != null && exponent.length() > MAX_EXPONENT_LENGTH) {
            throw error("a shorter number");
        }
        at = matcher.end();
        BigDecimal figure = new BigDecimal(number);
        boolean integer = matcher.group(1) == null && exponent == null;
        return integer && figure.toBigInteger().bitLength() < Long.SIZE ? (Object) figure.longValue() : figure;
    }

    private Object literal(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw error("a value");
        }
        at += word.length();
        return value;
    }

    private void expect(char c) {
        skipSpace();
        if (peek() != c) {
            throw error("'" + c + "'");
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** The next character; NUL, which is nowhere allowed, at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private IllegalArgumentException error(String expected) {
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
        return new IllegalArgumentException("JSON: expected " + expected + " but found " + found + " at offset " + at);
    }
}
