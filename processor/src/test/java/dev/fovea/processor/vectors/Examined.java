package dev.fovea.processor.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.Hdc;
import dev.fovea.processor.build.ModelDeclaration;
import dev.fovea.processor.finding.Finding;
import dev.fovea.processor.report.ReportBuilder;
import dev.fovea.processor.rule.Examination;
import dev.fovea.processor.rule.Judge;
import dev.fovea.processor.rule.Judged;
import dev.fovea.processor.rule.Rules;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What the processor makes of a model, without a compiler. */
final class Examined {
    private Examined() {}

    /** The judged findings; the report with them can be read back, and no finding is there twice. */
    static List<Judged> judged(ModelDeclaration model) {
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
