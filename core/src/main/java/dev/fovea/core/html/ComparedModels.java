package dev.fovea.core.html;

import dev.fovea.report.NetworkReport;
import dev.fovea.report.ReportDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** The index of two builds: what became of each model, the changed ones first. */
final class ComparedModels {
    private final SortedMap<String, NetworkReport> before;
    private final SortedMap<String, NetworkReport> after;
    private final String summary;
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Map<String, ReportDiff> diffs = new LinkedHashMap<>();

    ComparedModels(SortedMap<String, NetworkReport> before, SortedMap<String, NetworkReport> after, String summary) {
        this.before = before;
        this.after = after;
        this.summary = summary;
    }

    /** @param page the name of the file that tells of a changed model */
    void add(ReportDiff diff, String page) {
        diffs.put(diff.after(), diff);
        pages.put(diff.after(), page);
    }

    String html() {
        Verdict now = Verdict.sum(after.values());
        Verdict old = Verdict.sum(before.values());
        String verdict = now.equals(old) ? now.text() + ", as before" : now.text() + " (before: " + old.text() + ")";
        SortedSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        StringBuilder rows = new StringBuilder();
        pages.keySet().forEach(model -> rows.append(row(model)));
        all.stream()
                .filter(model -> !pages.containsKey(model) && !isSame(model))
                .forEach(model -> rows.append(row(model)));
        all.stream()
                .filter(model -> !pages.containsKey(model) && isSame(model))
                .forEach(model -> rows.append(row(model)));
        String body = """
                <header>
                <h1>Two builds</h1>
                <p class="verdict %s">%s</p>
                <p>%s. A page of each model that changed has the findings that appeared and are gone, pictures side by side, and its layers.</p>
                </header>
                <main id="main">
                <section>
                <h2>Models</h2>
                <p class="tools"><label for="filter">Show names with</label> <input id="filter" type="search">
                <label><input id="only" type="checkbox"> what differs only</label>
                <span id="shown" role="status"></span></p>
                <div class="scroll" tabindex="0" role="region" aria-label="Models"><table class="sortable index compared">
                <thead><tr>%s</tr></thead>
                <tbody>
                %s</tbody></table></div>
                </section>
                </main>
                %s""".formatted(
                        now.grade(),
                        Markup.escape(verdict),
                        summary,
                        Pages.headings(List.of("name", "change", "verdict", "what differs", "parameters", "MACs")),
                        rows,
                        Pages.scripts("sort.js", "filter.js"));
        return Pages.html(verdict + " \u2013 " + summary, body);
    }

    private boolean isSame(String model) {
        return before.containsKey(model) && after.containsKey(model);
    }

    private String row(String model) {
        Optional<NetworkReport> old = Optional.ofNullable(before.get(model));
        Optional<NetworkReport> now = Optional.ofNullable(after.get(model));
        Optional<ReportDiff> diff = Optional.ofNullable(diffs.get(model));
        String change =
                old.isEmpty() ? "added" : now.isEmpty() ? "removed" : diff.isPresent() ? "changed" : "as before";
        String name = Markup.name(model);
        return "<tr data-grade=\"%s\"><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        change.equals("as before") ? "sound" : change,
                        diff.isPresent()
                                ? "<a href=\"%s\">%s</a>".formatted(Markup.escape(pages.get(model)), name)
                                : name,
                        change,
                        change(old, now, report -> Verdict.of(report).text()),
                        diff.map(ComparedModels::summary).orElse(""),
                        change(old, now, report -> Num.rounded(report.parameters())),
                        change(old, now, report -> Num.rounded(report.macs())));
    }

    private static String summary(ReportDiff diff) {
        String text = diff.summary();
        return Markup.escape(text.isEmpty() ? "figures of the network" : text);
    }

    /** Once where it is the same, or one of the two is missing. */
    private static String change(
            Optional<NetworkReport> old, Optional<NetworkReport> now, Function<NetworkReport, String> figure) {
        String then = old.map(figure).orElse("");
        String text = now.map(figure).orElse("");
        return then.equals(text) || then.isEmpty() || text.isEmpty()
                ? Markup.escape(then.isEmpty() ? text : then)
                : "<del>" + Markup.escape(then) + "</del> \u2192 <ins>" + Markup.escape(text) + "</ins>";
    }
}
