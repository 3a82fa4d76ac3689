package dev.fovea.core.html;

import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The list of all models of a compilation: verdicts, key figures, totals; blocks apart. */
final class IndexPage {
    private IndexPage() {}

    /** A model, or a block, that has a page. */
    record Entry(NetworkReport report, boolean isBlock) {}

    /** @param entries by the names of their pages */
    static String html(Map<String, Entry> entries) {
        Verdict total = total(entries);
        boolean hasBlocks = entries.values().stream().anyMatch(Entry::isBlock);
        String count = count(entries);
        String body = """
                <header>
                <h1>Receptive fields</h1>
                <p class="verdict %s">%s</p>
                <p>%s of the last compilation, %s. A page has what was found, the graph, the profile, what is
                read, and all figures.</p>
                </header>
                <main id="main">
                <p class="tools"><label for="filter">Show names with</label> <input id="filter" type="search">
                <label><input id="only" type="checkbox"> with errors or warnings only</label>
                <span id="shown" role="status"></span></p>
                %s%s</main>
                %s""".formatted(
                        total.grade(),
                        Markup.escape(total.text()),
                        count,
                        unsound(entries),
                        table("Models", entries, false),
                        !hasBlocks ? "" : table("Blocks", entries, true),
                        Pages.scripts("sort.js", "filter.js"));
        return Pages.html(total.text() + " \u2013 " + count, body);
    }

    /** {@code 28 models, 26 blocks}. */
    static String count(Map<String, Entry> entries) {
        long blocks = entries.values().stream().filter(Entry::isBlock).count();
        long models = entries.size() - blocks;
        return models
                + (models == 1 ? " model" : " models")
                + (blocks == 0 ? "" : ", " + blocks + (blocks == 1 ? " block" : " blocks"));
    }

    /** {@code 2 not sound}. */
    private static String unsound(Map<String, Entry> entries) {
        long unsound = entries.values().stream()
                .filter(entry -> !Verdict.of(entry.report()).isSound())
                .count();
        return unsound == 0 ? "all sound" : unsound + " not sound";
    }

    static Verdict total(Map<String, Entry> entries) {
        return Verdict.sum(entries.values().stream().map(Entry::report).toList());
    }

    private static String table(String title, Map<String, Entry> entries, boolean blocks) {
        StringBuilder rows = new StringBuilder();
        entries.entrySet().stream()
                .filter(entry -> entry.getValue().isBlock() == blocks)
                .sorted(Comparator.comparing(
                        entry -> -gravity(Verdict.of(entry.getValue().report()))))
                .forEach(entry ->
                        rows.append(row(entry.getKey(), entry.getValue().report())));
        String headings = Pages.headings(List.of("name", "verdict", "input", "layers", "parameters", "MACs", "field"));
        return """
                <section>
                <h2>%s</h2>
                <div class="scroll" tabindex="0" role="region" aria-label="%1$s"><table class="sortable index">
                <thead><tr>%s</tr></thead>
                <tbody>
                %s</tbody></table></div>
                </section>
                """.formatted(title, headings, rows);
    }

    private static String row(String page, NetworkReport report) {
        // The class first, since all packages look alike on a telephone.
        int dot = report.model().lastIndexOf('.');
        SummarySection summary = new SummarySection(report);
        Verdict verdict = Verdict.of(report);
        Optional<LayerReport> last = summary.lastLocal();
        return "<tr data-grade=\"%s\"><th scope=\"row\"><a href=\"%s.html\">%s</a>%s</th><td data-key=\"%s\"><span class=\"verdict %1$s\">%s</span></td><td>%s</td>%s%s%s<td data-key=\"%s\">%s</td></tr>\n"
                .formatted(
                        verdict.grade(),
                        Markup.escape(page),
                        Markup.name(report.model().substring(dot + 1)),
                        dot < 0
                                ? ""
                                : " <span class=\"package\">"
                                        + Markup.name(report.model().substring(0, dot)) + "</span>",
                        gravity(verdict),
                        Markup.escape(verdict.text()),
                        Markup.escape(summary.input()),
                        number(OptionalLong.of(report.layers().size())),
                        number(report.parameters()),
                        number(report.macs()),
                        last.flatMap(layer -> layer.field().stream()
                                        .map(axis -> axis.size())
                                        .filter(OptionalLong::isPresent)
                                        .findFirst())
                                .map(size -> Long.toString(size.getAsLong()))
                                .orElse(""),
                        last.map(layer -> Markup.escape(SummarySection.field(layer)))
                                .orElse("whole input"));
    }

    /** By which the gravest come first: one error is worse than any number of warnings. */
    private static long gravity(Verdict verdict) {
        return 1_000_000 * verdict.errors() + 1_000 * verdict.warnings() + verdict.notes();
    }

    private static String number(OptionalLong value) {
        String key = value.isPresent() ? Long.toString(value.getAsLong()) : "";
        return "<td data-key=\"%s\" title=\"%s\">%s</td>".formatted(key, Num.grouped(value), Num.rounded(value));
    }
}
