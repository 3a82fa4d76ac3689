package dev.fovea.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Known findings are accepted, new ones are not, and those that are gone are noted. */
final class BaselineTest {
    private static final Source NET = Source.of("""
            package com.acme;

            import dev.fovea.*;

            class Net {
                @Dilated(kernel = 3, rate = 2) Object a;
                @Dilated(kernel = 3, rate = 2) @Expect(size = 4) Object b;
            }
            """);

    private static final Source OTHER = Source.of("""
            package com.acme;

            import dev.fovea.*;

            class Other {
                @Dilated(kernel = 3, rate = 2) Object a, b;
                @Conv(kernel = 3) Object plain;
                @Dilated(kernel = 3, rate = 3) Object c, d;
            }
            """);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("known.txt");
        compile(TestCompiler.JAVAC, "-Afovea.newbaseline=" + file, NET, OTHER);
    }

    /** What is reported: severity, rule or text, and line. */
    private static List<String> compile(TestCompiler compiler, String option, Source... sources) {
        try (Compilation compilation =
                compiler.compile(Models.setup(option, "-Afovea.severity=UnreadPixels=off"), sources)) {
            return compilation.diagnostics().stream()
                    .map(found -> found.severity() + " " + found.firstLine())
                    .toList();
        }
    }

    private List<String> compile(TestCompiler compiler, Source... sources) {
        return compile(compiler, "-Afovea.baseline=" + file, sources);
    }

    @Test
    void baselineIsALinePerFindingSortedByMember() throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(0).startsWith("# "), lines::toString);
        assertEquals(
                List.of(
                        "DilationCommonDivisor com.acme.Net.a",
                        "ExpectationFailed com.acme.Net.b",
                        "DilationCommonDivisor com.acme.Other.a",
                        "DilationCommonDivisor com.acme.Other.c"),
                lines.stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.replaceFirst("^[0-9a-f]{32} ", ""))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void knownFindingsAreAcceptedWhereverTheirLinesMove(TestCompiler compiler) {
        assertEquals(List.of(), compile(compiler, NET, OTHER));
        assertEquals(
                List.of(),
                compile(
                        compiler,
                        new Source(NET.path(), NET.text().replace("class Net", "\n\n/** Moved. */\nclass Net"))));
    }

    @ParameterizedTest
    @EnumSource
    void newFindingsBreakTheBuild(TestCompiler compiler) {
        Source worse = new Source(NET.path(), NET.text().replace("Object a;", "@Expect(size = 1) Object a;"));
        assertEquals(
                List.of(
                        "error [ExpectationFailed] size of a is 5, not the expected 1; change the network, or pin the new figure"),
                compile(compiler, worse));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsGoneIsNotedForTheClassesOfTheCompilationOnly(TestCompiler compiler) {
        Source mended = new Source(NET.path(), NET.text().replace(" @Expect(size = 4)", ""));
        List<String> notes = compile(compiler, mended);
        assertEquals(1, notes.size(), notes::toString);
        assertTrue(
                notes.get(0)
                        .contains(
                                "known.txt has findings that are gone: ExpectationFailed at com.acme.Net.b; write it anew with -Afovea.newbaseline="),
                notes::toString);
    }

    @Test
    void knownFindingsStayInTheLogAsSuppressedFromOutside() throws IOException {
        Path log = folder.resolve("log.sarif");
        try (Compilation compilation =
                TestCompiler.JAVAC.compile(Models.setup("-Afovea.baseline=" + file, "-Afovea.sarif=" + log), NET)) {
            assertTrue(compilation.success());
        }
        String text = Files.readString(log);
        assertTrue(text.contains("\"kind\": \"external\""), text);
        assertTrue(text.contains("known: it is in known.txt"), text);
    }

    @Test
    void aBaselineWrittenWithOneKeepsWhatWasKnown() throws IOException {
        Path again = folder.resolve("again.txt");
        try (Compilation compilation = TestCompiler.JAVAC.compile(
                Models.setup(
                        "-Afovea.baseline=" + file,
                        "-Afovea.newbaseline=" + again,
                        "-Afovea.severity=UnreadPixels=off"),
                NET,
                OTHER)) {
            assertTrue(compilation.success());
        }
        assertEquals(Files.readString(file), Files.readString(again));
    }

    @Test
    void whatKeepsANetworkFromRunningIsNeverKnown() throws IOException {
        Source broken = Source.of("class Broken { @dev.fovea.Conv(kernel = 0) Object a; }");
        compile(TestCompiler.JAVAC, "-Afovea.newbaseline=" + file, broken);
        assertEquals(
                0,
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("#"))
                        .count());
        assertEquals(1, compile(TestCompiler.JAVAC, broken).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<<<<<<< HEAD\n", "{}", "0123 DilationGap Net.a\n"})
    void aFileThatIsNoBaselineIsAnError(String text) throws IOException {
        Files.writeString(file, text);
        List<String> messages =
                compile(TestCompiler.JAVAC, Source.of("class A { @dev.fovea.Conv(kernel = 3) Object a; }"));
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(
                messages.get(0)
                        .contains(
                                "is not a baseline: line 1 is not a fingerprint, a rule and a member; write it anew with"),
                messages::toString);
    }

    @Test
    void aMissingFileIsAnErrorThatSaysHowToWriteIt() {
        String missing = folder.resolve("missing.txt").toString();
        assertEquals(
                List.of("error option -Afovea.baseline: %1$s does not exist; write it with -Afovea.newbaseline=%1$s"
                        .formatted(missing)),
                compile(
                        TestCompiler.JAVAC,
                        "-Afovea.baseline=" + missing,
                        Source.of("class A { @dev.fovea.Conv(kernel = 3) Object a; }")));
        List<String> directory = compile(
                TestCompiler.JAVAC,
                "-Afovea.baseline=" + folder,
                Source.of("class A { @dev.fovea.Conv(kernel = 3) Object a; }"));
        assertTrue(directory.get(0).contains("cannot be read ("), directory::toString);
    }
}
