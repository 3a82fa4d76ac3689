package dev.fovea.core.lint;

import dev.fovea.Hdc;
import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.core.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * A model, put together and analysed, and everything that is wrong with it.
 *
 * @param findings neither judged nor filtered
 */
record RuleRun(NetworkBuilder.Built built, AnalysedNetwork analysed, List<Finding> findings) {
    /** Builds, analyses and checks a model against some rules; a strictness that it states beats the option. */
    static RuleRun of(ModelDeclaration model, Hdc option, List<Rule> rules) {
        NetworkBuilder.Built built = NetworkBuilder.build(model);
        Analysis analysis = Analysis.of(built.network());
        AnalysedNetwork analysed = AnalysedNetwork.of(analysis, model, option);
        List<Finding> findings = new ArrayList<>(built.findings());
        findings.addAll(analysis.findings());
        for (Rule rule : rules) {
            rule.check(analysed, findings::add);
        }
        return new RuleRun(built, analysed, List.copyOf(findings));
    }
}
