package dev.fovea.onnx.lint;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.internal.Printable;
import dev.fovea.onnx.OnnxModel;
import dev.fovea.report.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file's model with what is found in it.
 *
 * @param unmatched acceptances of nodes that the file does not have
 */
public record FileLint(OnnxModel model, LintResult result, List<AcceptedFinding> unmatched) {
    /** Judges a model. */
    public static FileLint of(OnnxModel model, FileLintOptions options) {
        ModelDeclaration read = model.definition();
        List<AcceptedFinding> unmatched = new ArrayList<>(options.accepted());
        List<Acceptance> everywhere = new ArrayList<>();
        for (AcceptedFinding accepted : options.accepted()) {
            if (accepted.node().isEmpty()) {
                everywhere.add(acceptance(accepted));
                unmatched.remove(accepted);
            }
        }
        List<Declaration> layers = new ArrayList<>();
        for (Declaration layer : read.layers()) {
            List<Acceptance> acceptances = new ArrayList<>(layer.acceptances());
            for (AcceptedFinding accepted : options.accepted()) {
                String node = model.nodes().getOrDefault(layer.name(), "");
                if (accepted.node().equals(layer.name()) || accepted.node().equals(node) && !node.isEmpty()) {
                    acceptances.add(acceptance(accepted));
                    unmatched.remove(accepted);
                }
            }
            layers.add(new Declaration(
                    layer.name(),
                    layer.operation(),
                    layer.values(),
                    layer.beside(),
                    acceptances,
                    layer.block(),
                    false));
        }
        ModelDeclaration judged = new ModelDeclaration(
                read.model(), false, read.input(), List.of(), Optional.of(options.hdc()), layers, everywhere);
        return new FileLint(model, Lint.run(judged, options.lintOptions(model.isWhole())), List.copyOf(unmatched));
    }

    private static Acceptance acceptance(AcceptedFinding accepted) {
        return new Acceptance("Accept", List.of(accepted.rule()), accepted.reason());
    }

    /** A finding as a line of text, with the node where it stands. */
    public String text(Diagnostic finding) {
        String node = finding.layer()
                .map(layer -> model.nodes().getOrDefault(layer, layer))
                .orElse("");
        String inferred = model.inferredMembers().stream()
                .filter(layer -> finding.message().contains(layer))
                .findFirst()
                .map(layer -> "; %s counts as a member of the stack by its form alone, since the file has no scopes"
                        .formatted(layer))
                .orElse("");
        String first = finding.message().lines().findFirst().orElse("");
        return "%s[%s] %s%s"
                .formatted(node.isEmpty() ? "" : Printable.line(node) + ": ", finding.rule(), first, inferred);
    }
}
