package dev.fovea.processor;

import dev.fovea.core.lint.Rules;
import dev.fovea.core.report.Baseline;
import dev.fovea.core.report.CodeQualityLog;
import dev.fovea.core.report.FindingLog;
import dev.fovea.core.report.SarifLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/** The files about a whole compilation that its options ask for. */
final class LogFiles {
    private final Settings settings;
    private final Errors errors;

    LogFiles(Settings settings, Errors errors) {
        this.settings = settings;
        this.errors = errors;
    }

    /**
     * A file that an option asks for.
     *
     * @param writer makes its text; what it needs is loaded when it runs
     */
    private record Format(String option, BiFunction<FindingLog, Path, String> writer) {}

    private static List<Format> formats() {
        return List.of(
                new Format(Options.SARIF, (log, root) -> SarifLog.write(log, Rules.infos(), root)),
                new Format(Options.CODE_QUALITY, (log, root) -> CodeQualityLog.write(log, root)),
                new Format(Options.NEW_BASELINE, (log, root) -> Baseline.write(log)));
    }

    /** Writes them; one that cannot be written is an error. */
    void write(FindingLog findings) {
        if (settings.logs().isEmpty()) {
            return;
        }
        for (Format format : formats()) {
            Path file = settings.logs().get(format.option());
            if (file != null) {
                write(format.option(), file, format.writer(), findings);
            }
        }
    }

    private void write(String option, Path file, BiFunction<FindingLog, Path, String> format, FindingLog findings) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, format.apply(findings, settings.root()));
        } catch (IOException | RuntimeException failure) {
            errors.print("option -A%s: %s cannot be written (%s); name a file that can be"
                    .formatted(option, file, UnwrittenException.reason(failure)));
        }
    }
}
