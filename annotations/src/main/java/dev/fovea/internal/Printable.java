package dev.fovea.internal;

/**
 * Text that comes from a model, made fit for a terminal and a log: characters that would steer a terminal, forge a line or
 * turn the direction of writing are shown as the escapes by which Java writes them.
 */
public final class Printable {
    private Printable() {}

    /** A text of one line: line breaks are escaped too. */
    public static String line(String text) {
        return escaped(text, false);
    }

    /** A message, whose line breaks are its own. */
    public static String message(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean lines) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fit = isFit(c) || lines && c == '\n';
            if (escaped == null && !fit) {
                escaped = new StringBuilder(text.length() + 8).append(text, 0, i);
            }
            if (escaped != null) {
                if (fit) {
                    escaped.append(c);
                } else {
                    escaped.append("\\u")
                            .append(Integer.toHexString(0x10000 | c).substring(1));
                }
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    private static boolean isFit(char c) {
        return c >= ' ' && (c < 0x7f || c > 0x9f) && !isSeparator(c) && !isDirection(c);
    }

    private static boolean isSeparator(char c) {
        return c == '\u2028' || c == '\u2029';
    }

    /** True for marks, embeddings, overrides and isolates of the bidirectional algorithm (Unicode annex 9). */
    public static boolean isDirection(int c) {
        return c == '\u061c'
                || c == '\u200e'
                || c == '\u200f'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069';
    }
}
