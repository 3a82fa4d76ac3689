package dev.fovea.core.lint;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.report.ReportBuilder;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a model, and all that is known of it. */
public final class LintResult {
    private final ModelDeclaration model;
    private final RuleRun run;
    private final SeverityPolicy policy;
    private final List<Finding> found;
    private final List<LintFinding> findings;
    private @Nullable NetworkReport facts;

    LintResult(ModelDeclaration model, RuleRun run, SeverityPolicy policy, List<Finding> found) {
        this.model = model;
        this.run = run;
        this.policy = policy;
        this.found = List.copyOf(found);
        this.findings = policy.judge(found, model, run);
    }

    /** The same with one more finding, which showed only when something was made of the result. */
    public LintResult with(Finding finding) {
        List<Finding> more = new ArrayList<>(found);
        more.add(finding);
        LintResult result = new LintResult(model, run, policy, more);
        result.facts = facts;
        return result;
    }

    /** The definition. */
    public ModelDeclaration model() {
        return model;
    }

    /** The findings that are not off, accepted ones included, in the order in which they are reported. */
    public List<LintFinding> findings() {
        return findings;
    }

    /** The analysed network. */
    public AnalysedNetwork network() {
        return run.analysed();
    }

    /** Per declaration of the model, the index of the layer that its name stands for. */
    public Map<String, Integer> outputs() {
        return run.built().outputs();
    }

    /** The report without what is wrong; written down when it is first asked for. */
    public NetworkReport facts() {
        NetworkReport known = facts;
        if (known == null) {
            known = ReportBuilder.facts(network());
            facts = known;
        }
        return known;
    }

    /** The report. */
    public NetworkReport report() {
        return ReportBuilder.withDiagnostics(facts(), Diagnostics.of(run.built().network(), findings));
    }
}
