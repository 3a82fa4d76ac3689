package dev.fovea.core.html;

import dev.fovea.core.finding.Advice;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.pathmap.PathMaps;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.core.rule.UnreadPixels;
import dev.fovea.core.rule.stack.CoverageHole;
import dev.fovea.core.rule.stack.DilationCommonDivisor;
import dev.fovea.core.rule.stack.DilationGap;
import dev.fovea.report.Coverage;
import dev.fovea.report.Diagnostic;
import dev.fovea.report.NetworkReport;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was found, worst first: the fault, its picture, what to write, the position, and the rule's own text. */
final class FindingsSection {
    private static final List<String> SEVERITIES = List.of("error", "warning", "note");
    private static final Set<String> OF_STACKS = Set.of(
            DilationCommonDivisor.class.getSimpleName(),
            DilationGap.class.getSimpleName(),
            CoverageHole.class.getSimpleName());
    private static final int MOST_PICTURES = 12;
    private static final int MOST_CELLS = 61;
    private static final int SHORTEST_CAUSE = 24;

    private final AnalysedNetwork analysed;
    private final NetworkReport report;
    private final Wording wording;
    private final List<Optional<SourceLink>> places;
    private final List<LintFinding> findings;
    private final WrittenAnnotation annotations;
    private final FileNames anchors = new FileNames();
    private final Set<String> explained = new HashSet<>();
    private int pictures;

    /** @param places where each finding stands in the source, in the report's order */
    FindingsSection(LintResult result, NetworkReport report, Wording wording, List<Optional<SourceLink>> places) {
        this.analysed = result.network();
        this.findings = result.findings();
        this.annotations = new WrittenAnnotation(result.model());
        this.report = report;
        this.wording = wording;
        this.places = places;
    }

    String html() {
        StringBuilder html = new StringBuilder("<section id=\"findings\">\n<h2>Findings</h2>\n");
        if (report.diagnostics().isEmpty()) {
            html.append("<p>Nothing was found wrong with this model.</p>\n");
            unread().ifPresent(html::append);
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

    /** Pixels may be unread without a fault; who sees the picture asks. What is read from outside is named first. */
    private Optional<String> unread() {
        CoverageGroups groups = new CoverageGroups(analysed.network(), report);
        return IntStream.range(0, report.layers().size())
                .filter(layer -> unread(layer) > 0)
                .boxed()
                .max(Comparator.comparing(groups::isOutput).thenComparing(Comparator.reverseOrder()))
                .map(layer ->
                        "<p class=\"quiet\">A unit of %s leaves %s of the %s %s in its field unread. That is not a fault by itself: what such a unit skips is read by its neighbours, or by other branches; <a href=\"#coverage\">the pictures</a> show it.</p>\n"
                                .formatted(
                                        link(report, report.layers().get(layer).name()),
                                        Num.grouped(unread(layer)),
                                        Num.grouped(unread(layer) + read(layer)),
                                        report.axes() == 1 ? "positions" : "pixels"));
    }

    private long unread(int layer) {
        return report.layers()
                .get(layer)
                .coverage()
                .map(Coverage::unread)
                .orElse(OptionalLong.empty())
                .orElse(0);
    }

    private long read(int layer) {
        return report.layers()
                .get(layer)
                .coverage()
                .map(Coverage::read)
                .orElse(OptionalLong.empty())
                .orElse(0);
    }

    private void append(StringBuilder html, String severity, boolean suppressed) {
        for (int i = 0; i < report.diagnostics().size(); i++) {
            Diagnostic finding = report.diagnostics().get(i);
            if (finding.severity().equals(severity) && finding.suppressed() == suppressed) {
                html.append(finding(i));
            }
        }
    }

    private String finding(int index) {
        Diagnostic finding = report.diagnostics().get(index);
        String kind = finding.suppressed() ? "accepted" : finding.severity();
        List<String> lines = finding.message().lines().toList();
        String anchor = anchors.unused("finding." + finding.rule()
                + finding.layer().map(layer -> "." + layer).orElse(""));
        StringBuilder html =
                new StringBuilder("<li class=\"finding %s\" id=\"%s\" data-index=\"%s\">\n<h3><span class=\"badge\">"
                        .formatted(kind, Markup.escape(anchor), index));
        html.append(finding.suppressed() ? "accepted " + finding.severity() : finding.severity());
        html.append("</span> <span class=\"rule\">")
                .append(Markup.escape(finding.rule()))
                .append("</span>");
        finding.layer().ifPresent(layer -> html.append(" on ").append(link(report, layer)));
        html.append("</h3>\n<div class=\"evidence\">\n<div class=\"say\">\n")
                .append(message(lines.isEmpty() ? "" : lines.get(0)));
        repair(index, finding).ifPresent(html::append);
        html.append("</div>\n");
        picture(finding).ifPresent(svg -> html.append("<figure>").append(svg).append("</figure>\n"));
        html.append("<div class=\"more\">\n");
        finding.reason().ifPresent(reason -> html.append("<p>Accepted: ")
                .append(Markup.escape(reason))
                .append("</p>\n"));
        places.get(index).ifPresent(link -> html.append("<p class=\"quiet\">At ")
                .append(link.html())
                .append("</p>\n"));
        if (lines.size() > 1) {
            html.append("<pre>")
                    .append(Markup.escape(
                            lines.stream().skip(1).map(String::strip).collect(Collectors.joining("\n"))))
                    .append("</pre>\n");
        }
        html.append(rule(finding.rule())).append("</div>\n");
        return html.append("</div>\n</li>\n").toString();
    }

    /** The cause comes first in a message, and stands out. */
    private static String message(String text) {
        int end = Stream.of(": ", ", so ", "; ")
                .mapToInt(mark -> text.indexOf(mark, SHORTEST_CAUSE))
                .filter(at -> at >= 0)
                .min()
                .orElse(text.length());
        return "<p class=\"message\"><strong>%s</strong>%s</p>\n"
                .formatted(Markup.escape(text.substring(0, end)), Markup.escape(text.substring(end)));
    }

    /** The rule's text, once a page. */
    private String rule(String rule) {
        String name = Markup.escape(rule);
        return explained.add(rule)
                ? "<details class=\"about\" id=\"rule-%s\"><summary>What %1$s means, and when to accept it</summary>\n%s</details>\n"
                        .formatted(name, RuleText.html(rule))
                : "<p class=\"quiet\"><a class=\"unfold\" href=\"#rule-%s\">What %1$s means</a></p>\n".formatted(name);
    }

    private OptionalInt stack(Diagnostic finding) {
        if (OF_STACKS.contains(finding.rule())) {
            for (int i = 0; i < report.stacks().size(); i++) {
                if (finding.layer()
                        .filter(report.stacks().get(i).layers()::contains)
                        .isPresent()) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }

    private Optional<String> picture(Diagnostic finding) {
        if (pictures == MOST_PICTURES) {
            return Optional.empty();
        }
        OptionalInt stack = stack(finding);
        Optional<Svg> drawn = stack.isPresent()
                ? StackFigure.present(report, analysed.stacks().get(stack.getAsInt()))
                : finding.rule().equals(UnreadPixels.class.getSimpleName())
                        ? field(finding)
                        : new FaultRow(analysed.network(), report).of(finding);
        pictures += drawn.isPresent() ? 1 : 0;
        return drawn.map(Svg::inline);
    }

    /** What a unit of the finding's layer reads of the input. */
    private Optional<Svg> field(Diagnostic finding) {
        return IntStream.range(0, report.layers().size())
                .filter(i -> finding.layer()
                        .filter(report.layers().get(i).name()::equals)
                        .isPresent())
                .mapToObj(i ->
                        new LayerFigure(analysed, new PathMaps(analysed.analysis()), report, i, MOST_CELLS).figure())
                .filter(figure -> !figure.isEmpty())
                .findFirst()
                .map(CoverageFigure::draw);
    }

    /** What the finding tells to write, as it is typed. */
    private Optional<String> repair(int index, Diagnostic finding) {
        List<Advice> advice = findings.get(index).finding().advice().stream()
                .filter(wording::canFollow)
                .toList();
        Optional<String> rates = rates(finding);
        if (advice.isEmpty()) {
            return rates.map(text -> "<p>" + text + ".</p>\n");
        }
        StringBuilder html =
                new StringBuilder(rates.map(text -> "<p>" + text + ".</p>\n").orElse(""));
        for (int i = 0; i < advice.size(); i++) {
            html.append("<p>%s</p>\n<ul class=\"write\">\n".formatted(lead(advice.get(i), i == 0)));
            advice.get(i).statements().forEach(statement -> html.append(statement(statement)));
            html.append("</ul>\n");
        }
        return Optional.of(html.toString());
    }

    /** A pin mends nothing, but says that a figure is meant. */
    private static String lead(Advice advice, boolean isFirst) {
        boolean isPin = advice.statements().stream()
                .allMatch(statement -> statement.annotation().equals("Expect"));
        return isPin ? isFirst ? "If it is meant, write" : "or, if it is meant, write" : isFirst ? "Write" : "or write";
    }

    private String statement(Advice.Statement statement) {
        String member = statement.member().isEmpty() ? report.model() : statement.member();
        if (!wording.takes(statement)) {
            return "<li><code>%s</code> at %s</li>\n"
                    .formatted(Markup.escape(WrittenAnnotation.attributes(statement)), Markup.name(member));
        }
        String text = Markup.escape(annotations.text(statement));
        String place = statement.isAdded() ? "on a new member above" : "at";
        return "<li><code>%1$s</code> %3$s %2$s <button type=\"button\" class=\"copy\" data-copy=\"%1$s\" aria-label=\"Copy %1$s\">Copy</button></li>\n"
                .formatted(text, Markup.name(member), place);
    }

    /** The first proposal for the stack that the finding is about. */
    private Optional<String> rates(Diagnostic finding) {
        OptionalInt stack = stack(finding);
        if (stack.isEmpty()) {
            return Optional.empty();
        }
        return analysed.repairs().get(stack.getAsInt()).proposals().stream()
                .findFirst()
                .map(best -> "Repair: rates %s instead of %s, <a href=\"#%s\">before and after</a>"
                        .formatted(
                                StacksSection.rates(best.rates(), report),
                                StacksSection.rates(
                                        report.stacks().get(stack.getAsInt()).rates(), report),
                                Anchors.stack(report.stacks().get(stack.getAsInt()))));
    }

    /** A layer's name that leads to its figures. */
    static String link(NetworkReport report, String layer) {
        return report.layers().stream().anyMatch(one -> one.name().equals(layer))
                ? "<a href=\"#%s\">%s</a>".formatted(Markup.escape(Anchors.layer(layer)), Markup.name(layer))
                : Markup.name(layer);
    }
}
