package dev.fovea.processor;

import dev.fovea.core.lint.Rules;
import dev.fovea.core.report.CodeQualityLog;
import dev.fovea.core.report.FindingLog;
import dev.fovea.core.report.SarifLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** The files about a whole compilation that its options ask for. */
final class LogFiles {
    private final Settings settings;
    private final Messager messager;

    LogFiles(Settings settings, Messager messager) {
        this.settings = settings;
        this.messager = messager;
    }

    /** Writes them; one that cannot be written is an error. */
    void write(FindingLog findings) {
        // What makes a file is loaded where one is asked for.
        if (settings.sarif().isPresent()) {
            write(
                    "fovea.sarif",
                    settings.sarif().get(),
                    (log, root) -> SarifLog.write(log, Rules.infos(), root),
                    findings);
        }
        if (settings.codeQuality().isPresent()) {
            write("fovea.codequality", settings.codeQuality().get(), CodeQualityLog::write, findings);
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
            messager.printMessage(
                    Diagnostic.Kind.ERROR,
                    "option -A%s: %s cannot be written (%s); name a file that can be"
                            .formatted(option, file, failure.getClass().getSimpleName()));
        }
    }
}
