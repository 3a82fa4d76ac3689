package dev.fovea.processor.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.finding.Identity;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.repair.TypedProposal;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.Edit;
import dev.fovea.core.testing.Seeds;
import dev.fovea.processor.read.ModelReader;
import dev.fovea.processor.read.ReadModel;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.processor.testing.Zoo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The sample's networks with one number changed by one: a wrong number is one defect, not one per layer that it reaches; what is
 * found is at or beside the number, or names it, and what it proposes works once typed in.
 * {@code -Dfovea.seeds=71} tries every number, the default a few.
 */
@Tag("random")
final class MutantsTest {
    private static final int EVERY = Seeds.every(71);

    /** Beyond it numbers are constants that stand for something else. */
    private static final long LARGEST = 1 << 24;

    private static final int MOST = 2;

    @Test
    void aWrongNumberIsOneDefect(TestReporter reporter) {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> where = new TreeMap<>();
        int tried = 0;
        int silent = 0;
        for (ModelDeclaration model : zoo()) {
            LintResult sound = Lint.run(model, LintOptions.DEFAULT);
            Set<Object> before = defects(sound).keySet();
            for (Edit edit : edits(model)) {
                if (tried++ % EVERY == 0) {
                    LintResult result = Lint.run(edit.in(model), LintOptions.DEFAULT);
                    Map<Object, List<LintFinding>> after = defects(result);
                    after.keySet().removeAll(before);
                    silent += after.isEmpty() ? 1 : 0;
                    Neighbourhood around = new Neighbourhood(result, edit);
                    boolean isFar = false;
                    for (List<LintFinding> found : after.values()) {
                        String place = isStale(found.get(0), sound, result) ? "stale" : around.where(found);
                        where.merge(place, 1, Integer::sum);
                        isFar |= place.equals("far");
                        new TypedProposal(found.get(0), result, faults)
                                .typeIn()
                                .forEach(kind -> where.merge("typed " + kind, 1, Integer::sum));
                    }
                    if (isFar || after.size() > MOST) {
                        faults.add("%s %s: %s %s".formatted(model.model(), edit, after.size(), first(after.values())));
                    }
                }
            }
        }
        assertTrue(tried > 7000, "" + tried);
        String all = String.join("\n", faults);
        assertEquals(List.of(), faults, () -> faults.size() + "\n" + all);
        reporter.publishEntry("mutants", "%s, of which %s say nothing; findings %s".formatted(tried, silent, where));
    }

    /** True for an acceptance of what the number has mended: nothing is wrong then but the acceptance, where it is reported. */
    private static boolean isStale(LintFinding found, LintResult before, LintResult after) {
        return found.rule().equals("UnusedAcceptance")
                && before.findings().stream()
                        .filter(one -> one.accepted().isPresent())
                        .filter(one -> found.message().contains(" names " + one.rule() + ","))
                        .anyMatch(one -> after.findings().stream()
                                .noneMatch(left -> left.rule().equals(one.rule())
                                        && left.finding()
                                                .place()
                                                .equals(one.finding().place())));
    }

    private static List<String> first(Collection<List<LintFinding>> defects) {
        return defects.stream()
                .map(found -> found.get(0))
                .map(found -> found.rule() + ": "
                        + found.message().lines().findFirst().orElse(""))
                .toList();
    }

    /** What reaches the compiler, by defect, but for the figures that a network pins at many layers. */
    private static Map<Object, List<LintFinding>> defects(LintResult result) {
        Map<Object, List<LintFinding>> defects = new LinkedHashMap<>();
        for (LintFinding found : result.findings()) {
            if (found.accepted().isEmpty() && !found.rule().equals("ExpectationFailed")) {
                Object key = found.identity() instanceof Identity.OfModel
                        ? List.of(found.rule(), found.location())
                        : found.identity();
                defects.computeIfAbsent(key, none -> new ArrayList<>()).add(found);
            }
        }
        return defects;
    }

    /** Every integer one more and one less. */
    private static List<Edit> edits(ModelDeclaration model) {
        Set<Edit> edits = new LinkedHashSet<>();
        edits("", model.layers(), edits);
        return List.copyOf(edits);
    }

    private static void edits(String prefix, List<Declaration> layers, Set<Edit> edits) {
        for (Declaration layer : layers) {
            layer.values().forEach((attribute, value) -> {
                List<?> entries = value instanceof List<?> list ? list : List.of(value);
                for (int i = 0; i < entries.size(); i++) {
                    if (entries.get(i) instanceof Long number && Math.abs(number) < LARGEST) {
                        for (long other : new long[] {number - 1, number + 1}) {
                            List<Object> changed = new ArrayList<>(entries);
                            changed.set(i, other);
                            edits.add(new Edit(
                                    prefix + layer.name(),
                                    attribute,
                                    changed.stream().map(Object::toString).collect(Collectors.joining(", "))));
                        }
                    }
                }
            });
            layer.block().ifPresent(block -> edits(block.name() + ".", block.layers(), edits));
        }
    }

    private static List<ModelDeclaration> zoo() {
        Capture capture = new Capture();
        try (Compilation compilation = TestCompiler.JAVAC.compile(
                Setup.with(() -> capture), Zoo.sources().toArray(new Source[0]))) {
            Objects.requireNonNull(compilation);
        }
        return capture.models;
    }

    /** Reads models and does nothing else. */
    @SupportedAnnotationTypes("*")
    private static final class Capture extends AbstractProcessor {
        final List<ModelDeclaration> models = new ArrayList<>();

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            Set<String> sources = new HashSet<>();
            for (Element root : round.getRootElements()) {
                sources.add(root.toString());
            }
            ModelReader reader = new ModelReader(processingEnv, sources);
            for (Element root : round.getRootElements()) {
                if (root instanceof TypeElement type) {
                    reader.read(type)
                            .map(ReadModel::declaration)
                            .filter(model -> !model.isBlock())
                            .ifPresent(models::add);
                }
            }
            return false;
        }
    }
}
