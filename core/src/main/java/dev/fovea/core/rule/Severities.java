package dev.fovea.core.rule;

import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Severity;
import java.util.Optional;

/** How grave findings are to whoever asked for the compilation. */
public interface Severities {
    /** The severity of a rule that is not structural, given the one its finding proposes; empty = off. */
    Optional<Severity> severity(RuleInfo rule, Severity proposed);
}
