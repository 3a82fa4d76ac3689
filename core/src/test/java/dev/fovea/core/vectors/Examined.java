package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.report.ReportBuilder;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.rule.Examination;
import dev.fovea.core.rule.Judge;
import dev.fovea.core.rule.Judged;
import dev.fovea.core.rule.Rules;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What the processor makes of a model, without a compiler. */
public final class Examined {
    private Examined() {}

    /** The judged findings; the report with them can be read back, and no finding is there twice. */
    public static List<Judged> judged(ModelDeclaration model) {
        Judge judge = new Judge((rule, proposed) -> rule.severity().map(unused -> proposed));
        Examination examination = Examination.of(model, Hdc.STRICT, Rules.all());
        List<Finding> findings = new ArrayList<>(judge.check(model));
        findings.addAll(examination.findings());
        findings.addAll(judge.unused(findings, model, examination));
        List<Judged> judged = judge.judge(findings, model, examination.built().sites());
        assertEquals(findings.size(), new HashSet<>(findings).size(), () -> "twice: " + findings);
        NetworkReport report =
                ReportBuilder.withDiagnostics(ReportBuilder.facts(examination.subject()), examination.built(), judged);
        assertEquals(report.toJson(), NetworkReport.fromJson(report.toJson()).toJson());
        return judged;
    }
}
