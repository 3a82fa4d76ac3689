package dev.fovea.core.html;

import dev.fovea.report.ReportDiff;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The layers that differ between two reports: a row each, since a change near the input moves figures of all above. */
final class ComparedLayers {
    private static final List<String> COLUMNS = List.of("shape", "field", "jump", "parameters", "MACs");
    private static final String ATTRIBUTE = "attribute ";

    private final ReportDiff diff;
    private final List<String> columns;

    ComparedLayers(ReportDiff diff) {
        this.diff = diff;
        this.columns = COLUMNS.stream()
                .filter(column -> diff.layers().stream()
                        .flatMap(layer -> layer.changes().stream())
                        .anyMatch(change -> change.figure().equals(column)))
                .toList();
    }

    String html() {
        if (diff.layers().isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<section id=\"layers\">\n<h2>Layers</h2>\n");
        html.append(
                "<p class=\"quiet\">A heading sorts by its column. What the author wrote is shown with its values; where only other figures differ, they are named.</p>\n");
        html.append("<div class=\"scroll tall\" tabindex=\"0\" role=\"region\" aria-label=\"Layers that differ\">");
        html.append("<table class=\"sortable compared\">\n<thead><tr>");
        html.append(Pages.headings(List.of("layer", "change", "what differs"))).append(Pages.headings(columns));
        html.append("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < diff.layers().size(); i++) {
            html.append(row(diff.layers().get(i), i));
        }
        return html.append("</tbody></table></div>\n</section>\n").toString();
    }

    private String row(ReportDiff.LayerDiff layer, int index) {
        StringBuilder html = new StringBuilder("<tr><th scope=\"row\" data-key=\"%s\">%s</th><td>%s</td><td>"
                .formatted(
                        index + 1,
                        Markup.name(layer.layer()),
                        layer.kind().name().toLowerCase(Locale.ROOT)));
        html.append(written(layer));
        for (String column : columns) {
            html.append("</td><td>");
            layer.changes().stream()
                    .filter(change -> change.figure().equals(column))
                    .forEach(change -> html.append(change(change, layer.kind())));
        }
        return html.append("</td></tr>\n").toString();
    }

    /** What is written; where nothing that the table shows differs, the names of the figures that do. */
    private static String written(ReportDiff.LayerDiff layer) {
        List<ReportDiff.Change> told = layer.changes().stream()
                .filter(change -> change.isStated() && !(change.before() + change.after()).isEmpty())
                .toList();
        boolean isShown =
                !told.isEmpty() || layer.changes().stream().anyMatch(change -> COLUMNS.contains(change.figure()));
        return isShown
                ? told.stream()
                        .map(change -> Markup.escape(change.figure().replace(ATTRIBUTE, "")) + " "
                                + change(change, layer.kind()))
                        .collect(Collectors.joining("<br>"))
                : "<span class=\"quiet\">"
                        + Markup.escape(layer.changes().stream()
                                .map(ReportDiff.Change::figure)
                                .collect(Collectors.joining(", ")))
                        + "</span>";
    }

    private static String change(ReportDiff.Change change, ReportDiff.Kind kind) {
        return switch (kind) {
            case ADDED -> Markup.escape(change.after());
            case REMOVED -> Markup.escape(change.before());
            case CHANGED ->
                "<del>" + Markup.escape(or(change.before())) + "</del> \u2192 <ins>" + Markup.escape(or(change.after()))
                        + "</ins>";
        };
    }

    private static String or(String text) {
        return text.isEmpty() ? "none" : text;
    }
}
