package dev.fovea.processor.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.lint.Rules;
import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.rule.RulePage.Example;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages in {@code docs/rules} are those of the rules there are, and every example on them does what they say. */
final class RulePagesTest {
    private static final String INDEX = "README.md";

    static List<RuleInfo> rules() {
        return Rules.infos();
    }

    @Test
    void everyRuleHasAPage() throws IOException {
        try (Stream<Path> files = Files.list(RulePage.FOLDER)) {
            assertEquals(
                    Stream.concat(Stream.of(INDEX), rules().stream().map(rule -> rule.name() + ".md"))
                            .sorted()
                            .toList(),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void indexSaysWhatTheCodeSays() throws IOException {
        assertEquals(
                rules().stream().map(RulePagesTest::indexRow).toList(),
                Files.readAllLines(RulePage.FOLDER.resolve(INDEX)).stream()
                        .filter(line -> line.startsWith("| ["))
                        .toList());
    }

    private static String indexRow(RuleInfo rule) {
        return "| [%1$s](%1$s.md) | %2$s%3$s | %4$s |"
                .formatted(rule.name(), rule.structural() ? "always " : "", severity(rule), rule.summary());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void headSaysWhatTheCodeSays(RuleInfo rule) throws IOException {
        String severity = rule.structural() ? "Always an " + severity(rule) : "Default severity: " + severity(rule);
        assertEquals(
                List.of("# " + rule.name(), "", severity + ". " + rule.summary(), ""),
                RulePage.of(rule).lines().subList(0, 4));
    }

    private static String severity(RuleInfo rule) {
        return rule.severity().map(severity -> severity.label()).orElse("off");
    }

    /** Between these two a page may tell more. */
    @ParameterizedTest
    @MethodSource("rules")
    void pagesHaveOneForm(RuleInfo rule) throws IOException {
        List<String> sections = RulePage.of(rule).sections();
        List<String> first = List.of("What is wrong", "Why it hurts", "Example", "Mended");
        List<String> last = List.of("When to accept it", "Known limits", "Options", "Related rules", "Since", "Source");
        assertEquals(first, sections.subList(0, first.size()));
        assertEquals(last, sections.subList(sections.size() - last.size(), sections.size()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theExampleOfARulePageFailsFirstAndIsMendedThen(RuleInfo rule) throws IOException {
        List<Example> examples = RulePage.of(rule).examples();
        assertTrue(examples.get(0).message().startsWith("[" + rule.name() + "] "));
        assertEquals("", examples.get(1).message());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void examplesGiveTheirMessages(RuleInfo rule) throws IOException {
        for (Example example : RulePage.of(rule).examples()) {
            assertEquals(
                    example.message().isEmpty() ? List.of() : List.of(example.message()),
                    compile(rule, example).stream().map(Found::message).toList(),
                    example.code());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void severityOptionOnThePageWorks(RuleInfo rule) throws IOException {
        RulePage page = RulePage.of(rule);
        Optional<String> severity = page.severityOption(rule.name());
        assertEquals(rule.structural(), severity.isEmpty());
        if (severity.isPresent()) {
            String option = "-Afovea.severity=%s=%s".formatted(rule.name(), severity.get());
            assertEquals(
                    severity.stream().toList(),
                    compile(rule, page.lastFailing(), option).stream()
                            .map(found -> found.severity().toString())
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void exactlyTheRulesThatAreNoStructuralOnesCanBeAccepted(RuleInfo rule) throws IOException {
        Example failing = RulePage.of(rule).lastFailing();
        for (String acceptance : List.of(
                "@dev.fovea.Accept(value = \"%s\", reason = \"tried\")".formatted(rule.name()),
                "@SuppressWarnings(\"%s\")".formatted(rule.name()))) {
            String model = failing.code().contains("    @Network(") ? "^(?=    @Network)" : "^(?=class )";
            String code = failing.code().replaceFirst("(?m)" + model, acceptance + " ");
            List<Found> found = compile(rule, new Example(code, ""));
            assertEquals(
                    rule.structural(), found.stream().map(Found::message).anyMatch(failing.message()::equals), code);
            assertEquals(rule.structural(), !found.isEmpty(), code);
        }
    }

    /** A rule that is off by default is switched on, as its page says. */
    private static List<Found> compile(RuleInfo rule, Example example, String... options) throws IOException {
        String[] stated = rule.severity().isPresent() || options.length > 0
                ? options
                : new String[] {
                    "-Afovea.severity=%s=%s"
                            .formatted(
                                    rule.name(),
                                    RulePage.of(rule)
                                            .severityOption(rule.name())
                                            .orElseThrow())
                };
        Setup setup = Setup.with(FoveaProcessor::new).withDjl().withOptions(stated);
        try (Compilation compilation = TestCompiler.JAVAC.compile(setup, Source.of(example.code()))) {
            return compilation.diagnostics();
        }
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        for (RuleInfo rule : rules()) {
            for (String target : RulePage.of(rule).links()) {
                assertTrue(Files.exists(RulePage.FOLDER.resolve(target)), rule.name() + " links to " + target);
            }
        }
    }
}
