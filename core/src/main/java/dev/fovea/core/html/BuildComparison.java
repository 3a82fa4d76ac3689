package dev.fovea.core.html;

import dev.fovea.report.NetworkReport;
import dev.fovea.report.ReportDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All reports of two builds, for a pull request: which models differ, are new or are gone, as Markdown and as pages.
 *
 * <p>Models are paired by name.
 */
public final class BuildComparison {
    private final SortedMap<String, NetworkReport> before;
    private final SortedMap<String, NetworkReport> after;
    private final List<ReportDiff> changed;
    private final SortedSet<String> added;
    private final SortedSet<String> removed;

    private BuildComparison(SortedMap<String, NetworkReport> before, SortedMap<String, NetworkReport> after) {
        this.before = before;
        this.after = after;
        this.changed = after.values().stream()
                .filter(report -> before.containsKey(report.model()))
                .map(report -> before.get(report.model()).diff(report))
                .filter(diff -> !diff.isEmpty())
                .toList();
        this.added = without(after, before);
        this.removed = without(before, after);
    }

    /** The models of one build that another has not. */
    private static SortedSet<String> without(
            SortedMap<String, NetworkReport> build, SortedMap<String, NetworkReport> other) {
        SortedSet<String> models = new TreeSet<>(build.keySet());
        models.removeAll(other.keySet());
        return models;
    }

    /**
     * Reads the reports of two builds.
     *
     * @param before a folder somewhere below which the first build's reports are, such as its {@code META-INF/fovea}
     * @param after that of the second build
     * @throws IOException if a file cannot be read, no report is there, or two reports of one model in a folder differ
     */
    public static BuildComparison of(Path before, Path after) throws IOException {
        return new BuildComparison(BuildReports.below(before), BuildReports.below(after));
    }

    /** True if no figure and no finding of any model differs, and both builds have the same models. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    /** {@code 1 model changed, 1 added, 26 as before}. */
    public String summary() {
        List<String> counts = new ArrayList<>();
        count(counts, changed.size(), changed.size() == 1 ? "model changed" : "models changed");
        count(counts, added.size(), "added");
        count(counts, removed.size(), "removed");
        count(counts, after.size() - added.size() - changed.size(), "as before");
        return String.join(", ", counts);
    }

    private static void count(List<String> counts, int number, String what) {
        if (number > 0) {
            counts.add(number + " " + what);
        }
    }

    /** The differences for a pull request, in Markdown (GitHub flavour): of each model that changed, and the names of others. */
    public String toMarkdown() {
        StringBuilder markdown = new StringBuilder(summary()).append(".\n");
        names(markdown, "Added", added, after);
        names(markdown, "Removed", removed, before);
        changed.forEach(diff -> markdown.append('\n').append(diff.toMarkdown()));
        return markdown.toString();
    }

    private static void names(
            StringBuilder markdown, String title, SortedSet<String> models, SortedMap<String, NetworkReport> reports) {
        if (!models.isEmpty()) {
            markdown.append('\n').append(title).append(":\n\n");
            models.forEach(model -> markdown.append("- `")
                    .append(model)
                    .append("`: ")
                    .append(Verdict.of(reports.get(model)).text())
                    .append('\n'));
        }
    }

    /**
     * Writes a page for each model that changed, and {@code index.html}, which tells of all.
     *
     * @param folder where to; made where it is missing
     * @throws IOException if a file cannot be written
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileNames names = new FileNames();
        names.unused("index");
        ComparedModels index = new ComparedModels(before, after, summary());
        for (ReportDiff diff : changed) {
            String page = names.unused(diff.after()) + ".html";
            String html = ComparisonPage.html(before.get(diff.before()), after.get(diff.after()), true);
            Files.writeString(folder.resolve(page), html, StandardCharsets.UTF_8);
            index.add(diff, page);
        }
        Files.writeString(folder.resolve("index.html"), index.html(), StandardCharsets.UTF_8);
    }
}
