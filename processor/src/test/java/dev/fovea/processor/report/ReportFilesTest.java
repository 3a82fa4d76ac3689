package dev.fovea.processor.report;

import static dev.fovea.processor.testing.Models.setup;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.Diagnostic;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The JSON reports: valid, the same everywhere, and complete. */
final class ReportFilesTest {
    /** Models of every kind, axis and fault. */
    private static final Source MODELS = Source.of("""
            package com.acme;

            import dev.fovea.*;

            @Network(input = @Input(channels = 3, size = {224, 225}))
            public class Image {
                @Conv(kernel = 7, stride = 2, padding = 3, out = 64, bias = false, norm = Norm.BATCH) Object stem;
                @Pool(kernel = 3, stride = 2, padding = 1, ceilMode = true, type = PoolType.AVERAGE) Object pool;
                @Endpoint("C2") @Conv(kernel = {1, 5}, padding = {0, 2}, out = 64, groups = 4, norm = Norm.GROUP) Object a;
                @Dilated(kernel = 3, rate = 2, padding = Padding.SAME, groups = Groups.DEPTHWISE) Object d1;
                @Dilated(kernel = 3, rate = {3, 2}, padding = {3, 2}, out = 32) Object d2, d3;
                @Conv(kernel = 3, stride = 2, padding = Padding.CAUSAL, out = 10) @Expect(size = 1, jump = "8") Object head;
            }

            class Unknown {
                @Conv(kernel = 3, stride = 2, padding = Padding.SAME) Object a;
                @Dilated(kernel = 3, rate = 2) Object d1;
                @Accept(value = "DilationCommonDivisor", reason = "measured: \\"as\\\\good\\" é\\t漢")
                @Dilated(kernel = 3, rate = 2) Object d2;
            }

            @Network(input = @Input(axes = 1, channels = 1, size = 16000))
            record Sequence(
                    @Dilated(kernel = 2, rate = 1, padding = {1, 0}, out = 32) Object zeta,
                    @Dilated(kernel = 2, rate = 2, padding = {2, 0}, out = 32) Object alpha,
                    @Dilated(kernel = 2, rate = 4, padding = {4, 0}, out = 32) Object middle) {}

            @Network(input = @Input(axes = 3, size = {16, 64, 64}))
            enum Volume {
                @Conv(kernel = {1, 3, 3}) FLAT,
                @Conv(kernel = 3, stride = {1, 2, 2}) @Endpoint("out") DEEP
            }

            class Outer {
                private static class Nested {
                    @Conv(kernel = 3) Object a;
                }
            }

            class Faulty {
                @Conv(kernel = 0) Object a;
                @Conv(kernel = 3) static Object b;
                @Conv(kernel = 3) @Pool(kernel = 3) Object c;
                @Conv(kernel = 3) @Endpoint("x") Object d;
                @Conv(kernel = 3) @Endpoint("x") Object e;
            }

            @Network(input = @Input(channels = 3, size = 8))
            class Shapes {
                @Conv(kernel = 9, groups = 2, out = 3) Object a;
                @Conv(kernel = 1 << 24, stride = 1 << 24) Object b;
                @Conv(kernel = 1 << 24, stride = 1 << 24) Object c;
                @Conv(kernel = 1 << 24, stride = 1 << 24) Object d;
            }

            @Network(input = @Input(axes = 7))
            class Axes {
                @Conv(kernel = 3) Object a;
            }

            /** More rates than are searched for a better list, and a field too large for a count. */
            class Large {
                @Dilated(kernel = 3, rate = 2) Object d0, d1, d2, d3, d4, d5, d6, d7;
                @Conv(kernel = 3, stride = 2) Object between;
                @Dilated(kernel = 5, rate = 1 << 24) Object e0;
                @Dilated(kernel = 1 << 24, rate = 3) Object e1;
                @Dilated(kernel = 3, rate = (1 << 24) - 1) Object e2;
            }
            """);

    private static final List<String> NAMES = List.of(
            "com.acme.Axes",
            "com.acme.Faulty",
            "com.acme.Image",
            "com.acme.Large",
            "com.acme.Outer$Nested",
            "com.acme.Sequence",
            "com.acme.Shapes",
            "com.acme.Unknown",
            "com.acme.Volume");

    @Test
    void reportFilesAreValid() throws IOException {
        JsonSchema schema = schema();
        try (Compilation compilation = TestCompiler.JAVAC.compile(setup(), MODELS)) {
            Map<String, String> reports = reports(compilation);
            assertEquals(NAMES, List.copyOf(reports.keySet()));
            reports.forEach((name, json) -> {
                assertEquals(Set.of(), schema.validate(json, InputFormat.JSON), name);
                NetworkReport report = NetworkReport.fromJson(json);
                assertEquals(name, report.model());
                assertEquals(json, report.toJson());
            });
        }
    }

    @Test
    void reportFilesAreTheSameInEveryCompilation() throws IOException {
        Map<String, String> first = filesOf(TestCompiler.JAVAC);
        assertEquals(2 * NAMES.size(), first.size());
        assertSame(first, filesOf(TestCompiler.JAVAC));
        assertSame(first, filesOf(TestCompiler.ECJ));
    }

    private static void assertSame(Map<String, String> expected, Map<String, String> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, text) -> assertEquals(text, actual.get(name), name));
    }

    @Test
    void reportFilesNameNoFolderAndNoTime() throws IOException {
        filesOf(TestCompiler.JAVAC)
                .forEach((name, text) -> assertFalse(
                        text.contains(System.getProperty("java.io.tmpdir")) || text.contains("date ="), name));
    }

    @Test
    void reportFilesHoldWhatTheCompilersPrint() {
        try (Compilation compilation = TestCompiler.ECJ.compile(setup(), MODELS)) {
            List<String> printed = compilation.diagnostics().stream()
                    .filter(found -> !found.rule().equals(Found.COMPILER))
                    .map(Found::message)
                    .sorted()
                    .toList();
            List<String> reported = reports(compilation).values().stream()
                    .flatMap(json -> NetworkReport.fromJson(json).diagnostics().stream())
                    .filter(diagnostic -> !diagnostic.suppressed())
                    .map(diagnostic -> "[" + diagnostic.rule() + "] " + diagnostic.message())
                    .sorted()
                    .toList();
            assertEquals(printed, reported);
            assertTrue(printed.size() > 10, printed::toString);
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportFilesHoldAcceptedFindings(TestCompiler compiler) {
        Source source = Source.of("""
                import dev.fovea.*;

                @SuppressWarnings("ExpectationFailed")
                class Net {
                    @Accept(value = "DilationCommonDivisor", reason = "measured: no harm")
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3, rate = 2) @Expect(size = 4) Object b;
                    @Conv(kernel = 3) @Expect(jump = "2") Object c;
                }
                """);
        try (Compilation compilation = compiler.compile(setup("-Afovea.severity=all=warning"), source)) {
            assertTrue(compilation.success());
            List<Diagnostic> diagnostics = report(compilation, "Net").diagnostics();
            assertEquals(
                    List.of("DilationCommonDivisor", "ExpectationFailed", "ExpectationFailed"),
                    diagnostics.stream().map(Diagnostic::rule).toList());
            Diagnostic divisor = diagnostics.get(0);
            assertEquals("warning", divisor.severity());
            assertTrue(divisor.suppressed());
            assertEquals(Optional.of("measured: no harm"), divisor.reason());
            assertEquals(Optional.of("a"), divisor.layer());
            assertEquals(Optional.of("rate"), divisor.attribute());
            Diagnostic size = diagnostics.get(1);
            assertTrue(size.suppressed());
            assertEquals(Optional.of("@SuppressWarnings"), size.reason());
            assertEquals(Optional.of("b"), size.layer());
            assertEquals(Optional.of("size"), size.attribute());
            assertTrue(size.message().startsWith("size of b is 9, not the expected 4"), size::message);
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportFilesHoldFindingsOnTheWholeModel(TestCompiler compiler) {
        Source source = Source.of("class Net { @dev.fovea.Conv(kernel = 3) Object a; } class NetReceptiveField {}");
        try (Compilation compilation = compiler.compile(setup(), source)) {
            Diagnostic conflict = report(compilation, "Net").diagnostics().get(0);
            assertEquals("LayerConflict", conflict.rule());
            assertEquals("error", conflict.severity());
            assertEquals(Optional.empty(), conflict.layer());
            assertEquals(Optional.empty(), conflict.attribute());
            assertEquals(Optional.empty(), conflict.reason());
            assertFalse(conflict.suppressed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportFilesAreNotWrittenWhereNoneAreWanted(TestCompiler compiler) throws IOException {
        try (Compilation compilation = compiler.compile(setup("-Afovea.report=none"), MODELS)) {
            assertEquals(Map.of(), reports(compilation));
            assertEquals(Map.of(), sources(compilation));
            assertTrue(
                    compilation.diagnostics().stream()
                            .anyMatch(found -> found.rule().equals("InvalidAttribute")),
                    "the findings are printed all the same");
        }
    }

    private static NetworkReport report(Compilation compilation, String name) {
        return NetworkReport.fromJson(
                compilation.resourceText("META-INF/fovea/" + name + ".json").orElseThrow());
    }

    private static Map<String, String> filesOf(TestCompiler compiler) throws IOException {
        try (Compilation compilation = compiler.compile(setup(), MODELS)) {
            Map<String, String> files = reports(compilation);
            files.putAll(sources(compilation));
            return files;
        }
    }

    /** JSON texts by model. */
    private static Map<String, String> reports(Compilation compilation) {
        Map<String, String> reports = new TreeMap<>();
        for (String name : NAMES) {
            compilation.resourceText("META-INF/fovea/" + name + ".json").ifPresent(json -> reports.put(name, json));
        }
        return reports;
    }

    /** Generated sources by path. */
    private static Map<String, String> sources(Compilation compilation) throws IOException {
        Path folder = compilation.output().resolveSibling("generated");
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return sources;
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream stream = NetworkReport.class.getResourceAsStream("/META-INF/fovea/report.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(stream);
        }
    }
}
