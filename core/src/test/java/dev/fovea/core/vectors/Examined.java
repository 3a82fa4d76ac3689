package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.lint.Rules;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.report.NetworkReport;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the processor makes of a model, without a compiler. */
public final class Examined {
    private static final Map<String, Optional<Severity>> OFF_BY_DEFAULT = Rules.infos().stream()
            .filter(rule -> rule.severity().isEmpty())
            .collect(Collectors.toMap(RuleInfo::name, rule -> Optional.of(Severity.NOTE)));

    private static final LintOptions ALL_RULES = new LintOptions(OFF_BY_DEFAULT, Hdc.STRICT);

    private Examined() {}

    /**
     * The findings of the rules that are on by default; all rules have run, the report with what they found can be read
     * back, and no finding is there twice.
     */
    public static List<LintFinding> judged(ModelDeclaration model) {
        LintResult result = Lint.run(model, ALL_RULES);
        List<Finding> findings =
                result.findings().stream().map(LintFinding::finding).toList();
        assertEquals(findings.size(), new HashSet<>(findings).size(), () -> "twice: " + findings);
        NetworkReport report = result.report();
        assertEquals(report.toJson(), NetworkReport.fromJson(report.toJson()).toJson());
        return result.findings().stream()
                .filter(found -> !OFF_BY_DEFAULT.containsKey(found.rule()))
                .toList();
    }
}
