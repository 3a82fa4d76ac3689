package dev.fovea.processor.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.lint.Rules;
import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.Diagnostic;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is accepted on layers, uses, blocks and classes, for the failing example of every rule that can be. */
final class AcceptancesTest {
    private static final String REASON = "tried";

    /** Rules about annotations that are not expanded with a block, about acceptances, or broken by the block alone. */
    private static final List<String> NOT_IN_BLOCKS =
            List.of("ExpectationFailed", "ObjectScale", "UnusedAcceptance", "JumpMismatch");

    static List<RuleInfo> rules() {
        // What is found in code has no layer annotation beside it.
        return Rules.infos().stream()
                .filter(rule -> !rule.structural() && !rule.name().startsWith("Code"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findingsAreAcceptedOnTheLayer(RuleInfo rule) throws IOException {
        String code = RulePage.of(rule).lastFailing().code();
        String model = matched("\\bclass (\\w+)", code);
        Optional<String> layer = diagnostics(rule, code, model).get(0).layer().map(name -> name.split("[\\[.]")[0]);
        if (layer.isPresent()) {
            Matcher member = Pattern.compile("(?s)(?<=[;{]\n)(?:(?![;{]\n).)*\\b" + Pattern.quote(layer.get()) + ";")
                    .matcher(code);
            assertTrue(member.find(), code);
            assertAccepted(
                    rule,
                    acceptances(rule)
                            .filter(acceptance ->
                                    !member.group().contains(acceptance.substring(0, acceptance.indexOf('('))))
                            .map(acceptance -> new StringBuilder(code)
                                    .insert(member.start(), acceptance + "\n")
                                    .toString()),
                    model);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findingsAreAcceptedOnTheClass(RuleInfo rule) throws IOException {
        String code = RulePage.of(rule).lastFailing().code();
        String model = matched("\\bclass (\\w+)", code);
        assertAccepted(
                rule,
                acceptances(rule)
                        .map(acceptance ->
                                code.replaceFirst("(?m)^class ", Matcher.quoteReplacement(acceptance) + " class ")),
                model);
    }

    @Test
    void onTheUseTheBlockAndItsUser() throws IOException {
        for (RuleInfo rule : rules()) {
            if (!NOT_IN_BLOCKS.contains(rule.name())) {
                inBlocks(rule, RulePage.of(rule).lastFailing().code());
            }
        }
    }

    /** The example as a block of a model with the same input. */
    private static void inBlocks(RuleInfo rule, String code) throws IOException {
        String block = matched("\\bclass (\\w+)", code);
        String network = code.contains("@Network") ? matched("(?m)^(@Network\\(.*\\))$", code) : "";
        String user = code.replace(network.isEmpty() ? "@Network\n" : network + "\n", "")
                        .replaceFirst("(?m)^class ", "BLOCK @Block class ")
                + "\nUSER %s class User { USE @Use(block = %s.class) Object use; }\n".formatted(network, block);
        String plain = user.replaceAll("BLOCK|USER|USE", "");
        if (diagnostics(rule, plain, "User").isEmpty()) {
            throw new AssertionError(rule.name() + " finds nothing in:\n" + plain);
        }
        assertAccepted(
                rule,
                acceptances(rule).flatMap(acceptance -> Stream.of("BLOCK", "USER", "USE")
                        .map(place -> user.replaceFirst(place + "\\b", Matcher.quoteReplacement(acceptance))
                                .replaceAll("BLOCK|USER|USE\\b", ""))),
                "User");
    }

    private static Stream<String> acceptances(RuleInfo rule) {
        return Stream.of(
                "@Accept(value = \"%s\", reason = \"%s\")".formatted(rule.name(), REASON),
                "@SuppressWarnings(\"%s\")".formatted(rule.name()));
    }

    private static String matched(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group(1);
    }

    /** In each code the rule's findings are in the report, accepted, and nothing is printed; all are compiled together. */
    private static void assertAccepted(RuleInfo rule, Stream<String> codes, String model) {
        List<Source> sources = new ArrayList<>();
        codes.forEach(code -> sources.add(Source.of("package v%s;\n%s".formatted(sources.size(), code))));
        try (Compilation compilation = compile(rule, sources)) {
            for (int i = 0; i < sources.size(); i++) {
                String code = sources.get(i).text();
                List<Diagnostic> diagnostics = diagnostics(rule, compilation, "v" + i + "." + model);
                assertTrue(!diagnostics.isEmpty(), code);
                for (Diagnostic diagnostic : diagnostics) {
                    assertTrue(diagnostic.suppressed(), code);
                    String reason = diagnostic.reason().orElseThrow();
                    assertTrue(reason.equals(REASON) || reason.equals("@SuppressWarnings"), reason);
                }
            }
            assertEquals(
                    List.of(),
                    compilation.diagnostics().stream().map(Found::message).toList(),
                    sources::toString);
        }
    }

    private static List<Diagnostic> diagnostics(RuleInfo rule, String code, String model) {
        try (Compilation compilation = compile(rule, List.of(Source.of(code)))) {
            return diagnostics(rule, compilation, model);
        }
    }

    private static List<Diagnostic> diagnostics(RuleInfo rule, Compilation compilation, String model) {
        return NetworkReport.fromJson(compilation
                        .resourceText("META-INF/fovea/" + model + ".json")
                        .orElseThrow())
                .diagnostics()
                .stream()
                .filter(diagnostic -> diagnostic.rule().equals(rule.name()))
                .toList();
    }

    /** A rule that is off by default is switched on. */
    private static Compilation compile(RuleInfo rule, List<Source> sources) {
        Setup setup = Setup.with(FoveaProcessor::new);
        return TestCompiler.JAVAC.compile(
                rule.severity().isPresent() ? setup : setup.withOptions("-Afovea.severity=" + rule.name() + "=warning"),
                sources.toArray(Source[]::new));
    }
}
