package dev.fovea.core.html;

import dev.fovea.report.NetworkReport;
import dev.fovea.report.Target;
import dev.fovea.report.TargetAxis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the network is fed so that its output, and each endpoint, comes out: tiles, sizes that work, streams. */
final class FeedingSection {
    private static final String SIZES = "Sizes that work";

    private final NetworkReport report;

    FeedingSection(NetworkReport report) {
        this.report = report;
    }

    String html() {
        if (report.targets().isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<section id=\"feeding\">\n<h2>Tiles and sizes</h2>\n");
        html.append(
                "<p class=\"quiet\">How to cut an input so that the pieces give exactly what the whole gives, and which sizes work at all.</p>\n");
        Map<Plan, List<Target>> alike = new LinkedHashMap<>();
        report.targets().forEach(target -> alike.computeIfAbsent(plan(target.axes()), same -> new ArrayList<>())
                .add(target));
        List<List<String>> sizes = alike.keySet().stream().map(Plan::sizes).toList();
        boolean once = sizes.stream().distinct().count() == 1;
        if (once) {
            html.append("<dl class=\"feeding\">\n");
            entry(html, SIZES, sizes.get(0));
            html.append("</dl>\n");
        }
        alike.forEach((plan, targets) -> html.append(html(plan, targets, alike.size() == 1, once)));
        return html.append("</section>\n").toString();
    }

    /** What is said, per axis or once; targets of which the same is said are together. */
    private record Plan(List<String> tiles, List<String> sizes, List<String> stream) {}

    private Plan plan(List<TargetAxis> axes) {
        return new Plan(
                each(axes, axis -> Feeding.tiles(axis.tiles(), unit())),
                each(axes, axis -> Feeding.sizes(axis.extents(), unit())),
                report.axes() > 1
                        ? List.of()
                        : each(
                                axes,
                                axis -> Feeding.stream(
                                        axis.stream(), axis.tiles().reason())));
    }

    private String html(Plan plan, List<Target> targets, boolean alone, boolean sized) {
        StringBuilder html = new StringBuilder();
        if (!alone) {
            html.append("<h3>For ")
                    .append(targets.stream().map(this::name).collect(Collectors.joining(", ")))
                    .append("</h3>\n");
        }
        html.append("<dl class=\"feeding\">\n");
        entry(html, "Tiles", plan.tiles());
        if (!sized) {
            entry(html, SIZES, plan.sizes());
        }
        if (report.axes() == 1) {
            entry(html, "As a stream", plan.stream());
        }
        return html.append("</dl>\n").toString();
    }

    private String unit() {
        return report.axes() == 1 ? "samples" : "pixels";
    }

    private String name(Target target) {
        boolean isLast = target == report.targets().get(0);
        return (isLast ? "the last layer, " : "")
                + FindingsSection.link(report, target.layer())
                + target.endpoint()
                        .filter(name -> !name.equals(target.layer()))
                        .map(name -> " (" + Markup.name(name) + ")")
                        .orElse("");
    }

    private static void entry(StringBuilder html, String term, List<String> texts) {
        html.append("<div><dt>").append(Glossary.term(term)).append("</dt>");
        texts.forEach(text -> html.append("<dd>").append(Markup.escape(text)).append("</dd>"));
        html.append("</div>\n");
    }

    /** One text where all axes are alike, else one for each. */
    private List<String> each(List<TargetAxis> axes, Function<TargetAxis, String> text) {
        List<String> texts = axes.stream().map(text).toList();
        if (texts.stream().distinct().count() == 1) {
            return texts.subList(0, 1);
        }
        List<String> named = new ArrayList<>();
        for (int axis = 0; axis < texts.size(); axis++) {
            named.add("Along " + Axes.names(report).get(axis) + ": " + texts.get(axis));
        }
        return named;
    }
}
