package dev.fovea.processor;

import dev.fovea.core.finding.Reported;
import dev.fovea.core.report.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** The baseline of a compilation, if its options name one. */
final class KnownFindings {
    private static final int SHOWN = 5;

    private final Optional<Baseline> baseline;
    private final Path file;
    private final Set<String> judged = new HashSet<>();

    private KnownFindings(Optional<Baseline> baseline, Path file) {
        this.baseline = baseline;
        this.file = file;
    }

    /** Reads the file; one that cannot be read is an error, and nothing is known. */
    static KnownFindings read(Settings settings, Errors errors) {
        Optional<Path> file = settings.baseline();
        if (file.isEmpty()) {
            return new KnownFindings(Optional.empty(), Path.of(""));
        }
        return new KnownFindings(read(file.get(), errors), file.get());
    }

    private static Optional<Baseline> read(Path file, Errors errors) {
        if (!Files.exists(file)) {
            errors.print("option -A%s: %s does not exist; write it with -A%s=%s"
                    .formatted(Options.BASELINE, file, Options.NEW_BASELINE, file));
            return Optional.empty();
        }
        try {
            return Optional.of(Baseline.read(Files.readString(file), String.valueOf(file.getFileName())));
        } catch (IllegalArgumentException malformed) {
            errors.print("option -A%s: %s is not a baseline: %s; write it anew with -A%s=%s"
                    .formatted(Options.BASELINE, file, malformed.getMessage(), Options.NEW_BASELINE, file));
        } catch (IOException failure) {
            errors.print("option -A%s: %s cannot be read (%s); name a file that can be"
                    .formatted(Options.BASELINE, file, UnwrittenException.reason(failure)));
        }
        return Optional.empty();
    }

    /** The finding, accepted if it is known. */
    Reported judge(Reported finding) {
        return baseline.isPresent() ? baseline.get().judge(finding) : finding;
    }

    /** Notes that a class or method is judged in this compilation. */
    void judged(String model) {
        judged.add(model.contains("#") ? model.substring(0, model.indexOf('#')) : model);
    }

    /** Says which known findings are gone. */
    void tellWhatIsGone(Messager messager) {
        List<String> gone = baseline.isPresent() ? baseline.get().gone(judged) : List.of();
        if (!gone.isEmpty()) {
            String rest = gone.size() > SHOWN ? " and %s more".formatted(gone.size() - SHOWN) : "";
            messager.printMessage(
                    Diagnostic.Kind.NOTE,
                    "%s has findings that are gone: %s%s; write it anew with -A%s=%s"
                            .formatted(
                                    file,
                                    String.join(", ", gone.subList(0, Math.min(SHOWN, gone.size()))),
                                    rest,
                                    Options.NEW_BASELINE,
                                    file));
        }
    }
}
