package dev.fovea.report;

import java.util.Optional;
import java.util.Set;

/**
 * A finding.
 *
 * @param rule name of the rule, for instance {@code DilationCommonDivisor}
 * @param severity {@code error}, {@code warning} or {@code note}
 * @param layer name of the layer; empty where it concerns the whole model
 * @param message what is wrong, why, and what to write instead; its first line makes sense alone
 * @param suppressed whether the author accepted it
 * @param attribute name of the attribute it is about, if it is about one
 * @param reason why the author accepted it, if so
 */
public record Diagnostic(
        String rule,
        String severity,
        Optional<String> layer,
        String message,
        boolean suppressed,
        Optional<String> attribute,
        Optional<String> reason) {
    private static final Set<String> SEVERITIES = Set.of("error", "warning", "note");

    /**
     * Checks the severity.
     *
     * @throws IllegalArgumentException if the severity is another
     */
    public Diagnostic {
        Copies.notNull(rule, layer, message, attribute, reason);
        if (!SEVERITIES.contains(severity)) {
            throw new IllegalArgumentException("severity \"" + severity + "\" is not one of error, warning, note");
        }
    }
}
