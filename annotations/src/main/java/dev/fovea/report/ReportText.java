package dev.fovea.report;

import dev.fovea.internal.Printable;
import java.util.ArrayList;
import java.util.List;

/** The report as text of aligned columns, fit for a terminal whatever names it holds. */
final class ReportText {
    private static final String GAP = "  ";

    private ReportText() {}

    static String of(NetworkReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Cells.HEADER);
        report.layers()
                .forEach(layer ->
                        rows.add(Cells.row(layer).stream().map(Printable::line).toList()));
        int[] widths = widths(rows);
        StringBuilder text = new StringBuilder();
        text.append(Printable.line(report.model())).append(", input ").append(Cells.shape(report.input()));
        text.append('\n');
        for (List<String> row : rows) {
            text.append('\n').append(line(row, widths));
        }
        text.append('\n');
        for (String note : Notes.of(report)) {
            text.append('\n').append(Printable.line(note));
        }
        return text.toString();
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[Cells.HEADER.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        return widths;
    }

    /** Names to the left, figures to the right. */
    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String padding = " ".repeat(widths[column] - width(cell));
            line.append(column == 0 ? "" : GAP);
            line.append(column < Cells.FIRST_FIGURE ? cell + padding : padding + cell);
        }
        return line.toString();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
