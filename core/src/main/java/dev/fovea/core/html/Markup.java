package dev.fovea.core.html;

import dev.fovea.internal.Printable;

/** Text that comes from a model, made fit for HTML and SVG. */
final class Markup {
    private static final char UNFIT = '\uFFFD';

    private Markup() {}

    /**
     * Escapes what would be markup; what no XML document may hold, such as control characters, is replaced, and what turns the
     * direction of writing is shown as its escape in Java.
     */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\r' -> escaped.append("&#13;");
                default -> {
                    if (Printable.isDirection(c)) {
                        escaped.append("\\u%04x".formatted(c));
                    } else {
                        escaped.appendCodePoint(isFit(c) ? c : UNFIT);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** The characters of XML 1.0 without the discouraged control characters. */
    private static boolean isFit(int c) {
        return c == '\t' || c == '\n' || c >= ' ' && c < 0x7f || c > 0x9f && !isSurrogate(c) && (c & 0xfffe) != 0xfffe;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** A text cut to the given number of characters; the last of them says that there were more. */
    static String shortened(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        return length <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "\u2026";
    }

    /** A name in a page: its writing direction does not reach what stands around it, and it may break after dots. */
    static String name(String name) {
        return "<bdi class=\"name\">" + escape(name).replace(".", ".<wbr>") + "</bdi>";
    }
}
