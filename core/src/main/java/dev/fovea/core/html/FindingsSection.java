package dev.fovea.core.html;

import dev.fovea.core.rule.stack.CoverageHole;
import dev.fovea.core.rule.stack.DilationCommonDivisor;
import dev.fovea.core.rule.stack.DilationGap;
import dev.fovea.report.Diagnostic;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.StackReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was found, worst first: message, rule, position, repair. */
final class FindingsSection {
    private static final List<String> SEVERITIES = List.of("error", "warning", "note");
    private static final Set<String> OF_STACKS = Set.of(
            DilationCommonDivisor.class.getSimpleName(),
            DilationGap.class.getSimpleName(),
            CoverageHole.class.getSimpleName());

    private final NetworkReport report;
    private final List<Optional<String>> places;
    private final String rulePages;

    /**
     * @param places where each finding stands in the source, in the report's order
     * @param rulePages what precedes the name of a rule's page
     */
    FindingsSection(NetworkReport report, List<Optional<String>> places, String rulePages) {
        this.report = report;
        this.places = places;
        this.rulePages = rulePages;
    }

    String html() {
        StringBuilder html = new StringBuilder("<section id=\"findings\">\n<h2>Findings</h2>\n");
        if (report.diagnostics().isEmpty()) {
            html.append("<p>Nothing was found wrong with this model.</p>\n");
        } else {
            html.append("<ol class=\"findings\">\n");
            for (boolean suppressed : new boolean[] {false, true}) {
                for (String severity : SEVERITIES) {
                    append(html, severity, suppressed);
                }
            }
            html.append("</ol>\n");
        }
        return html.append("</section>\n").toString();
    }

    private void append(StringBuilder html, String severity, boolean suppressed) {
        for (int i = 0; i < report.diagnostics().size(); i++) {
            Diagnostic finding = report.diagnostics().get(i);
            if (finding.severity().equals(severity) && finding.suppressed() == suppressed) {
                html.append(finding(finding, places.get(i)));
            }
        }
    }

    private String finding(Diagnostic finding, Optional<String> place) {
        String kind = finding.suppressed() ? "accepted" : finding.severity();
        List<String> lines = finding.message().lines().toList();
        StringBuilder html =
                new StringBuilder("<li class=\"finding ").append(kind).append("\">\n<h3><span class=\"badge\">");
        html.append(finding.suppressed() ? "accepted " + finding.severity() : finding.severity());
        html.append("</span> <a class=\"rule\" href=\"").append(Markup.escape(rulePages + finding.rule() + ".md"));
        html.append("\">").append(Markup.escape(finding.rule())).append("</a>");
        finding.layer().ifPresent(layer -> html.append(" on ").append(link(report, layer)));
        html.append("</h3>\n<p class=\"message\">")
                .append(Markup.escape(lines.isEmpty() ? "" : lines.get(0)))
                .append("</p>\n");
        if (lines.size() > 1) {
            html.append("<pre tabindex=\"0\">")
                    .append(Markup.escape(
                            lines.stream().skip(1).map(String::strip).collect(Collectors.joining("\n"))))
                    .append("</pre>\n");
        }
        finding.reason().ifPresent(reason -> html.append("<p>Accepted: ")
                .append(Markup.escape(reason))
                .append("</p>\n"));
        place.ifPresent(text -> html.append("<p class=\"quiet\">At <code>")
                .append(Markup.escape(text))
                .append("</code></p>\n"));
        repair(finding).ifPresent(html::append);
        return html.append("</li>\n").toString();
    }

    /** The first proposal for the stack that the finding is about. */
    private Optional<String> repair(Diagnostic finding) {
        if (!OF_STACKS.contains(finding.rule())) {
            return Optional.empty();
        }
        for (int i = 0; i < report.stacks().size(); i++) {
            StackReport stack = report.stacks().get(i);
            if (finding.layer().filter(stack.layers()::contains).isPresent()
                    && !stack.repairs().isEmpty()) {
                return Optional.of(
                        "<p>Repair: rates %s instead of %s, <a href=\"#stack-%s\">before and after</a>.</p>\n"
                                .formatted(
                                        StacksSection.rates(stack.repairs().get(0), report),
                                        StacksSection.rates(stack.rates(), report),
                                        i + 1));
            }
        }
        return Optional.empty();
    }

    /** A layer's name that leads to its figures. */
    static String link(NetworkReport report, String layer) {
        for (int i = 0; i < report.layers().size(); i++) {
            if (report.layers().get(i).name().equals(layer)) {
                return "<a href=\"#layer-%s\">%s</a>".formatted(i + 1, Markup.name(layer));
            }
        }
        return Markup.name(layer);
    }
}
