package dev.fovea.core.html;

import java.math.BigDecimal;

/** A figure: drawn by classes, so that a page's style sheet colours it, and by the same rules where it stands alone. */
final class Svg {
    /** Unread cells are hatched, so that they differ from counts in greyscale too; one pattern per cell, one per pixel. */
    static final String PATTERNS = """
            <defs><pattern id="unread" width="1" height="1" patternUnits="userSpaceOnUse"><path class="base" d="M0 0.5h1"/><path class="hatch" d="M-0.25 0.25L0.25 -0.25M0 1L1 0M0.75 1.25L1.25 0.75"/></pattern>
            <pattern id="unread-pixels" width="6" height="6" patternUnits="userSpaceOnUse"><path class="base wide" d="M0 3h6"/><path class="hatch wide" d="M-1.5 1.5L1.5 -1.5M0 6L6 0M4.5 7.5L7.5 4.5"/></pattern></defs>
            """;

    private final int width;
    private final int height;
    private final String label;
    private final StringBuilder body = new StringBuilder();

    /** @param label the text for screen readers */
    Svg(int width, int height, String label) {
        this.width = width;
        this.height = height;
        this.label = label;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** An element without content; attributes are names and values in turn. */
    Svg element(String tag, Object... attributes) {
        open(tag, attributes);
        body.append("/>\n");
        return this;
    }

    /** Text that starts, is centred or ends at a place. */
    Svg text(double x, double y, String anchor, String classes, String text) {
        open("text", "x", Num.at(x), "y", Num.at(y), "text-anchor", anchor, "class", classes);
        body.append('>').append(Markup.escape(text)).append("</text>\n");
        return this;
    }

    /** A path in which the classes decide whether it is a line or an area. */
    Svg path(String classes, String data) {
        return element("path", "class", classes, "d", data);
    }

    Svg line(String classes, double x1, double y1, double x2, double y2) {
        return path(classes, "M" + Num.at(x1) + " " + Num.at(y1) + "L" + Num.at(x2) + " " + Num.at(y2));
    }

    /** What is drawn between this and {@link #end()} is moved and stretched. */
    Svg within(double x, double y, double scaleX, double scaleY) {
        open(
                "g",
                "transform",
                "translate(" + Num.at(x) + " " + Num.at(y) + ") scale(" + scale(scaleX) + " " + scale(scaleY) + ")");
        body.append(">\n");
        return this;
    }

    Svg end() {
        body.append("</g>\n");
        return this;
    }

    private static String scale(double factor) {
        return BigDecimal.valueOf(Math.round(factor * 10_000), 4)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void open(String tag, Object... attributes) {
        body.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            body.append(' ').append(attributes[i]).append("=\"");
            body.append(Markup.escape(attributes[i + 1].toString())).append('"');
        }
    }

    /** For a page, whose style sheet holds the colours. */
    String inline() {
        return head("") + body + "</svg>\n";
    }

    /** A file of its own, in the colours that its viewer prefers. */
    String file() {
        return head(" xmlns=\"http://www.w3.org/2000/svg\"") + "<style>\n" + Resources.text("colours.css")
                + Resources.text("figures.css") + "</style>\n" + PATTERNS + "<rect class=\"paper\" width=\"" + width
                + "\" height=\""
                + height + "\"/>\n" + body + "</svg>\n";
    }

    private String head(String namespace) {
        return "<svg" + namespace + " class=\"figure\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height + "\" role=\"img\" aria-label=\"" + Markup.escape(label) + "\">\n";
    }
}
