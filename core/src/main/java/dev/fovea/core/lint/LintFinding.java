package dev.fovea.core.lint;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Identity;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.finding.Site;
import java.util.Optional;

/**
 * A finding as it is reported.
 *
 * @param accepted why its author accepts it; empty where it reaches the compiler
 * @param location the member where it is reported
 * @param identity the same for findings that are one defect
 */
public record LintFinding(
        Finding finding, Severity severity, Optional<String> accepted, Location location, Identity identity) {
    /** Name of the rule. */
    public String rule() {
        return finding.rule();
    }

    /**
     * The declaration that the finding is about.
     *
     * @throws java.util.NoSuchElementException if it is about a whole model
     */
    Site site() {
        return finding.place().site().orElseThrow();
    }

    /** First line complete in itself; details on further lines. */
    public String message() {
        return finding.message();
    }

    /** The same with more at the end of the first line. */
    LintFinding saying(String more) {
        return new LintFinding(finding.saying(more), severity, accepted, location, identity);
    }

    /** The same with a further line. */
    LintFinding detailed(String line) {
        return new LintFinding(finding.detailed(line), severity, accepted, location, identity);
    }
}
