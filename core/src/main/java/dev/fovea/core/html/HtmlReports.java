package dev.fovea.core.html;

import dev.fovea.core.finding.Region;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.report.SourcePaths;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a page per model, its figures as files of their own, and an index of all models. */
public final class HtmlReports {
    private final Path folder;
    private final SourcePaths sources;
    private final Optional<String> prefix;
    private final FileNames names = new FileNames();
    private final Map<String, IndexPage.Entry> written = new TreeMap<>();

    /**
     * @param folder where to write; made where it is missing
     * @param root the folder that positions in sources are relative to
     */
    public HtmlReports(Path folder, Path root) {
        this(folder, root, Optional.empty());
    }

    /**
     * The same with links to sources.
     *
     * @param prefix what precedes a source's path in a link: of a forge or an editor
     */
    public HtmlReports(Path folder, Path root, Optional<String> prefix) {
        this.folder = folder;
        this.prefix = prefix;
        this.sources = new SourcePaths(root);
    }

    /**
     * Writes the page of a model that has no source.
     *
     * @throws IOException if a file cannot be written
     */
    public void add(LintResult result) throws IOException {
        add(result, Wording.FILE, Collections.nCopies(result.findings().size(), Optional.empty()));
    }

    /**
     * Writes the page of a model.
     *
     * @param wording in what the model is written
     * @param regions where each finding stands
     * @throws IOException if a file cannot be written
     */
    public void add(LintResult result, Wording wording, List<Optional<Region>> regions) throws IOException {
        NetworkReport report = result.report();
        List<Optional<SourceLink>> places = regions.stream()
                .map(region -> region.flatMap(found -> SourceLink.of(found, sources, prefix)))
                .toList();
        String name = names.unused(report.model());
        ModelPage page = new ModelPage(result, report, wording, places);
        String html = page.html();
        Path figures = folder.resolve(name);
        refuseLink(figures);
        Files.createDirectories(figures);
        write(folder.resolve(name + ".html"), html);
        for (Map.Entry<String, Svg> figure : page.figures().entrySet()) {
            write(figures.resolve(figure.getKey() + ".svg"), figure.getValue().file());
        }
        written.put(name, new IndexPage.Entry(report, result.model().isBlock()));
    }

    /**
     * Writes the index of all models added.
     *
     * @throws IOException if it cannot be written
     */
    public void finish() throws IOException {
        Files.createDirectories(folder);
        write(index(), IndexPage.html(written));
    }

    /** Where the list of all models is. */
    public Path index() {
        return folder.resolve("index.html");
    }

    /** What was found in all models added: {@code 28 models, 26 blocks: 1 warning, 6 accepted}. */
    public String summary() {
        String counts = IndexPage.total(written).counts();
        return IndexPage.count(written) + ": " + (counts.isEmpty() ? "nothing found" : counts);
    }

    /** Names within the folder are not the user's choice, and a link that lies there may lead anywhere. */
    private static void refuseLink(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw new FileSystemException(file.toString(), null, "a symbolic link, which is not followed");
        }
    }

    private static void write(Path file, String text) throws IOException {
        refuseLink(file);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
