package dev.fovea.onnx.source;

import java.util.Locale;

/** Pieces of Java source. */
final class JavaText {
    private JavaText() {}

    static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** A text inside a comment: it can neither end it nor hold a Unicode escape. */
    static String comment(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            result.append(c < 32 || c > 126 ? '?' : c == '\\' ? '/' : c);
        }
        return result.toString()
                .replace("*/", "* /")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
    }

    /** {@code layer1_0.conv} becomes {@code LAYER1_0_CONV}; camelCase is split. */
    static String constant(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toUpperCase(Locale.ROOT);
    }
}
