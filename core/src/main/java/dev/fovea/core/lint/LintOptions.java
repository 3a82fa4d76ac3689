package dev.fovea.core.lint;

import dev.fovea.Hdc;
import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How strictly a model is judged.
 *
 * @param severities overridden severities by rule; empty = off
 * @param hdc strictness where a model states none
 */
public record LintOptions(Map<String, Optional<Severity>> severities, Hdc hdc) {
    /** Every rule at its default. */
    public static final LintOptions DEFAULT = new LintOptions(Map.of(), Hdc.STRICT);

    public LintOptions {
        severities = Map.copyOf(severities);
    }

    /** The severity of a rule that is not structural, given the one its finding proposes; empty = off. */
    Optional<Severity> severity(RuleInfo rule, Severity proposed) {
        Optional<Severity> otherwise = rule.severity().isPresent() ? Optional.of(proposed) : Optional.empty();
        return severities.getOrDefault(rule.name(), otherwise);
    }

    /** The rules that judge an analysed network. */
    List<Rule> rules() {
        if (severities.isEmpty()) {
            return Rules.ON;
        }
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            if (severity(rule.info(), Severity.WARNING).isPresent()) {
                rules.add(rule);
            }
        }
        return rules;
    }
}
