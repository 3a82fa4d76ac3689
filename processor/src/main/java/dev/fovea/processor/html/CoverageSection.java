package dev.fovea.processor.html;

import dev.fovea.processor.rule.Subject;
import dev.fovea.report.Coverage;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one unit reads of the input: of endpoints, of the last layer that reads locally, and of layers with unread pixels. */
final class CoverageSection {
    private static final int MOST_WITH_UNREAD = 8;

    private final Subject subject;
    private final NetworkReport report;
    private final Map<String, Svg> figures;
    private final Set<Integer> unread = new LinkedHashSet<>();
    private final Set<Integer> chosen = new TreeSet<>();

    /** @param figures takes the figures by name */
    CoverageSection(Subject subject, NetworkReport report, Map<String, Svg> figures) {
        this.subject = subject;
        this.report = report;
        this.figures = figures;
        choose();
    }

    private void choose() {
        Set<List<Object>> seen = new HashSet<>();
        int last = -1;
        for (int i = 0; i < report.layers().size(); i++) {
            LayerReport layer = report.layers().get(i);
            if (layer.field().stream()
                    .noneMatch(axis -> axis.jump().isPresent() && axis.size().isPresent())) {
                continue;
            }
            last = i;
            if (layer.endpoint().isPresent()) {
                chosen.add(i);
            }
            boolean isHoley = layer.coverage()
                    .filter(coverage -> coverage.unread().orElse(0) > 0)
                    .isPresent();
            if (isHoley && seen.add(List.of(layer.field(), layer.coverage().orElseThrow()))) {
                unread.add(i);
            }
        }
        if (last >= 0) {
            chosen.add(last);
        }
        unread.stream().limit(MOST_WITH_UNREAD).forEach(chosen::add);
    }

    String html() {
        StringBuilder html = new StringBuilder("<section id=\"coverage\">\n<h2>Coverage</h2>\n");
        if (chosen.isEmpty()) {
            return html.append("<p>No layer's field is known.</p>\n</section>\n")
                    .toString();
        }
        html.append(
                        "<p class=\"quiet\">What the first unit of a layer reads of the input, borders ignored, with all weights one:")
                .append(
                        " the more paths lead from a pixel to the unit, the more it counts. Below, the same along an axis.</p>\n")
                .append("<div class=\"gallery\">\n");
        List<String> undrawn = new ArrayList<>();
        for (int layer : chosen) {
            LayerReport facts = report.layers().get(layer);
            CoverageFigure figure = new LayerFigure(subject, report, layer).figure();
            if (figure.isEmpty()) {
                undrawn.add(FindingsSection.link(report, facts.name()) + " (" + Markup.escape(summary(facts)) + ")");
                continue;
            }
            Svg svg = figure.draw();
            figures.put("coverage-" + FileNames.safe(facts.name()), svg);
            html.append("<figure>").append(svg.inline()).append("<figcaption>");
            html.append(FindingsSection.link(report, facts.name()));
            html.append(": ").append(Markup.escape(summary(facts))).append("</figcaption></figure>\n");
        }
        html.append("</div>\n");
        if (!undrawn.isEmpty()) {
            html.append("<p>Their paths are too many to be drawn: ")
                    .append(String.join(", ", undrawn))
                    .append(".</p>\n");
        }
        List<String> others = new ArrayList<>();
        unread.stream()
                .filter(layer -> !chosen.contains(layer))
                .forEach(layer -> others.add(
                        FindingsSection.link(report, report.layers().get(layer).name())));
        if (!others.isEmpty()) {
            html.append("<p>Unread pixels are also in the fields of ")
                    .append(String.join(", ", others))
                    .append(".</p>\n");
        }
        return html.append("</section>\n").toString();
    }

    /** How many pixels of its field a layer reads. */
    static String summary(LayerReport layer) {
        String size =
                layer.field().stream().map(axis -> Num.grouped(axis.size())).collect(Collectors.joining("\u00d7"));
        String pixels = layer.field().size() == 1 ? " positions" : " pixels";
        if (layer.coverage().isEmpty() || layer.coverage().get().isPerAxis()) {
            return "field of " + size + pixels;
        }
        Coverage coverage = layer.coverage().get();
        return coverage.unread().orElse(0) == 0
                ? "reads all " + size + pixels
                : "reads " + Num.grouped(coverage.read()) + " of " + size + pixels + ", "
                        + Num.grouped(coverage.unread()) + " unread";
    }
}
