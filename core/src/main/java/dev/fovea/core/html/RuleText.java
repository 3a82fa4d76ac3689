package dev.fovea.core.html;

import dev.fovea.core.report.RuleDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The documentation of a rule as part of a page; links become their text, since a page may stand alone. */
final class RuleText {
    private static final Pattern INLINE =
            Pattern.compile("`([^`]+)`|\\[([^]]+)]\\([^)]*\\)|\\*\\*([^*]+)\\*\\*|\\*([^*\\s][^*]*)\\*");

    private final StringBuilder html = new StringBuilder();
    private final List<String> paragraph = new ArrayList<>();

    private RuleText() {}

    static String html(String rule) {
        RuleText text = new RuleText();
        text.read(RuleDocument.markdown(rule).lines().toList());
        return text.html.toString();
    }

    private void read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("```")) {
                flush();
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).startsWith("```")) {
                    end++;
                }
                html.append("<pre>")
                        .append(Markup.escape(String.join("\n", lines.subList(i + 1, end))))
                        .append("</pre>\n");
                i = end;
            } else if (line.startsWith("#")) {
                flush();
                heading(line);
            } else if (line.isBlank()) {
                flush();
            } else {
                if (line.startsWith("- ") || line.startsWith("|")) {
                    flush();
                }
                paragraph.add(line);
            }
        }
        flush();
    }

    /** The title is on the page already. */
    private void heading(String line) {
        if (line.startsWith("##")) {
            html.append("<h4>").append(inline(line.replaceFirst("^#+ *", ""))).append("</h4>\n");
        }
    }

    private void flush() {
        if (!paragraph.isEmpty()) {
            String text = String.join(" ", paragraph);
            boolean isRule = text.matches("\\|[-| :]+");
            if (!isRule) {
                html.append("<p>")
                        .append(inline(text.startsWith("- ") ? "\u2022 " + text.substring(2) : text))
                        .append("</p>\n");
            }
            paragraph.clear();
        }
    }

    private static String inline(String text) {
        StringBuilder html = new StringBuilder();
        Matcher part = INLINE.matcher(text);
        int end = 0;
        while (part.find()) {
            html.append(Markup.escape(text.substring(end, part.start())));
            html.append(
                    part.group(1) != null
                            ? "<code>" + Markup.escape(part.group(1)) + "</code>"
                            : part.group(2) != null
                                    ? inline(part.group(2))
                                    : part.group(3) != null
                                            ? "<strong>" + inline(part.group(3)) + "</strong>"
                                            : "<em>" + inline(part.group(4)) + "</em>");
            end = part.end();
        }
        return html.append(Markup.escape(text.substring(end))).toString();
    }
}
