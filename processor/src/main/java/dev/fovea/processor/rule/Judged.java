package dev.fovea.processor.rule;

import dev.fovea.processor.finding.Finding;
import dev.fovea.processor.finding.Severity;
import java.util.Optional;

/**
 * A finding as it is reported.
 *
 * @param accepted why its author accepts it; empty where it reaches the compiler
 */
public record Judged(Finding finding, Severity severity, Optional<String> accepted) {}
