package dev.fovea.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.lint.Rules;
import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.FailingProcessor;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Severity;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The SARIF log: one per compilation, with every finding at its place. */
final class SarifTest {
    private static final Source MODELS = Source.of("""
            package com.acme;

            import dev.fovea.*;

            class Net {
            \t@Dilated(kernel = 3, rate = {2, 4}) Object a;
                @Dilated(kernel = 3, rate = 2) @Expect(size = 4) Object b;
                @Pool(kernel = 2) Object pool;
                @Accept(value = "DilationGap", reason = "measured: \\"no harm\\"")
                @Dilated(kernel = 3, rate = 1) Object c;
                @Dilated(
                        kernel = 3,
                        rate = 1 +
                            3)
                Object d;
                @Use(block = Part.class, repeat = 2) Object parts;
            }

            @Network
            class NetReceptiveField {
                @Conv(kernel = 3) static Object fixed;
            }

            enum Sizes {
                @Conv(kernel = 0) SMALL
            }

            @Network
            record Pair(@Conv(kernel = 0) Object left, @Conv(kernel = 3) Object right) {}

            class Outer {
                static class Inner {
                    @Conv(kernel = 3, from = "a") Object a;
                }
            }
            """);

    private static final Source PART = Source.of("""
            package com.acme;

            import dev.fovea.*;

            @Block
            public class Part {
                @Pool(kernel = 2) Object pool;
                @Dilated(kernel = 3, rate = 2) Object a, b;
            }
            """);

    @Test
    void sarifNamesPlacesOnJavac() {
        assertEquals(
                List.of(
                        "com/acme/Net.java:5:7-5:10 type com.acme.Net error LayerConflict",
                        "com/acme/Net.java:6:31-6:32 member com.acme.Net.a error DilationCommonDivisor",
                        "com/acme/Net.java:7:51-7:52 member com.acme.Net.b error ExpectationFailed",
                        "com/acme/Net.java:13:20-14:18 member com.acme.Net.d error DilationGap accepted inSource: measured: \"no harm\"",
                        "com/acme/Net.java:21:5-21:22 member com.acme.NetReceptiveField.fixed error LayerConflict",
                        "com/acme/Net.java:25:20-25:21 member com.acme.Sizes.SMALL error InvalidAttribute",
                        "com/acme/Net.java:29:28-29:29 member com.acme.Pair.left error InvalidAttribute",
                        "com/acme/Net.java:33:34-33:37 member com.acme.Outer.Inner.a error UnknownLayer",
                        "com/acme/Part.java:8:33-8:34 member com.acme.Part.a error DilationCommonDivisor"),
                SarifFile.of(TestCompiler.JAVAC, MODELS, PART).lines());
    }

    @Test
    void sarifNamesMembersOnEcj() {
        assertEquals(
                SarifFile.of(TestCompiler.JAVAC, MODELS, PART).lines().stream()
                        .map(line -> line.substring(line.indexOf(' ') + 1))
                        .sorted()
                        .toList(),
                SarifFile.of(TestCompiler.ECJ, MODELS, PART).lines().stream()
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void sarifHoldsWhatIsPrinted(TestCompiler compiler) {
        try (Compilation compilation =
                compiler.compile(Setup.with(FoveaProcessor::new).withOptions(SarifFile.OPTION), MODELS, PART)) {
            List<String> printed = compilation.diagnostics().stream()
                    .filter(found -> !found.rule().equals(Found.COMPILER))
                    .map(found -> found.message().replaceAll("\n +", "\n"))
                    .sorted()
                    .toList();
            List<String> logged = SarifFile.of(compilation).results().stream()
                    .filter(result -> result.get("suppressions").isEmpty())
                    .map(SarifTest::message)
                    .sorted()
                    .toList();
            assertEquals(printed, logged);
            assertEquals(8, printed.size());
        }
    }

    /** Without the indentation of details, to which javac adds its own. */
    private static String message(JsonNode result) {
        JsonNode properties = result.get("properties");
        return "[%s] %s%s"
                .formatted(
                        result.get("ruleId").asText(),
                        result.get("message").get("text").asText(),
                        properties == null
                                ? ""
                                : "\n" + properties.get("details").asText())
                .replaceAll("\n +", "\n");
    }

    @Test
    void sarifIsTheSameInEveryCompilation() {
        String text = SarifFile.of(TestCompiler.JAVAC, MODELS, PART).text();
        assertEquals(text, SarifFile.of(TestCompiler.JAVAC, PART, MODELS).text());
        assertFalse(text.contains(System.getProperty("java.io.tmpdir")));
    }

    @Test
    void sarifDescribesEveryRule() {
        JsonNode run = SarifFile.of(TestCompiler.JAVAC, MODELS, PART).run();
        JsonNode driver = run.get("tool").get("driver");
        assertEquals("Fovea", driver.get("name").asText());
        assertTrue(
                driver.get("version").asText().matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"),
                driver.get("version")::asText);
        List<JsonNode> described = SarifFile.list(driver.get("rules"));
        assertEquals(
                Rules.infos().stream().map(RuleInfo::name).toList(),
                described.stream().map(rule -> rule.get("id").asText()).toList());
        for (int i = 0; i < described.size(); i++) {
            JsonNode rule = described.get(i);
            RuleInfo info = Rules.infos().get(i);
            assertEquals(
                    info.summary(), rule.get("shortDescription").get("text").asText());
            assertTrue(rule.get("fullDescription").get("text").asText().length() > 40, info.name());
            assertFalse(rule.has("helpUri"), "no build names the address of the repository");
            String description = rule.get("fullDescription").get("text").asText();
            assertTrue(description.matches("[^-].*[.)]"), description);
            assertTrue(rule.get("help").get("markdown").asText().startsWith("# " + info.name() + "\n"), info.name());
            assertEquals(
                    info.severity().isPresent(),
                    rule.get("defaultConfiguration").get("enabled").asBoolean());
            assertEquals(
                    info.severity().map(severity -> severity.label()).orElse("warning"),
                    rule.get("defaultConfiguration").get("level").asText());
            assertEquals(
                    info.structural(), rule.get("properties").get("structural").asBoolean());
        }
        for (JsonNode result : run.get("results")) {
            assertEquals(
                    result.get("ruleId"),
                    described.get(result.get("ruleIndex").asInt()).get("id"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void fingerprintsStayWhenLinesMove(TestCompiler compiler) {
        List<String> before = SarifFile.of(compiler, MODELS, PART).fingerprints();
        assertEquals(before.size(), new HashSet<>(before).size());
        Source moved = Source.of(MODELS.text().replace("class Net {", "// A comment.\n\nclass Net  {"));
        assertEquals(before, SarifFile.of(compiler, moved, PART).fingerprints());
        assertEquals(
                new HashSet<>(before),
                new HashSet<>(SarifFile.of(TestCompiler.JAVAC, MODELS, PART).fingerprints()));
    }

    @ParameterizedTest
    @EnumSource
    void sarifIsWrittenWithoutFindings(TestCompiler compiler) {
        SarifFile log = SarifFile.of(compiler, Source.of("class Net { @dev.fovea.Conv(kernel = 3) Object a; }"));
        assertEquals(List.of(), log.lines());
        assertTrue(
                log.run().get("invocations").get(0).get("executionSuccessful").asBoolean());
    }

    @ParameterizedTest
    @EnumSource
    void sarifIsWrittenWithoutModels(TestCompiler compiler) {
        assertEquals(
                List.of(),
                SarifFile.of(compiler, Source.of("@dev.fovea.LayerOrder({}) class Net {}"))
                        .lines());
    }

    @ParameterizedTest
    @EnumSource
    void sarifIsWrittenThoughTheCompilerFindsErrors(TestCompiler compiler) {
        SarifFile log = SarifFile.of(compiler, Source.of("""
                class Net {
                    @dev.fovea.Conv(kernel = 0) Object a;
                    Missing other;
                }
                """));
        assertEquals(1, log.lines().size());
    }

    @Test
    void sarifLeavesOutWhatIsOff() {
        Source source = Source.of("""
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = 2) @Expect(size = 4) Object a, b;
                }
                """);
        assertEquals(
                List.of(
                        "Net.java:4:33-4:34 member Net.a note DilationCommonDivisor",
                        "Net.java:4:51-4:52 member Net.a error ExpectationFailed",
                        "Net.java:4:51-4:52 member Net.b error ExpectationFailed"),
                SarifFile.of(
                                TestCompiler.JAVAC,
                                Setup.with(FoveaProcessor::new)
                                        .withOptions("-Afovea.severity=DilationCommonDivisor=note"),
                                source)
                        .lines());
        assertEquals(
                List.of(),
                SarifFile.of(
                                TestCompiler.JAVAC,
                                Setup.with(FoveaProcessor::new).withOptions("-Afovea.severity=all=off"),
                                source)
                        .lines());
    }

    @Test
    void whatOneUserOfABlockAcceptsIsAcceptedIfAllDo() {
        String accepting = """
                import dev.fovea.*;

                @Accept(value = "DilationCommonDivisor", reason = "published")
                class Accepting%d {
                    @Use(block = com.acme.Part.class) Object part;
                }
                """;
        Source one = Source.of(accepting.formatted(1));
        Source two = Source.of(accepting.formatted(2));
        Source strict = Source.of("class Strict { @dev.fovea.Use(block = com.acme.Part.class) Object part; }");
        String finding = "com/acme/Part.java:8:33-8:34 member com.acme.Part.a error DilationCommonDivisor";
        assertEquals(
                List.of(finding + " accepted inSource: published"),
                SarifFile.of(TestCompiler.JAVAC, PART, one, two).lines());
        assertEquals(
                List.of(finding),
                SarifFile.of(TestCompiler.JAVAC, PART, one, two, strict).lines());
        assertEquals(
                List.of(finding), SarifFile.of(TestCompiler.JAVAC, PART, strict).lines());
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatCannotBeWrittenIsOneError(TestCompiler compiler) {
        Setup setup = Setup.with(FoveaProcessor::new)
                .withOptions("-Afovea.sarif={workspace}/sources/com/acme/Net.java/fovea.sarif");
        try (Compilation compilation = compiler.compile(
                setup, Source.of("package com.acme; class Net { @dev.fovea.Conv(kernel = 3) Object a; }"))) {
            List<String> errors = compilation.diagnostics().stream()
                    .filter(found -> found.severity() == Severity.ERROR)
                    .map(Found::message)
                    .toList();
            assertEquals(1, errors.size(), errors::toString);
            assertTrue(errors.get(0).startsWith("option -Afovea.sarif: "), errors.get(0));
            assertFalse(compilation.success());
        }
    }

    @Test
    void sourcesOutsideTheRootAreNamedByMemberOnly() {
        Setup setup = Setup.with(FoveaProcessor::new).withOptions(SarifFile.OPTION);
        try (Compilation compilation = TestCompiler.JAVAC.compile(setup, MODELS, PART)) {
            assertTrue(SarifFile.of(compilation).lines().stream().allMatch(line -> line.matches("(type|member) .*")));
        }
    }

    @Test
    void sarifSaysThatAModelCouldNotBeJudged() {
        SarifFile log = SarifFile.of(TestCompiler.JAVAC, Setup.with(FailingProcessor::new), Source.of("""
                class Doomed {
                    @dev.fovea.Conv(kernel = 3) Object a;
                }
                """));
        assertFalse(
                log.run().get("invocations").get(0).get("executionSuccessful").asBoolean());
    }
}
