package dev.fovea.processor;

import dev.fovea.core.finding.Region;
import dev.fovea.core.html.HtmlReports;
import dev.fovea.core.html.Wording;
import dev.fovea.core.lint.LintResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The pages that an option asks for; a folder that cannot be written is one error, after which nothing is tried. */
final class PageFiles {
    private final Path folder;
    private final Errors errors;
    private final HtmlReports reports;
    private boolean failed;

    private PageFiles(Path folder, Settings settings, Errors errors) {
        this.folder = folder;
        this.errors = errors;
        this.reports = new HtmlReports(folder, settings.root(), settings.source());
    }

    /** Empty where no pages are asked for; the classes that make them are not even loaded then. */
    static Optional<PageFiles> of(Settings settings, Errors errors) {
        return settings.html().map(folder -> new PageFiles(folder, settings, errors));
    }

    /** @param regions where each finding of the report stands */
    void add(LintResult result, boolean isCode, List<Optional<Region>> regions) {
        write(() -> reports.add(result, isCode ? Wording.CODE : Wording.ANNOTATIONS, regions));
    }

    /** Writes the list of all models, and says where it is; empty where it could not be written. */
    Optional<String> finish() {
        write(reports::finish);
        return failed
                ? Optional.empty()
                : Optional.of("%s; see %s"
                        .formatted(
                                reports.summary(),
                                reports.index().toAbsolutePath().normalize().toUri()));
    }

    /** Something that writes files. */
    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing writing) {
        if (failed) {
            return;
        }
        try {
            writing.run();
        } catch (IOException failure) {
            failed = true;
            errors.print("option -A%s: %s cannot be written (%s); name a folder that can be"
                    .formatted(Options.HTML, folder, UnwrittenException.reason(failure)));
        }
    }
}
