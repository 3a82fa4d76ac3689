package dev.fovea.core.rule;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Severity;
import java.util.Optional;

/**
 * A finding as it is reported.
 *
 * @param accepted why its author accepts it; empty where it reaches the compiler
 */
public record Judged(Finding finding, Severity severity, Optional<String> accepted) {}
