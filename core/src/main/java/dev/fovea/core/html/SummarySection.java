package dev.fovea.core.html;

import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The key figures of a model, as its page and the index show them. */
final class SummarySection {
    private final NetworkReport report;

    SummarySection(NetworkReport report) {
        this.report = report;
    }

    String html() {
        StringBuilder html = new StringBuilder("<dl class=\"summary\">\n");
        entry(html, "input", input());
        entry(html, "layers", Num.grouped(report.layers().size()));
        entry(html, "parameters", Num.grouped(report.parameters()));
        entry(html, Glossary.term("MACs"), Num.rounded(report.macs()), Num.grouped(report.macs()));
        lastLocal()
                .ifPresent(layer ->
                        entry(html, Glossary.term("field") + " of " + Markup.name(layer.name()), field(layer)));
        return html.append("</dl>\n").toString();
    }

    private static void entry(StringBuilder html, String name, String figure) {
        entry(html, name, figure, "");
    }

    /**
     * @param name as HTML
     * @param exact the figure where it is rounded
     */
    private static void entry(StringBuilder html, String name, String figure, String exact) {
        html.append("<div><dt>").append(name).append("</dt><dd");
        html.append(exact.isEmpty() || exact.equals(figure) ? ">" : " title=\"" + exact + "\">");
        html.append(Markup.escape(figure)).append("</dd></div>\n");
    }

    String input() {
        boolean one = report.input().channels().equals(OptionalLong.of(1));
        return Num.grouped(report.input().channels())
                + (one ? " channel, " : " channels, ")
                + report.input().size().stream().map(Num::grouped).collect(Collectors.joining("\u00d7"));
    }

    /** The last layer that does not see the whole input by itself, as global pools and linear layers do. */
    Optional<LayerReport> lastLocal() {
        return report.layers().stream()
                .filter(layer ->
                        layer.field().stream().anyMatch(axis -> axis.jump().isPresent()))
                .reduce((first, second) -> second);
    }

    static String field(LayerReport layer) {
        return Axes.joined(
                layer.field().stream().map(axis -> Num.grouped(axis.size())).toList(), "\u00d7");
    }
}
