package dev.fovea.onnx.source;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.unread.NotExpressed;
import dev.fovea.report.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file as an annotated class: repeated parts are blocks, and findings of the file are accepted.
 *
 * @param definition what the class defines
 * @param source its text
 */
public record ImportedClass(ModelDeclaration definition, String source) {
    /** Turns a model into a class. */
    public static ImportedClass of(OnnxModel model, ModelOrigin origin) {
        ModelDeclaration folded = BlockFolding.fold(model.definition());
        ModelDeclaration accepting = accepting(folded, "in the file " + origin.name());
        List<String> remarks = new ArrayList<>();
        for (NotExpressed part : model.notExpressed()) {
            if (part.isGap()) {
                remarks.add("Not read, with all that depends on it: " + part + ".");
            }
        }
        return new ImportedClass(accepting, ClassSource.write(accepting, origin, remarks));
    }

    /** The model with its findings accepted; those that another one hid appear once that one is accepted. */
    private static ModelDeclaration accepting(ModelDeclaration model, String reason) {
        List<Set<String>> rules = new ArrayList<>();
        model.layers().forEach(layer -> rules.add(new HashSet<>()));
        Set<String> everywhere = new java.util.TreeSet<>();
        ModelDeclaration accepting;
        do {
            accepting = accepting(model, rules, everywhere, reason);
        } while (addsOpen(Lint.run(accepting, LintOptions.DEFAULT), rules, everywhere));
        return accepting;
    }

    /** Adds the rules of what is not accepted yet; false where they are all there. */
    private static boolean addsOpen(LintResult result, List<Set<String>> rules, Set<String> everywhere) {
        boolean added = false;
        for (Diagnostic finding : result.report().diagnostics()) {
            if (!finding.suppressed()) {
                Optional<Integer> member = finding.layer().flatMap(layer -> member(result.model(), layer));
                added |= member.map(rules::get).orElse(everywhere).add(finding.rule());
            }
        }
        return added;
    }

    private static ModelDeclaration accepting(
            ModelDeclaration model, List<Set<String>> rules, Set<String> everywhere, String reason) {
        List<Declaration> layers = new ArrayList<>();
        for (int i = 0; i < model.layers().size(); i++) {
            Declaration layer = model.layers().get(i);
            layers.add(new Declaration(
                    layer.name(),
                    layer.operation(),
                    layer.values(),
                    layer.beside(),
                    acceptances(rules.get(i), reason),
                    layer.block(),
                    false));
        }
        return new ModelDeclaration(
                model.model(), false, model.input(), List.of(), model.hdc(), layers, acceptances(everywhere, reason));
    }

    private static List<Acceptance> acceptances(Set<String> rules, String reason) {
        return rules.isEmpty()
                ? List.of()
                : List.of(new Acceptance("Accept", rules.stream().sorted().toList(), reason));
    }

    /** The member that an expanded layer belongs to. */
    private static Optional<Integer> member(ModelDeclaration model, String layer) {
        for (int i = 0; i < model.layers().size(); i++) {
            String name = model.layers().get(i).name();
            boolean belongs = layer.equals(name) || layer.startsWith(name + ".") || layer.startsWith(name + "[");
            if (belongs) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
