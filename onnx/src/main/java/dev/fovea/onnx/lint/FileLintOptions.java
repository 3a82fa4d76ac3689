package dev.fovea.onnx.lint;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.lint.LintOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How strictly a file is judged.
 *
 * @param severities by rule, where they are not the defaults for files; empty = off
 * @param accepted findings that are known and accepted
 */
public record FileLintOptions(Map<String, Optional<Severity>> severities, Hdc hdc, List<AcceptedFinding> accepted) {
    /** Errors on stacks of dilated layers become warnings: nobody can mend them without training the network again. */
    private static final List<String> STACKS =
            List.of("DilationCommonDivisor", "DilationGap", "CoverageHole", "UnreadPixels");

    /** Rules about the end of the network, which is not known where part of the file cannot be read. */
    private static final List<String> ENDS = List.of("SmallField", "UnproductiveLayer", "UnreadPixels");

    /** The defaults for files. */
    public static final FileLintOptions DEFAULT = new FileLintOptions(Map.of(), Hdc.EXACT, List.of());

    public FileLintOptions {
        severities = Map.copyOf(severities);
        accepted = List.copyOf(accepted);
    }

    /** @param whole whether all of the file was read */
    LintOptions lintOptions(boolean whole) {
        Map<String, Optional<Severity>> all = new HashMap<>();
        STACKS.forEach(rule -> all.put(rule, Optional.of(Severity.WARNING)));
        all.putAll(severities);
        if (!whole) {
            ENDS.forEach(rule -> all.put(rule, Optional.empty()));
        }
        return new LintOptions(all, hdc);
    }
}
