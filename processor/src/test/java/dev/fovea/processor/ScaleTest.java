package dev.fovea.processor;

import static dev.fovea.processor.testing.Models.model;
import static dev.fovea.processor.testing.Models.setup;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.NetworkReport;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** Models of 10,000 declared layers. */
final class ScaleTest {
    private static final int LAYERS = 10_000;

    private static final String PLAIN = "    @Conv(kernel = 3) Object layer%d;\n";
    private static final String DILATED = "    @Dilated(kernel = 3, rate = 2) Object layer%d;\n";

    @Test
    void tenThousandPlainLayersCompileOnEclipsesCompiler() throws ReflectiveOperationException {
        NetworkReport report = compile(TestCompiler.ECJ, members(PLAIN, 0, LAYERS), LAYERS);
        assertEquals(20_001, size(report));
        assertEquals(0, report.stacks().size());
    }

    @Test
    void tenThousandDilatedLayersCompileOnEclipsesCompiler() throws ReflectiveOperationException {
        NetworkReport report = compile(TestCompiler.ECJ, members(DILATED, 0, LAYERS), LAYERS);
        assertEquals(40_001, size(report));
        assertEquals(LAYERS, report.stacks().get(0).layers().size());
        assertEquals(1, report.diagnostics().size());
    }

    /** One model only, and half as large: javac itself takes time that grows with the square of the annotated fields. */
    @Test
    void thousandsOfLayersOfBothKindsCompileOnJavac() throws ReflectiveOperationException {
        int half = LAYERS / 4;
        String members = members(PLAIN, 0, half) + members(DILATED, half, 2 * half);
        NetworkReport report = compile(TestCompiler.JAVAC, members, 2 * half);
        assertEquals(1 + 6 * half, size(report));
        assertEquals(half, report.stacks().get(0).layers().size());
        assertEquals(1, report.diagnostics().size());
    }

    private static String members(String member, int from, int to) {
        StringBuilder members = new StringBuilder();
        for (int i = from; i < to; i++) {
            members.append(member.formatted(i));
        }
        return members.toString();
    }

    /** The report as the generated class gives it. */
    private static NetworkReport compile(TestCompiler compiler, String members, int layers)
            throws ReflectiveOperationException {
        Source source = Source.of(model(members));
        try (Compilation compilation = compiler.compile(setup("-Afovea.severity=DilationCommonDivisor=note"), source)) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
            Method method = compilation.loadClass("NetReceptiveField").getMethod("report");
            method.setAccessible(true);
            NetworkReport report = (NetworkReport) method.invoke(null);
            assertEquals(layers, report.layers().size());
            return report;
        }
    }

    private static long size(NetworkReport report) {
        return report.layers()
                .get(report.layers().size() - 1)
                .field()
                .get(1)
                .size()
                .orElseThrow();
    }
}
