package dev.fovea.core.html;

import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.Map;
import java.util.Optional;

/** The list of all models of a compilation. */
final class IndexPage {
    private IndexPage() {}

    /** @param reports the models' reports by the names of their pages */
    static String html(Map<String, NetworkReport> reports) {
        StringBuilder rows = new StringBuilder();
        reports.forEach((page, report) -> rows.append(row(page, report)));
        String body = """
                <header>
                <h1>Receptive fields</h1>
                <p>The models of the last compilation. A page has what was found, the graph, the profile, what is read,
                and all figures.</p>
                </header>
                <main id="main">
                <div class="scroll" tabindex="0" role="region" aria-label="Models"><table>
                <thead><tr><th scope="col">model</th><th scope="col">findings</th><th scope="col">input</th>
                <th scope="col">layers</th><th scope="col">parameters</th><th scope="col">MACs</th>
                <th scope="col">field</th></tr></thead>
                <tbody>
                %s</tbody></table></div>
                </main>
                """.formatted(rows);
        return Pages.html(reports.size() == 1 ? "1 model" : reports.size() + " models", body);
    }

    private static String row(String page, NetworkReport report) {
        SummarySection summary = new SummarySection(report);
        Optional<LayerReport> last = summary.lastLocal();
        return "<tr><th scope=\"row\"><a href=\"%s.html\">%s</a></th><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        Markup.escape(page),
                        Markup.name(report.model()),
                        Markup.escape(summary.findings()),
                        Markup.escape(summary.input()),
                        report.layers().size(),
                        Num.grouped(report.parameters()),
                        Num.grouped(report.macs()),
                        last.map(layer -> Markup.escape(SummarySection.field(layer)))
                                .orElse("whole input"));
    }
}
