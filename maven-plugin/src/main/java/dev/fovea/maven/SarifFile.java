package dev.fovea.maven;

import dev.fovea.core.finding.Identity;
import dev.fovea.core.finding.Reported;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.Rules;
import dev.fovea.core.report.FindingLog;
import dev.fovea.core.report.SarifLog;
import dev.fovea.onnx.lint.FileLint;
import dev.fovea.report.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The findings of model files as a log; a place is the node in the graph. */
final class SarifFile {
    private SarifFile() {}

    static String text(List<FileLint> lints) {
        FindingLog log = new FindingLog();
        for (FileLint lint : lints) {
            String model = lint.model().definition().model();
            List<Diagnostic> diagnostics = lint.result().report().diagnostics();
            for (int i = 0; i < diagnostics.size(); i++) {
                LintFinding finding = lint.result().findings().get(i);
                Optional<String> layer = diagnostics.get(i).layer();
                String anchor = layer.map(name -> model + "." + name).orElse(model);
                log.add(new Reported(
                        new Identity.OfModel(model, i),
                        finding.rule(),
                        finding.severity(),
                        finding.message(),
                        finding.accepted(),
                        false,
                        false,
                        anchor,
                        layer.isEmpty(),
                        layer.map(name -> lint.model().nodes().getOrDefault(name, name))
                                .orElse(""),
                        Optional.empty()));
            }
        }
        return SarifLog.write(log, Rules.infos(), Path.of("").toAbsolutePath());
    }
}
