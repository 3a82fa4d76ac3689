package dev.fovea.processor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.NetworkReport;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models in named modules. */
final class ModulesTest {
    private static final Source MODEL = Source.of("""
            package client.internal;

            import dev.fovea.*;

            class Net {
                @Conv(kernel = 3) Object a;
            }
            """);

    private static final Source PROGRAM = Source.of("""
            package client.internal;

            class Program {
                Object report = NetReceptiveField.report();
            }
            """);

    /** {@code @Generated} is in a module that a client need not read. */
    @ParameterizedTest
    @CsvSource({
        "JAVAC, requires dev.fovea;, false",
        "ECJ, requires dev.fovea;, false",
        "JAVAC, requires dev.fovea; requires java.compiler;, true",
        "ECJ, requires dev.fovea; requires java.compiler;, true"
    })
    void areReadFromWithin(TestCompiler compiler, String requires, boolean generated)
            throws ReflectiveOperationException {
        try (Compilation compilation = compiler.compile(modular(), client(requires), MODEL)) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
            String source = compilation
                    .generatedSource("client.internal.NetReceptiveField")
                    .orElseThrow();
            assertEquals(generated, source.contains("@Generated"), source);
            assertEquals("client.internal.Net", report(compilation).model());
        }
    }

    @Test
    void modulesReferToTheirReports() {
        try (Compilation compilation =
                TestCompiler.JAVAC.compile(modular(), client("requires dev.fovea;"), MODEL, PROGRAM)) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
        }
    }

    /**
     * In a named module, ECJ's batch compiler does not resolve what any processor generated in the same compilation.
     * When this test fails, ECJ has learnt it, and the documentation's remark can go.
     */
    @Test
    void doNotReferToTheirReportsOnEcj() {
        try (Compilation compilation =
                TestCompiler.ECJ.compile(modular(), client("requires dev.fovea;"), MODEL, PROGRAM)) {
            assertEquals(
                    List.of("client/internal/Program.java:4:21 error NetReceptiveField cannot be resolved"),
                    compilation.diagnostics().stream().map(Object::toString).toList());
            assertTrue(compilation
                    .generatedSource("client.internal.NetReceptiveField")
                    .isPresent());
        }
    }

    private static Setup modular() {
        return Models.setup("--module-path", Setup.annotations().toString()).withClassPath();
    }

    private static Source client(String requires) {
        return new Source("module-info.java", "module client { " + requires + " }");
    }

    /** The report as the module's own loader gives it; its package is neither exported nor opened. */
    private static NetworkReport report(Compilation compilation) throws ReflectiveOperationException {
        ModuleLayer.Controller client = layer("client", compilation.output());
        Class<?> type = client.layer().findLoader("client").loadClass("client.internal.NetReceptiveField");
        assertEquals("client", type.getModule().getName());
        client.addOpens(type.getModule(), type.getPackageName(), ModulesTest.class.getModule());
        Method report = type.getDeclaredMethod("report");
        report.setAccessible(true);
        Object read = report.invoke(null);
        assertEquals("dev.fovea", read.getClass().getModule().getName());
        // The test itself has its class path's NetworkReport.
        return NetworkReport.fromJson(
                (String) read.getClass().getMethod("toJson").invoke(read));
    }

    /** Whoever reads the reports of others finds the schema. */
    @Test
    void modulesHideNoSchema() {
        assertNotNull(
                layer("dev.fovea").layer().findLoader("dev.fovea").getResource("META-INF/fovea/report.schema.json"));
    }

    private static ModuleLayer.Controller layer(String module, Path... output) {
        List<Path> paths =
                Stream.concat(Stream.of(output), Stream.of(Setup.annotations())).toList();
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(paths.toArray(Path[]::new)), ModuleFinder.of(), Set.of(module));
        return ModuleLayer.defineModulesWithOneLoader(
                configuration, List.of(ModuleLayer.boot()), ClassLoader.getPlatformClassLoader());
    }
}
