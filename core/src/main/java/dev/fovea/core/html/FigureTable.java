package dev.fovea.core.html;

import dev.fovea.report.AxisField;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of all figures: a row per layer. Each cell carries the number that its column is sorted by. */
final class FigureTable {
    private static final List<Column> COLUMNS = List.of(
            text("operation", LayerReport::op),
            text("kernel", layer -> attribute(layer, "kernel")),
            text("stride", layer -> attribute(layer, "stride")),
            text("rate", layer -> attribute(layer, "rate")),
            number("channels", layer -> layer.shape().channels()),
            new Column(
                    "extents",
                    layer -> Axes.sizes(layer.shape().size()),
                    layer -> first(layer.shape().size())),
            axes("field", FigureTable::size, axis -> number(axis.size())),
            rational("jump", AxisField::jump),
            place("start", AxisField::start),
            place("centre", AxisField::centre),
            decimal("overlap", axis -> axis.overlap().map(Object::toString)),
            integer("covered", AxisField::covered),
            integer("shortest path", AxisField::shortest),
            decimal("effective \u03c3", axis -> axis.erfStd().map(Object::toString)),
            integer("effective width", AxisField::erfWidth),
            decimal("period", axis -> Optional.of(Integer.toString(axis.period()))),
            new Column(
                    "valid taps", layer -> layer.validTaps().map(Num::percent).orElse(""), layer -> layer.validTaps()
                            .map(Object::toString)),
            number("parameters", LayerReport::parameters),
            new Column(
                    "MACs",
                    layer -> Num.rounded(layer.macs()),
                    layer -> number(layer.macs()),
                    layer -> Num.grouped(layer.macs())));

    private FigureTable() {}

    /**
     * A column.
     *
     * @param key the number to sort by; empty = the text is sorted by, or there is none
     * @param exact the cell's text where it is not rounded
     */
    private record Column(
            String name,
            Function<LayerReport, String> cell,
            Function<LayerReport, Optional<String>> key,
            Function<LayerReport, String> exact) {
        private Column(String name, Function<LayerReport, String> cell, Function<LayerReport, Optional<String>> key) {
            this(name, cell, key, cell);
        }
    }

    static String html(NetworkReport report) {
        StringBuilder html = new StringBuilder("<section id=\"figures\">\n<h2>All figures</h2>\n");
        int shown = Math.min(ModelPage.MOST_LAYERS, report.layers().size());
        html.append(
                shown < report.layers().size()
                        ? "<p>Of %s layers, the first %s are listed; the report in JSON has all of them.</p>\n"
                                .formatted(Num.grouped(report.layers().size()), Num.grouped(shown))
                        : "<p class=\"tools\"><button type=\"button\" id=\"copy\">Copy all figures as CSV</button> <span id=\"copied\" role=\"status\"></span></p>\n");
        html.append(
                "<p class=\"quiet\">In input pixels. A heading sorts by its column. * some path reads the whole input;");
        html.append(
                " ! fields differ without a period; ~ the data decides what is read. One MAC is one multiply-add.</p>\n");
        html.append("<div class=\"scroll tall\" tabindex=\"0\" role=\"region\" aria-label=\"Table of all figures\">");
        html.append("<table class=\"sortable\">\n<thead><tr>").append(heading("layer"));
        COLUMNS.forEach(column -> html.append(heading(column.name())));
        html.append("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < shown; i++) {
            html.append(row(report.layers().get(i), i));
        }
        return html.append("</tbody></table></div>\n</section>\n").toString();
    }

    private static String heading(String name) {
        String meaning = Glossary.meaning(name)
                .map(text -> " title=\"" + Markup.escape(text) + "\"")
                .orElse("");
        return "<th scope=\"col\"><button type=\"button\"" + meaning + ">" + Markup.escape(name) + "</button></th>";
    }

    private static String row(LayerReport layer, int index) {
        StringBuilder html = new StringBuilder("<tr id=\"%s\"><th scope=\"row\" data-key=\"%s\">"
                .formatted(Markup.escape(Anchors.layer(layer.name())), index + 1));
        html.append(Markup.name(layer.name()));
        layer.endpoint().ifPresent(name -> html.append(" <span class=\"badge endpoint\">")
                .append(Markup.name(name))
                .append("</span>"));
        html.append("</th>");
        for (Column column : COLUMNS) {
            html.append("<td");
            column.key()
                    .apply(layer)
                    .ifPresent(key -> html.append(" data-key=\"").append(key).append('"'));
            String text = column.cell().apply(layer);
            String exact = column.exact().apply(layer);
            html.append(exact.equals(text) ? ">" : " title=\"" + Markup.escape(exact) + "\">")
                    .append(breakable(Markup.escape(text)))
                    .append("</td>");
        }
        return html.append("</tr>\n").toString();
    }

    /** Figures of several axes break between two axes, on paper, and not within a number. */
    private static String breakable(String cell) {
        return cell.replace("\u00d7", "\u00d7<wbr>");
    }

    private static Column text(String name, Function<LayerReport, String> cell) {
        return new Column(name, cell, layer -> Optional.empty());
    }

    private static Column number(String name, Function<LayerReport, OptionalLong> figure) {
        return new Column(name, layer -> Num.grouped(figure.apply(layer)), layer -> number(figure.apply(layer)));
    }

    private static Column axes(
            String name, Function<AxisField, String> cell, Function<AxisField, Optional<String>> key) {
        return new Column(
                name,
                layer -> layer.field().isEmpty()
                        ? "?"
                        : Axes.joined(layer.field().stream().map(cell).toList(), "\u00d7")
                                + (name.equals("field") && layer.dataDependent() ? "~" : ""),
                layer -> layer.field().isEmpty()
                        ? Optional.empty()
                        : key.apply(layer.field().get(0)));
    }

    private static Column integer(String name, Function<AxisField, OptionalLong> figure) {
        return axes(name, axis -> number(figure.apply(axis)).orElse("?"), axis -> number(figure.apply(axis)));
    }

    private static Column decimal(String name, Function<AxisField, Optional<String>> figure) {
        return axes(name, axis -> figure.apply(axis).orElse("?"), figure);
    }

    private static Column rational(String name, Function<AxisField, Optional<Rational>> figure) {
        return axes(name, axis -> figure.apply(axis).map(Rational::toString).orElse("?"), axis -> figure.apply(axis)
                .map(value -> value.toDecimal().toPlainString()));
    }

    /** Places may be negative, so they are not factors. */
    private static Column place(String name, Function<AxisField, Optional<Rational>> figure) {
        Column column = rational(name, figure);
        return new Column(name, layer -> column.cell().apply(layer).replace("\u00d7", ", "), column.key());
    }

    private static String size(AxisField axis) {
        String least = axis.minSize().isPresent() ? axis.minSize().getAsLong() + ".." : "";
        return least + number(axis.size()).orElse("?") + (axis.global() ? "*" : "") + (axis.uniform() ? "" : "!");
    }

    private static Optional<String> number(OptionalLong value) {
        return value.isPresent() ? Optional.of(Long.toString(value.getAsLong())) : Optional.empty();
    }

    private static Optional<String> first(List<OptionalLong> sizes) {
        return sizes.isEmpty() ? Optional.empty() : number(sizes.get(0));
    }

    /** Entries per axis, once where they are alike. */
    static String attribute(LayerReport layer, String name) {
        Object value = layer.attributes().get(name);
        if (value instanceof List<?> entries && !entries.isEmpty()) {
            List<String> texts =
                    entries.stream().map(Object::toString).collect(Collectors.toCollection(ArrayList::new));
            return Axes.joined(texts, "\u00d7");
        }
        return value == null ? "" : value.toString();
    }
}
