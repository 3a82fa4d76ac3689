package dev.fovea.report;

import dev.fovea.internal.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The report as a Markdown table (GitHub flavour), followed by a list of notes. */
final class ReportMarkdown {
    /** Brackets alone make no link: rules are named in them. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\|*_`~<&]|](?=[(\\[:])");

    private ReportMarkdown() {}

    static String of(NetworkReport report) {
        StringBuilder markdown = new StringBuilder();
        markdown.append("**").append(escape(report.model())).append("**, input ");
        markdown.append(Cells.shape(report.input())).append("\n\n");
        row(markdown, Cells.HEADER);
        row(markdown, alignment());
        report.layers()
                .forEach(layer -> row(
                        markdown,
                        Cells.row(layer).stream().map(ReportMarkdown::escape).toList()));
        markdown.append('\n');
        Notes.of(report)
                .forEach(note -> markdown.append("- ").append(escape(note)).append('\n'));
        return markdown.toString();
    }

    private static List<String> alignment() {
        List<String> alignment = new ArrayList<>();
        for (int column = 0; column < Cells.HEADER.size(); column++) {
            alignment.add(column < Cells.FIRST_FIGURE ? "---" : "---:");
        }
        return alignment;
    }

    static void row(StringBuilder markdown, List<String> cells) {
        markdown.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** So that what would be markup, a link or another line is shown as it is. */
    static String escape(String text) {
        return SPECIAL.matcher(Printable.line(text)).replaceAll("\\\\$0");
    }
}
