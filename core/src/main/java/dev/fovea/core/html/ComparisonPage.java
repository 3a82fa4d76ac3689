package dev.fovea.core.html;

import dev.fovea.report.Diagnostic;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.ReportDiff;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page of two reports, for instance of a model before and after a change: what differs, and pictures side by side. */
public final class ComparisonPage {
    private final NetworkReport before;
    private final NetworkReport after;
    private final ReportDiff diff;

    private ComparisonPage(NetworkReport before, NetworkReport after) {
        this.before = before;
        this.after = after;
        this.diff = before.diff(after);
    }

    /**
     * The page; it needs nothing but a browser.
     *
     * @param before the report of the model as it was
     * @param after as it is now
     */
    public static String html(NetworkReport before, NetworkReport after) {
        return html(before, after, false);
    }

    /** @param isIndexed whether an index of all models lies beside the page */
    static String html(NetworkReport before, NetworkReport after, boolean isIndexed) {
        return new ComparisonPage(before, after).html(isIndexed);
    }

    private String html(boolean isIndexed) {
        String summary = diff.isEmpty() ? "no difference" : diff.summary();
        String body = "<header>\n<h1>" + name() + "</h1>\n"
                + "<p class=\"verdict %s\">%s</p>\n".formatted(grade(), Markup.escape(verdict()))
                + "<p>" + Markup.escape(summary.isEmpty() ? "figures of the network differ" : summary)
                + "</p>\n"
                + (isIndexed
                        ? "<nav aria-label=\"Models\"><a href=\"index.html\">All models of the two builds</a></nav>\n"
                        : "")
                + "</header>\n"
                + "<main id=\"main\">\n"
                + findings("appeared", "Findings that appeared", diff.appeared())
                + findings("gone", "Findings that are gone", diff.gone())
                + network()
                + new ComparedPictures(before, after).html()
                + new ComparedLayers(diff).html()
                + "</main>\n" + Pages.scripts("sort.js");
        return Pages.html(verdict() + " \u2013 " + after.model(), body);
    }

    private String name() {
        return before.model().equals(after.model())
                ? Markup.name(after.model())
                : Markup.name(before.model()) + " \u2192 " + Markup.name(after.model());
    }

    private String grade() {
        return Verdict.of(after).grade();
    }

    /** {@code ✓ sound, as before}, or what it is now and what it was. */
    private String verdict() {
        String now = Verdict.of(after).text();
        String old = Verdict.of(before).text();
        return now.equals(old) ? now + ", as before" : now + " (before: " + old + ")";
    }

    private static String findings(String id, String title, List<Diagnostic> findings) {
        if (findings.isEmpty()) {
            return "";
        }
        return "<section id=\"%s\">\n<h2>%s</h2>\n<ul class=\"findings\">\n%s</ul>\n</section>\n"
                .formatted(
                        id,
                        title,
                        findings.stream().map(ComparisonPage::finding).collect(Collectors.joining()));
    }

    private static String finding(Diagnostic finding) {
        String kind = finding.suppressed() ? "accepted" : finding.severity().toLowerCase(Locale.ROOT);
        return "<li class=\"finding %s\"><h3><span class=\"badge\">%s</span> <span class=\"rule\">%s</span>%s</h3>\n<p class=\"ink\">%s</p></li>\n"
                .formatted(
                        kind,
                        finding.suppressed() ? "accepted " + finding.severity() : finding.severity(),
                        Markup.escape(finding.rule()),
                        finding.layer()
                                .map(layer -> " on " + Markup.name(layer))
                                .orElse(""),
                        Markup.escape(finding.message().lines().findFirst().orElse("")));
    }

    private String network() {
        if (diff.network().isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<section id=\"network\">\n<h2>The network</h2>\n");
        html.append(
                        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Figures of the network\"><table class=\"compared\">\n")
                .append(
                        "<thead><tr><th scope=\"col\">figure</th><th scope=\"col\">before</th><th scope=\"col\">after</th></tr></thead>\n<tbody>\n");
        for (ReportDiff.Change change : diff.network()) {
            html.append("<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td></tr>\n"
                    .formatted(
                            Markup.escape(change.figure()),
                            Markup.escape(change.before()),
                            Markup.escape(change.after())));
        }
        return html.append("</tbody></table></div>\n</section>\n").toString();
    }
}
