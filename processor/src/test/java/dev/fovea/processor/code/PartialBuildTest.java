package dev.fovea.processor.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compilations of a few changed files, the rest being class files of an earlier one, never change a verdict silently. */
final class PartialBuildTest {
    private static final Source MODEL = Source.of("""
            package net;

            import ai.djl.nn.Block;
            import ai.djl.nn.SequentialBlock;
            import dev.fovea.Input;
            import dev.fovea.Network;

            public class Nets {
                @Network(input = @Input(channels = 3, size = 64))
                static Block net() {
                    return new SequentialBlock().add(Parts.dilated()).add(Parts.dilated());
                }
            }
            """);

    private static final Source HELPER = Source.of("""
            package net;

            import ai.djl.nn.Block;
            import ai.djl.nn.convolutional.Conv2d;

            class Parts {
                static Block dilated() {
                    return Conv2d.builder()
                            .setKernelShape(Rates.KERNEL)
                            .optDilation(Rates.of(2))
                            .setFilters(8)
                            .build();
                }
            }
            """);

    private static final Source VALUES = Source.of("""
            package net;

            import ai.djl.ndarray.types.Shape;

            class Rates {
                static final Shape KERNEL = of(3);

                static Shape of(int both) {
                    return new Shape(both, both);
                }
            }
            """);

    private static final String REPORT = "META-INF/fovea/net.Nets_Net.json";

    private static Setup setup() {
        return Setup.with(FoveaProcessor::new).withDjl().withOptions("-Afovea.severity=all=warning");
    }

    private static Setup after(Compilation earlier) {
        List<Path> classPath = new ArrayList<>(setup().classPath());
        classPath.add(earlier.output());
        return setup().withClassPath(classPath.toArray(Path[]::new));
    }

    private static List<String> findings(Compilation compilation) {
        return compilation.diagnostics().stream()
                .map(Found::message)
                .map(message -> message.lines().findFirst().orElse(""))
                .toList();
    }

    private static String fileOnly(String member, String layer) {
        return "[CodeNotRead] nothing is known of %s: %s is there as a class file only; compile its source together with this class, as a full build does"
                .formatted(layer, member);
    }

    @Test
    void helpersThatAreThereAsClassFilesOnlyAreSaidToBe() {
        try (Compilation all = TestCompiler.JAVAC.compile(setup(), MODEL, HELPER, VALUES);
                Compilation model = TestCompiler.JAVAC.compile(after(all), MODEL);
                Compilation helper = TestCompiler.JAVAC.compile(after(all), MODEL, HELPER);
                Compilation again = TestCompiler.JAVAC.compile(after(all), MODEL, HELPER, VALUES)) {
            assertTrue(findings(all).get(0).startsWith("[DilationCommonDivisor]"), findings(all)::toString);
            assertEquals(
                    List.of(fileOnly("dilated of net.Parts", "unread1"), fileOnly("dilated of net.Parts", "unread2")),
                    findings(model));
            assertEquals(List.of(fileOnly("KERNEL of net.Rates", "dilated[0]")), findings(helper));
            assertEquals(all.resourceText(REPORT), again.resourceText(REPORT));
            assertFalse(model.resourceText(REPORT).equals(all.resourceText(REPORT)));
        }
    }

    /** Gradle hands over the classes that it need not compile so, where the processor writes about all models together. */
    @Test
    void aModelThatIsThereAsAClassFileOnlyAsksForAFullBuild(@TempDir Path folder) throws IOException {
        try (Compilation all = TestCompiler.JAVAC.compile(setup(), MODEL, HELPER, VALUES)) {
            String classPath =
                    after(all).classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
            JavaCompiler.CompilationTask task = ToolProvider.getSystemJavaCompiler()
                    .getTask(
                            null,
                            null,
                            diagnostics,
                            List.of("-proc:only", "-cp", classPath, "-d", folder.toString()),
                            List.of("net.Nets"),
                            null);
            task.setProcessors(List.of(new FoveaProcessor()));
            assertFalse(task.call());
            assertEquals(
                    List.of("ERROR the model net of net.Nets is there as a class file only, which has no code to read; "
                            + "build everything (in Gradle, state options.incremental = false)"),
                    diagnostics.getDiagnostics().stream()
                            .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                            .map(one -> one.getKind() + " " + one.getMessage(Locale.ROOT))
                            .toList());
        }
    }
}
