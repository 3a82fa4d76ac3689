package dev.fovea.processor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A block that comes from class files is the same as from source, or is rejected. */
final class LibraryBlockTest {
    private static final Setup SETUP = Setup.with(FoveaProcessor::new);

    /** Its layers are in another order than their names. */
    static final Source LIBRARY = Source.of("""
            package library;

            import dev.fovea.*;

            @Block
            public class Bottleneck {
                @Conv(kernel = 1, out = Param.WIDTH) Object reduce;
                @Dilated(kernel = 3, stride = Param.STRIDE, rate = Param.RATE, padding = Param.RATE, out = Param.WIDTH) Object apply;
                @Use(block = Expansion.class, out = Param.OUT, squeeze = Param.SQUEEZE) Object last;
                @Residual(shortcut = Network.INPUT) Object add;

                @Block
                public static class Expansion {
                    @Conv(kernel = 1, out = Param.OUT) Object widen;
                    @SqueezeExcite(squeeze = Param.SQUEEZE) Object gate;
                }
            }
            """);

    static final Source NET = Source.of("""
            package net;

            import dev.fovea.*;
            import library.Bottleneck;

            @Network(input = @Input(channels = 3, size = 64))
            class Net {
                @Conv(kernel = 3, padding = 1, out = 16) Object stem;
                @Use(block = Bottleneck.class, repeat = 3, width = 8, out = 32, stride = 2, rate = {1, 2, 3}, squeeze = 4)
                @Endpoint("stage") @Expect(size = 25, jump = "2")
                Object stage;
                @Use(block = Bottleneck.class, width = 8, out = 32, squeeze = 4) Object plain;
            }
            """);

    @ParameterizedTest
    @CsvSource({"JAVAC, JAVAC", "JAVAC, ECJ", "ECJ, JAVAC", "ECJ, ECJ"})
    void aLibraryBlockIsTheSameFromSourceFolderAndJar(TestCompiler library, TestCompiler user, @TempDir Path folder)
            throws IOException {
        String fromSource = json(user, SETUP, "net.Net", NET, LIBRARY);
        try (Compilation compiled = library.compile(SETUP, LIBRARY)) {
            assertTrue(compiled.success(), () -> compiled.diagnostics().toString());
            Path jar = jar(compiled.output(), folder.resolve("library.jar"));
            for (Path place : List.of(compiled.output(), jar)) {
                Setup setup = SETUP.withClassPath(Setup.annotations(), place);
                assertEquals(fromSource, json(user, setup, "net.Net", NET));
            }
        }
    }

    /** A block that is compiled against what its users do not have. */
    private static final Source[] INCOMPLETE = {Source.of("""
                package library;

                import dev.fovea.*;

                @Block
                public class Outer {
                    Part helper;
                    @Conv(kernel = 3, padding = 1) Part first;
                    @Use(block = Inner.class) Object second;
                }
                """), Source.of("""
                package library;

                import dev.fovea.*;

                @Block
                public class Inner {
                    @Conv(kernel = 3, padding = 1) Object only;
                }
                """), Source.of("""
                package library;

                public class Part {}
                """)};

    @ParameterizedTest
    @CsvSource({"JAVAC, JAVAC", "JAVAC, ECJ", "ECJ, JAVAC", "ECJ, ECJ"})
    void aBlockWithoutAPartOfItIsReportedOnceWhereItIsUsed(TestCompiler library, TestCompiler user) throws IOException {
        Source net = Source.of("""
                import dev.fovea.*;

                class Net {
                    @Use(block = library.Outer.class, repeat = 2) Object a;
                    @Use(block = library.Outer.class) Object b;
                }
                """);
        try (Compilation compiled = library.compile(SETUP, INCOMPLETE)) {
            Files.delete(compiled.output().resolve("library/Inner.class"));
            try (Compilation used = user.compile(SETUP.withClassPath(Setup.annotations(), compiled.output()), net)) {
                List<String> errors = used.diagnostics().stream()
                        .map(Found::message)
                        .filter(message -> message.startsWith("[") || message.startsWith("Fovea"))
                        .toList();
                assertEquals(
                        List.of(
                                "[BlockCycle] a uses library.Outer, whose block library.Inner is not on the class path; add the library that has it"),
                        errors,
                        () -> used.diagnostics().toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"JAVAC, JAVAC", "JAVAC, ECJ", "ECJ, JAVAC", "ECJ, ECJ"})
    void theTypeOfAFieldNeedNotBeThere(TestCompiler library, TestCompiler user) throws IOException {
        Source net = Source.of("""
                import dev.fovea.*;

                class Net {
                    @Use(block = library.Outer.class) Object a;
                }
                """);
        try (Compilation compiled = library.compile(SETUP, INCOMPLETE)) {
            Files.delete(compiled.output().resolve("library/Part.class"));
            try (Compilation used = user.compile(SETUP.withClassPath(Setup.annotations(), compiled.output()), net)) {
                assertTrue(used.success(), () -> used.diagnostics().toString());
                assertEquals(List.of(), used.diagnostics());
            }
        }
    }

    /** They cannot mend it, and the block's author was told. */
    @ParameterizedTest
    @CsvSource({"JAVAC, JAVAC", "ECJ, ECJ"})
    void usersOfALibraryAreNotToldWhatNoArgumentCures(TestCompiler library, TestCompiler user) {
        Source faulty = Source.of("""
                package library;

                import dev.fovea.*;

                @Block
                public class Faulty {
                    @Dilated(kernel = 3, rate = 2, padding = 2) Object a;
                    @Dilated(kernel = 3, rate = 4, padding = 4) Object b;
                    @Conv(kernel = 3, padding = 1) Object between;
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE) Object c;
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE) Object d;
                    @Conv(kernel = 3, padding = 1) Object above;
                }
                """);
        Source net = Source.of("""
                import dev.fovea.*;

                class Net {
                    @Use(block = library.Faulty.class, rate = 2) Object curable;
                    @Use(block = library.Faulty.class, rate = 1) Object not;
                }
                """);
        Setup lenient = SETUP.withOptions("-Afovea.severity=DilationCommonDivisor=warning");
        try (Compilation compiled = library.compile(lenient, faulty)) {
            assertEquals(
                    List.of("DilationCommonDivisor"),
                    compiled.diagnostics().stream().map(Found::rule).toList());
            try (Compilation used = user.compile(SETUP.withClassPath(Setup.annotations(), compiled.output()), net)) {
                assertEquals(
                        List.of("DilationCommonDivisor"),
                        used.diagnostics().stream().map(Found::rule).toList());
                assertTrue(
                        used.diagnostics().get(0).message().contains("curable.c, curable.d"),
                        () -> used.diagnostics().toString());
            }
        }
    }

    @Test
    void aLibraryBlockWithoutItsOrderIsRejectedWhereTheOrderIsLost() {
        try (Compilation compiled = TestCompiler.JAVAC.compile(Setup.withoutProcessor(), LIBRARY)) {
            Setup setup = SETUP.withClassPath(Setup.annotations(), compiled.output());
            assertEquals(
                    json(TestCompiler.JAVAC, SETUP, "net.Net", NET, LIBRARY),
                    json(TestCompiler.JAVAC, setup, "net.Net", NET));
            try (Compilation rejected = TestCompiler.ECJ.compile(setup, NET)) {
                assertEquals(
                        List.of("BlockCycle"),
                        rejected.diagnostics().stream().map(Found::rule).toList());
                assertTrue(rejected.diagnostics()
                        .get(0)
                        .message()
                        .contains(
                                "whose layers have no recorded order in its class file; compile it with this version"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLibraryBlockWithTheOrderOfAnotherVersionIsRejected(TestCompiler compiler) {
        Source block = Source.of("""
                package net;

                import dev.fovea.*;

                @Block
                public class Part {
                    @Conv(kernel = 3) Object a;
                    @Conv(kernel = 1) Object added;
                }

                @LayerOrder("a")
                final class PartLayerOrder {}
                """);
        Source net = Source.of("""
                package net;

                import dev.fovea.*;

                class Net {
                    @Use(block = Part.class) Object part;
                }
                """);
        try (Compilation compiled = TestCompiler.JAVAC.compile(Setup.withoutProcessor(), block);
                Compilation rejected =
                        compiler.compile(SETUP.withClassPath(Setup.annotations(), compiled.output()), net)) {
            assertEquals(
                    List.of("BlockCycle"),
                    rejected.diagnostics().stream().map(Found::rule).toList());
        }
    }

    private static String json(TestCompiler compiler, Setup setup, String model, Source... sources) {
        try (Compilation compilation = compiler.compile(setup, sources)) {
            assertEquals(List.of(), compilation.diagnostics());
            return compilation.resourceText("META-INF/fovea/" + model + ".json").orElseThrow();
        }
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(classes)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : files) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }
}
