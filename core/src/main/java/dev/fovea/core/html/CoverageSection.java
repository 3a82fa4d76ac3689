package dev.fovea.core.html;

import dev.fovea.core.pathmap.PathMaps;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.report.Coverage;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one unit reads of the input, drawn for the outputs; the explorer on the page draws the rest. */
final class CoverageSection {
    private static final int MOST_PICTURES = 16;
    private static final int MOST_LISTED = 64;
    private static final int MOST_LARGE = 8;
    private static final int LARGE = 121;
    private static final int SMALL = 61;

    private final AnalysedNetwork analysed;
    private final NetworkReport report;
    private final Map<String, Svg> figures;

    /** @param figures takes the figures by name */
    CoverageSection(AnalysedNetwork analysed, NetworkReport report, Map<String, Svg> figures) {
        this.analysed = analysed;
        this.report = report;
        this.figures = figures;
    }

    /**
     * A picture and what it is of.
     *
     * @param layers indices; the first one's name is on the picture
     */
    private record Drawn(List<Integer> layers, LayerFigure source, CoverageFigure figure) {}

    String html() {
        StringBuilder html = new StringBuilder("<section id=\"coverage\">\n<h2>Coverage</h2>\n");
        CoverageGroups layers = new CoverageGroups(analysed.network(), report);
        List<List<Integer>> groups = layers.all();
        if (groups.isEmpty()) {
            return html.append("<p>No layer's field is known.</p>\n</section>\n")
                    .toString();
        }
        html.append(
                        "<p class=\"quiet\">What a unit in the middle of a layer reads of the input, borders ignored, with all weights one:")
                .append(
                        " the more paths lead from a pixel to the unit, the more it counts. Below, the same along an axis.</p>\n");
        List<List<Integer>> outputs =
                groups.stream().filter(group -> layers.isOutput(group.get(0))).toList();
        StringBuilder undrawn = new StringBuilder();
        html.append("<div class=\"gallery\">\n");
        for (Drawn drawn : drawn(outputs)) {
            if (drawn.figure().isEmpty()) {
                undrawn.append("<li>").append(caption(drawn)).append("</li>\n");
                continue;
            }
            Svg svg = drawn.figure().draw();
            figures.put("coverage-" + FileNames.safe(name(drawn.layers().get(0))), svg);
            html.append("<figure>")
                    .append(svg.inline())
                    .append("<figcaption>")
                    .append(caption(drawn))
                    .append("</figcaption></figure>\n");
        }
        html.append("</div>\n");
        if (!undrawn.isEmpty()) {
            html.append("<p>Not drawn:</p>\n<ul>\n").append(undrawn).append("</ul>\n");
        }
        if (outputs.size() > MOST_PICTURES) {
            html.append("<p>Not drawn either, since there are more than ")
                    .append(MOST_PICTURES)
                    .append(" pictures: ")
                    .append(links(outputs.stream()
                            .skip(MOST_PICTURES)
                            .flatMap(List::stream)
                            .toList()))
                    .append(".</p>\n");
        }
        html.append(between(
                groups.stream().filter(group -> !layers.isOutput(group.get(0))).toList()));
        return html.append("</section>\n").toString();
    }

    /** Layers in between that leave pixels unread: the explorer draws them when asked. */
    private String between(List<List<Integer>> groups) {
        if (groups.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder(
                "<details class=\"between\"><summary>%s between, whose units leave pixels unread, which is not a fault by itself</summary>\n"
                        .formatted(groups.size() == 1 ? "A layer" : Num.grouped(groups.size()) + " layers"));
        html.append(
                "<p>A unit may leave pixels within its field unread where its neighbours read them: what counts is what the layers above it make of them together. Where something is lost, it is among the <a href=\"#findings\">findings</a>. The <a href=\"#explorer\">field explorer</a> draws each of them.</p>\n<ul>\n");
        for (List<Integer> group : groups.stream().limit(MOST_LISTED).toList()) {
            html.append("<li>")
                    .append(links(group.subList(0, 1)))
                    .append(read(report.layers().get(group.get(0))))
                    .append("</li>\n");
        }
        if (groups.size() > MOST_LISTED) {
            html.append("<li>and ")
                    .append(Num.grouped(groups.size() - MOST_LISTED))
                    .append(" more</li>\n");
        }
        return html.append("</ul>\n</details>\n").toString();
    }

    private static String read(LayerReport layer) {
        Optional<Coverage> coverage = layer.coverage()
                .filter(seen -> seen.read().isPresent() && seen.unread().isPresent());
        return coverage.isEmpty()
                ? ""
                : ": reads %s of %s"
                        .formatted(
                                Num.grouped(coverage.get().read()),
                                Num.grouped(coverage.get().read().getAsLong()
                                        + coverage.get().unread().getAsLong()));
    }

    /** Layers of which the pictures come out the same share one. */
    private Collection<Drawn> drawn(List<List<Integer>> groups) {
        PathMaps maps = new PathMaps(analysed.analysis());
        int square = groups.size() > MOST_LARGE ? SMALL : LARGE;
        int most = report.axes() == 1 ? CoverageFigure.MOST_IN_A_ROW : square;
        Map<CoverageFigure, Drawn> drawn = new LinkedHashMap<>();
        for (List<Integer> group : groups.stream().limit(MOST_PICTURES).toList()) {
            LayerFigure source = new LayerFigure(analysed, maps, report, group.get(0), most);
            CoverageFigure figure = source.figure();
            CoverageFigure key = figure.isEmpty() ? figure : figure.titled("");
            drawn.computeIfAbsent(key, same -> new Drawn(new ArrayList<>(), source, figure))
                    .layers()
                    .addAll(group);
        }
        return drawn.values();
    }

    private String caption(Drawn drawn) {
        LayerFigure source = drawn.source();
        List<Integer> others = drawn.layers().subList(1, drawn.layers().size());
        String details = source.details().isEmpty() ? "" : ", " + source.details();
        String why = source.why().isEmpty() ? "" : "; no picture: " + source.why();
        return links(drawn.layers().subList(0, 1)) + ": " + Markup.escape(source.summary() + details + why)
                + (others.isEmpty() ? "" : ". The same: " + links(others));
    }

    private String links(List<Integer> layers) {
        return layers.stream()
                .map(layer -> FindingsSection.link(report, name(layer)))
                .collect(Collectors.joining(", "));
    }

    private String name(int layer) {
        return report.layers().get(layer).name();
    }
}
