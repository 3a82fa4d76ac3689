package dev.fovea.processor.generate;

import static dev.fovea.processor.testing.Models.setup;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Check;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Severity;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The generated class, as programs use it. */
final class ReportClassTest {
    private static final String USES = """
            import dev.fovea.*;

            class Net {
                @Use(block = Unit.class, repeat = 2) Object stage;
            }

            @Block
            class Unit {
                @Conv(kernel = 3) Object conv;
                @Conv(kernel = 1) Object project;
            }
            """;

    /** What the class returns are records. */
    @Test
    void aReleaseWithoutRecordsGetsTheReportWithoutAClass() {
        for (String release : List.of("8", "11")) {
            Setup setup = Setup.with(FoveaProcessor::new).withOptions("--release", release);
            try (Compilation compilation = TestCompiler.JAVAC.compile(setup, Source.of(USES), Source.of("""
                    import dev.fovea.*;

                    class Faulty {
                        @Conv(kernel = 0) Object conv;
                    }
                    """))) {
                assertEquals(
                        List.of(
                                "no report classes are generated, because they return records, which this release of Java does not have; compile with --release 17 or later, or state -Afovea.report=none"),
                        compilation.diagnostics().stream()
                                .filter(found -> found.severity() == Severity.WARNING)
                                .map(Found::firstLine)
                                .filter(line -> line.contains("report"))
                                .toList());
                assertEquals(
                        List.of("InvalidAttribute"),
                        compilation.diagnostics().stream()
                                .filter(found -> found.severity() == Severity.ERROR)
                                .map(Found::rule)
                                .toList());
                assertTrue(compilation.resource("META-INF/fovea/Net.json").isPresent());
            }
        }
    }

    @Test
    void theReportFindsTheSameLayers() throws ReflectiveOperationException {
        try (Compilation compilation = TestCompiler.JAVAC.compile(Setup.with(FoveaProcessor::new), Source.of(USES))) {
            Class<?> type = compilation.loadClass("NetReceptiveField");
            Method byName = type.getDeclaredMethod("layer", String.class);
            byName.setAccessible(true);
            LayerReport stage = (LayerReport) byName.invoke(null, "stage");
            Method report = type.getDeclaredMethod("report");
            report.setAccessible(true);
            assertEquals("stage[1].project", stage.name());
            assertEquals(stage, ((NetworkReport) report.invoke(null)).layer("stage"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportClassReadsTheReport(TestCompiler compiler) throws ReflectiveOperationException {
        try (Compilation compilation = compile(compiler, """
                package com.acme;

                import dev.fovea.*;

                public class SegNet {
                    @Conv(kernel = 3) Object stem;
                    @Conv(kernel = {1, 5}, stride = 2) Object head;
                }
                """)) {
            Class<?> type = compilation.loadClass("com.acme.SegNetReceptiveField");
            assertTrue(Modifier.isPublic(type.getModifiers()));
            assertTrue(Modifier.isFinal(type.getModifiers()));
            NetworkReport report = (NetworkReport) type.getMethod("report").invoke(null);
            assertEquals("com.acme.SegNet", report.model());
            Method layer = type.getMethod("layer", String.class);
            LayerReport head = (LayerReport) layer.invoke(null, "head");
            assertEquals(OptionalLong.of(7), head.field().get(1).size());
            Throwable wrong = assertThrows(InvocationTargetException.class, () -> layer.invoke(null, "haed"))
                    .getCause();
            assertInstanceOf(IllegalArgumentException.class, wrong);
            assertTrue(wrong.getMessage().contains("haed") && wrong.getMessage().contains("head"), wrong::getMessage);
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportClassTakesTheConstantsOfEnums(TestCompiler compiler) throws ReflectiveOperationException {
        try (Compilation compilation = compile(compiler, """
                package p;

                import dev.fovea.*;

                public enum Layers {
                    @Conv(kernel = 3) FIRST,
                    @Conv(kernel = 5) secondLayer {},
                    OTHER
                }
                """)) {
            Class<?> model = compilation.loadClass("p.Layers");
            Class<?> type = compilation.loadClass("p.LayersReceptiveField");
            Method layer = type.getMethod("layer", model);
            LayerReport second = (LayerReport) layer.invoke(null, model.getEnumConstants()[1]);
            assertEquals("secondLayer", second.name());
            assertEquals(OptionalLong.of(7), second.field().get(0).size());
            assertThrows(InvocationTargetException.class, () -> layer.invoke(null, model.getEnumConstants()[2]));
            assertEquals(Map.of("FIRST_SIZE", 3, "SECOND_LAYER_SIZE", 7), ReportConstantsTest.constants(type));
        }
    }

    @Test
    void reportClassDoesNotMindNamesOfItsOwn() {
        Check.expect(
                setup(),
                Source.of("import dev.fovea.*; enum Holder { @Conv(kernel = 3) REPORT, @Conv(kernel = 3) report }"),
                Source.of("package p; import dev.fovea.*; enum NetworkReport { @Conv(kernel = 3) A }"),
                Source.of("package q; import dev.fovea.*; class java { @Conv(kernel = 3) Object java, dev; }"),
                Source.of("package q; import dev.fovea.*; class A$B<T> { @Conv(kernel = 3) T $, _a; class C {"
                        + " @Conv(kernel = 3) T a; } }"),
                new Source("q/Größe.java", "package q; class Größe { @dev.fovea.Conv(kernel = 3) Object größe, 漢; }"));
    }

    @ParameterizedTest
    @EnumSource
    void reportClassIsAsVisibleAsTheModel(TestCompiler compiler) throws ReflectiveOperationException {
        try (Compilation compilation = compile(compiler, """
                import dev.fovea.*;

                public class Outer {
                    public static class Open {
                        @Conv(kernel = 3) Object a;
                        public record Deep() {
                            public enum Deeper { @Conv(kernel = 3) A }
                        }
                    }
                    protected static class Inherited {
                        @Conv(kernel = 3) Object a;
                    }
                    static class Near {
                        @Conv(kernel = 3) Object a;
                        public static class Around {
                            @Conv(kernel = 3) Object a;
                        }
                    }
                    private class Hidden {
                        @Conv(kernel = 3) private Object a;
                        enum Inside { @Conv(kernel = 3) A }
                    }
                    private enum Secret { @Conv(kernel = 3) A }
                }
                """)) {
            Map<String, Boolean> visible = new TreeMap<>();
            for (String name : new String[] {
                "Open", "Open_Deep_Deeper", "Inherited", "Near", "Near_Around", "Hidden", "Hidden_Inside", "Secret"
            }) {
                Class<?> type = compilation.loadClass("Outer_" + name + "ReceptiveField");
                assertFalse(Modifier.isPrivate(type.getModifiers()) || Modifier.isProtected(type.getModifiers()));
                visible.put(name, Modifier.isPublic(type.getModifiers()));
                Method report = type.getMethod("report");
                report.setAccessible(true);
                assertEquals("Outer$" + name.replace('_', '$'), ((NetworkReport) report.invoke(null)).model());
            }
            assertEquals(
                    Map.of(
                            "Open", true,
                            "Open_Deep_Deeper", true,
                            "Inherited", false,
                            "Near", false,
                            "Near_Around", false,
                            "Hidden", false,
                            "Hidden_Inside", false,
                            "Secret", false),
                    visible);
        }
    }

    /** Without the class each mention of it would be an error more. */
    @Test
    void reportClassIsThereForModelsWithFindings() {
        Check.expect(setup(), Source.of("""
                package p;

                import dev.fovea.*;

                public class Net {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    //                          ^ error DilationCommonDivisor
                    @Dilated(kernel = 3, rate = 2) Object b;
                }
                """), Source.of("""
                package p;

                import dev.fovea.*;

                public class Faulty {
                    @Conv(kernel = 3) Object a;
                    @Conv(kernel = 0) Object b;
                    //             ^ error InvalidAttribute
                }
                """), Source.of("""
                package q;

                import p.*;

                class User {
                    int size = NetReceptiveField.B_SIZE + NetReceptiveField.report().layers().size();
                    Object other = FaultyReceptiveField.layer("b");
                    Object known = FaultyReceptiveField.A_SIZE;
                }
                """));
    }

    @ParameterizedTest
    @EnumSource
    void reportClassExistsThoughFindingsAreWarnings(TestCompiler compiler) throws ReflectiveOperationException {
        try (Compilation compilation =
                compiler.compile(setup("-Afovea.severity=all=warning"), Source.of(Models.stack(3, 2, 4, 8)))) {
            assertTrue(compilation.success());
            assertEquals(
                    Map.of("D1_SIZE", 5, "D2_SIZE", 13, "D3_SIZE", 29),
                    ReportConstantsTest.constants(compilation.loadClass("NetReceptiveField")));
        }
    }

    private static Compilation compile(TestCompiler compiler, String source) {
        Compilation compilation = compiler.compile(setup(), Source.of(source));
        assertTrue(compilation.success(), compilation.diagnostics()::toString);
        return compilation;
    }
}
