package dev.fovea.processor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Check;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that ask for too much, or that say what only confuses a compiler or a terminal. */
final class HostileModelsTest {
    private static final Setup SETUP = Setup.with(FoveaProcessor::new);

    private static List<String> messages(TestCompiler compiler, Setup setup, Source... sources) {
        try (Compilation compilation = compiler.compile(setup, sources)) {
            return compilation.diagnostics().stream().map(Found::message).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyArrayBeforeAnAnnotationHidesNoFinding(TestCompiler compiler) {
        List<String> messages = messages(compiler, SETUP, Source.of("""
                import dev.fovea.*;

                class Net {
                    @SuppressWarnings({}) @Conv(kernel = 3, stride = 0) Object a;
                    @SuppressWarnings({}) @Conv(kernel = 0) Object b;
                    @Conv(kernel = 3, padding = -1) Object c;
                }
                """));
        assertEquals(
                3,
                messages.stream()
                        .filter(text -> text.startsWith("[InvalidAttribute]"))
                        .count(),
                messages::toString);
    }

    @Test
    void noDoubleBreaksTheProcessor() {
        Check.expect(FoveaProcessor::new, """
                import dev.fovea.*;

                class Net {
                    @DeformableConv(kernel = 3, maxOffset = Double.POSITIVE_INFINITY) Object a;
                    //                                            ^ error InvalidAttribute: maxOffset of a is Infinity
                    @DeformableConv(kernel = 3, maxOffset = Double.NEGATIVE_INFINITY) Object b;
                    @DeformableConv(kernel = 3, maxOffset = -0.0) Object c;
                    @DeformableConv(kernel = 3, maxOffset = 1e300) Object d;
                    //                                      ^ error InvalidAttribute: maxOffset of d is 1.0E300
                    @Dropout(1e-300) Object f;
                    @Dropout(-1) Object g;
                    //       ^ error InvalidAttribute: the share that g drops is -1.0
                }
                """);
    }

    /** Of 600 to the power of 21 layers; the block that is too large first is the one that is told. */
    @ParameterizedTest
    @EnumSource
    void blocksThatMultiplyAreRefusedBeforeTheyAreExpanded(TestCompiler compiler) {
        StringBuilder text =
                new StringBuilder("import dev.fovea.*;\n@Block class B0 { @Conv(kernel = 3) Object a; }\n");
        for (int i = 1; i <= 21; i++) {
            text.append(
                    "@Block class B%s { @Use(block = B%s.class, repeat = 300) Object a, b; }%n".formatted(i, i - 1));
        }
        text.append("class Net { @Use(block = B21.class) Object all; }\n");
        List<String> messages = assertTimeout(
                Duration.ofSeconds(60),
                () -> messages(compiler, SETUP.withOptions("-Afovea.report=none"), Source.of(text.toString())));
        assertEquals(
                List.of("[InvalidAttribute] a expands the network beyond 100000 layers; use fewer repetitions"),
                messages.stream().filter(message -> message.startsWith("[")).toList());
    }

    @Test
    void hundredsOfNestedBlocksAreRefused() {
        StringBuilder text =
                new StringBuilder("import dev.fovea.*;\nclass Net { @Use(block = B0.class) Object all; }\n");
        for (int i = 0; i < 250; i++) {
            text.append("@Block class B%s { @Use(block = B%s.class) Object a; }%n".formatted(i, i + 1));
        }
        text.append("@Block class B250 { @Conv(kernel = 3) Object a; }\n");
        List<String> messages =
                messages(TestCompiler.JAVAC, SETUP.withOptions("-Afovea.report=none"), Source.of(text.toString()));
        assertEquals(List.of("[BlockCycle] a nests blocks more than 200 deep; nest fewer"), messages);
    }

    @ParameterizedTest
    @EnumSource
    void namesDoNotReachTheTerminalRaw(TestCompiler compiler) {
        List<String> messages = messages(compiler, SETUP, Source.of("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3, from = "\\u202ea\\nb\\u001b[2J") Object a;
                }
                """));
        assertEquals(
                List.of(
                        "[UnknownLayer] a reads \\u202ea\\u000ab\\u001b[2J, but there is no such layer before it; the nearest name is <input>"),
                messages);
    }

    @Test
    void hundredsOfMisspeltNamesTakeNoMinutes() {
        StringBuilder text = new StringBuilder("import dev.fovea.*;\nclass Net {\n");
        for (int i = 0; i < 400; i++) {
            text.append("@Conv(kernel = 1, from = \"%s\") Object %s;%n"
                    .formatted("x".repeat(600) + i, "y".repeat(600) + i));
        }
        List<String> messages = assertTimeout(
                Duration.ofSeconds(60),
                () -> messages(
                        TestCompiler.JAVAC,
                        SETUP.withOptions("-Afovea.report=none", "-Xmaxerrs", "2000"),
                        Source.of(text.append("}\n").toString())));
        assertEquals(400, messages.size());
    }

    @Test
    void aLogNeverOverwritesCodeOrAnotherLog() {
        Source net = Source.of("class Net { @dev.fovea.Conv(kernel = 3) Object a; }");
        assertEquals(
                List.of("option -Afovea.sarif is \"src/M.java\", which would overwrite code; name another file"),
                messages(TestCompiler.JAVAC, SETUP.withOptions("-Afovea.sarif=src/M.java"), net));
        assertEquals(
                List.of(
                        "option -Afovea.codequality is \"./target/log.json\", the file of another option; name one for each"),
                messages(
                        TestCompiler.JAVAC,
                        SETUP.withOptions("-Afovea.sarif=target/log.json", "-Afovea.codequality=./target/log.json"),
                        net));
    }

    /** Of the first the class file could be written, but not that of the nested class that is generated. */
    @ParameterizedTest
    @ValueSource(ints = {229, 235, 245})
    void aNameThatNoFileCanHaveIsSaidToBeTheCause(int length) {
        String name = "N".repeat(length);
        List<String> messages = messages(
                TestCompiler.JAVAC,
                SETUP,
                Source.of("class %s { @dev.fovea.Conv(kernel = 3) Object a; }".formatted(name)));
        assertTrue(
                messages.stream().anyMatch(message -> message.startsWith("the report of " + name + " is incomplete: ")),
                messages::toString);
        assertFalse(messages.stream().anyMatch(message -> message.startsWith("Fovea failed")), messages::toString);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidToBeTheCause(@TempDir Path folder) throws IOException {
        Path source =
                Files.writeString(folder.resolve("Net.java"), "class Net { @dev.fovea.Conv(kernel = 3) Object a; }");
        Files.writeString(folder.resolve("META-INF"), "no folder");
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter printed = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-d", folder.toString(), "-cp", Setup.annotations().toString());
            JavaCompiler.CompilationTask task =
                    javac.getTask(printed, files, null, options, null, files.getJavaFileObjects(source));
            task.setProcessors(List.of(new FoveaProcessor()));
            assertFalse(task.call());
        }
        assertTrue(
                printed.toString()
                        .contains("the report of Net is incomplete: META-INF/fovea/Net.json cannot be written"),
                printed::toString);
    }
}
