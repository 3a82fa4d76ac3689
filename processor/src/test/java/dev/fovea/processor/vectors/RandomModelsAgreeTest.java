package dev.fovea.processor.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.repair.Advice;
import dev.fovea.core.repair.RandomModels;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.Edit;
import dev.fovea.core.testing.Seeds;
import dev.fovea.core.vectors.RandomGraphs;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.processor.testing.Zoo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random models, and what their messages propose typed in: compiled, they have the findings of the analysis, and javac and
 * Eclipse's compiler find and generate the same.
 *
 * <p>The digests in {@code target/random-models.txt} are the same on every JDK; continuous integration compares them.
 */
@Tag("random")
@Tag("compilers")
final class RandomModelsAgreeTest {
    private static final int BATCHES = Seeds.times(1);
    private static final int MODELS = 16;
    private static final Path DIGESTS = Path.of("target/random-models.txt");

    private final RandomGraphs graphs = new RandomGraphs(21);

    @Test
    void compilersFindAndGenerateTheSame() throws IOException {
        List<String> digests = new ArrayList<>();
        int findings = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            List<ModelDeclaration> models = models(batch);
            Map<String, String> javac = results(TestCompiler.JAVAC, models);
            assertEquals(javac, results(TestCompiler.ECJ, models));
            Map<String, String> expected = new TreeMap<>();
            for (ModelDeclaration model : models) {
                expected.put(model.model(), rules(model));
            }
            Map<String, String> found = found(javac.get("findings"), expected);
            assertEquals(expected, found);
            findings += found.values().stream().mapToInt(String::length).sum();
            digests.add(batch + " " + digest(javac));
        }
        assertTrue(findings > 0);
        Files.write(DIGESTS, digests);
    }

    /** Half of them graphs of all operations; the others of stacks and blocks, each with the same after a proposal is typed. */
    private List<ModelDeclaration> models(int batch) {
        List<ModelDeclaration> models = new ArrayList<>();
        for (int i = 0; i < MODELS; i++) {
            models.add(named(graphs.next().model(), "Graph" + i));
            ModelDeclaration stacks = RandomModels.model((long) batch * MODELS + i);
            models.add(named(stacks, "Stacks" + i));
            LintResult result = Lint.run(stacks, LintOptions.DEFAULT);
            for (LintFinding finding : result.findings()) {
                List<Edit> edits = Advice.of(finding, result);
                if (!edits.isEmpty()) {
                    ModelDeclaration edited = stacks;
                    for (Edit edit : edits) {
                        edited = edit.in(edited);
                    }
                    models.add(named(edited, "Typed" + i));
                    break;
                }
            }
        }
        return models;
    }

    private static ModelDeclaration named(ModelDeclaration model, String name) {
        return new ModelDeclaration(name, model.input(), model.hdc(), model.layers());
    }

    /** Names of the rules that reach the compiler for a model: one that several repetitions have is one. */
    private static String rules(ModelDeclaration model) {
        Map<Object, String> rules = new LinkedHashMap<>();
        for (LintFinding finding : Lint.run(model, LintOptions.DEFAULT).findings()) {
            if (finding.accepted().isEmpty()) {
                rules.put(finding.identity(), finding.rule());
            }
        }
        return rules.values().stream().sorted().collect(Collectors.joining(" "));
    }

    private static Map<String, String> found(String findings, Map<String, String> models) {
        Map<String, List<String>> rules = new TreeMap<>();
        models.keySet().forEach(model -> rules.put(model, new ArrayList<>()));
        findings.lines().filter(line -> line.contains(" [")).forEach(line -> rules.get(
                        line.substring(0, line.indexOf(".java")))
                .add(line.substring(line.indexOf('[') + 1, line.indexOf(']'))));
        Map<String, String> found = new TreeMap<>();
        rules.forEach((model, names) -> found.put(model, names.stream().sorted().collect(Collectors.joining(" "))));
        return found;
    }

    /** Everything that was generated, by path, and what was found. */
    private static Map<String, String> results(TestCompiler compiler, List<ModelDeclaration> models) {
        Source[] sources = models.stream().map(AnnotatedSource::of).toArray(Source[]::new);
        String[] options = compiler == TestCompiler.JAVAC
                ? new String[] {"-Xmaxerrs", "100000", "-Xmaxwarns", "100000"}
                : new String[0];
        try (Compilation compilation = compiler.compileRandom(Models.setup(options), sources)) {
            Map<String, String> results = new TreeMap<>(Zoo.generated(compilation));
            results.put(
                    "findings",
                    compilation.diagnostics().stream()
                            .map(found -> "%s:%s %s %s"
                                    .formatted(
                                            found.place().file(),
                                            found.place().line(),
                                            found.severity(),
                                            found.firstLine()))
                            .sorted()
                            .collect(Collectors.joining("\n")));
            return results;
        }
    }

    private static String digest(Map<String, String> results) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            results.forEach((path, text) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
