package dev.fovea.processor.read;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.setup;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Check;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.processor.testing.Zoo;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the Java language allows models to be, and to be called. */
final class LanguageTest {
    @ParameterizedTest
    @EnumSource
    void onlyDeclaredMembersAreLayers(TestCompiler compiler) {
        try (Compilation compilation = compile(compiler, setup(), """
                package p;

                import dev.fovea.*;

                class Base {
                    @Conv(kernel = 3) Object inherited;
                    @Conv(kernel = 3) Object hidden;
                }

                class Net extends Base implements Stem {
                    @Conv(kernel = 5) Object hidden;
                    @Conv(kernel = 7) Object own;
                }

                interface Stem {
                    Object STEM = null;
                }

                class NoModel extends Base {}
                """)) {
            assertEquals(List.of("inherited", "hidden"), layers(compilation, "p.Base"));
            assertEquals(List.of("hidden", "own"), layers(compilation, "p.Net"));
            assertFalse(compilation.resource("META-INF/fovea/p.NoModel.json").isPresent());
        }
    }

    @Test
    void inheritedLayersCannotBeRead() {
        expect("""
                import dev.fovea.*;

                class Base {
                    @Conv(kernel = 3) Object stem;
                }

                class Net extends Base {
                    @Conv(kernel = 3) Object a;
                    @Add(from = {"a", "stem"}) Object sum;
                    //                ^ error UnknownLayer
                }
                """);
    }

    @Test
    void modelsMayBeGeneric() {
        expect("""
                import dev.fovea.*;
                import java.util.*;

                class Net<T extends Comparable<? super T>, U> {
                    @Conv(kernel = 3) T a;
                    @Conv(kernel = 3) Map<T, List<? extends U>>[] b;

                    class Inner<T> {
                        @Conv(kernel = 3) T a;
                        @Conv(kernel = 3) @Expect(size = 4) U b;
                        //                               ^ error ExpectationFailed
                    }

                    record Pair<A, B>(A a, B b) {}

                    Object report = NetReceptiveField.report();
                    Object inner = Net_InnerReceptiveField.report();
                }
                """);
    }

    @ParameterizedTest
    @EnumSource
    void simpleNamesMayBeTheSame(TestCompiler compiler) {
        try (Compilation compilation = compiler.compile(
                setup(),
                Source.of("package a; import dev.fovea.*; public class Net { @Conv(kernel = 3) Object a; }"),
                Source.of("package b; import dev.fovea.*; public class Net { @Conv(kernel = 5) Object b;"
                        + " Object other = a.NetReceptiveField.A_SIZE + NetReceptiveField.B_SIZE; }"),
                Source.of("class Net { @dev.fovea.Conv(kernel = 7) Object c; }"))) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
            assertEquals(List.of("a"), layers(compilation, "a.Net"));
            assertEquals(List.of("b"), layers(compilation, "b.Net"));
            assertEquals(List.of("c"), layers(compilation, "Net"));
        }
    }

    /** Only one of them can have its class. */
    @Test
    void generatedNamesMayClash() {
        expect("""
                import dev.fovea.*;

                class Outer {
                    static class Net {
                        @Conv(kernel = 3) Object a;
                    }
                }

                class Outer_Net {
                // <- error LayerConflict
                    @Conv(kernel = 3) Object a;
                }
                """);
    }

    @Test
    void enumsMayHaveFieldsAndBodies() {
        expect("""
                import dev.fovea.*;

                enum Net {
                    @Conv(kernel = 3) FIRST { void method() {} },
                    @Conv(kernel = 3) @Expect(size = 5) SECOND;

                    @Conv(kernel = 3) @Expect(size = 7) final Object instance = null;
                    @Conv(kernel = 3) static Object shared;
                //  ^ error LayerConflict
                }
                """);
    }

    @ParameterizedTest
    @EnumSource
    void modelsInsideInterfacesAndAnnotationsAreAsVisibleAsThese(TestCompiler compiler)
            throws ReflectiveOperationException {
        try (Compilation compilation = compile(compiler, setup(), """
                package p;

                import dev.fovea.*;

                public interface Api {
                    class Net {
                        @Conv(kernel = 3) Object a;
                    }

                    enum Layers { @Conv(kernel = 3) A }

                    @interface Config {
                        @Network record Pair(@Conv(kernel = 3) Object a) {}
                    }
                }
                """)) {
            for (String name : List.of("Api_Net", "Api_Layers", "Api_Config_Pair")) {
                compilation
                        .loadClass("p." + name + "ReceptiveField")
                        .getMethod("report")
                        .invoke(null);
            }
        }
    }

    @Test
    void modelsMayBeSealedOrAbstract() {
        expect("""
                import dev.fovea.*;

                abstract sealed class Net permits Deep {
                    @Conv(kernel = 3) protected transient volatile Object a;
                    @Conv(kernel = 3) private final Object b = null, c = null;
                }

                non-sealed strictfp class Deep extends Net {
                    @Conv(kernel = 3) int[] a[];
                }
                """);
    }

    @ParameterizedTest
    @EnumSource
    void sourcesMayHaveTheLineEndsOfWindows(TestCompiler compiler) {
        String source = """
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = 2) Object a;
                    @Dilated(kernel = 3,
                            rate = 2) Object b;
                }
                """;
        try (Compilation unix = compiler.compile(setup(), Source.of(source));
                Compilation windows = compiler.compile(setup(), Source.of(source.replace("\n", "\r\n")))) {
            assertEquals(
                    unix.diagnostics().stream().map(Object::toString).toList(),
                    windows.diagnostics().stream().map(Object::toString).toList());
            assertEquals(Zoo.generated(unix), Zoo.generated(windows));
            Zoo.generated(windows).forEach((name, text) -> assertFalse(text.contains("\r"), name));
        }
    }

    /** In particular those that the generated class uses itself. */
    @Test
    void typesMayHaveAnyName() {
        Check.expect(
                setup(),
                Source.of("package p; class String {}"),
                Source.of("package p; class Object {}"),
                Source.of("package p; class Override {}"),
                Source.of("package p; class LayerReport {}"),
                Source.of("package p; class NetworkReport {}"),
                Source.of("package p; class Generated {}"),
                Source.of("package p; class LayerOrder {}"),
                Source.of("package p; import dev.fovea.*; @Block class Part { @Conv(kernel = 3) Object a; }"),
                Source.of("package p; import dev.fovea.*; class Net { @Use(block = Part.class) Object a; }"),
                Source.of("package p; import dev.fovea.*; enum Layers { @Conv(kernel = 3) A }"),
                Source.of("package q; import dev.fovea.*; enum String { @Conv(kernel = 3) A }"),
                Source.of("package q; import dev.fovea.*; enum LayerReport { @Conv(kernel = 3) A }"),
                Source.of("package q; import dev.fovea.*; enum Generated { @Conv(kernel = 3) A }"),
                Source.of(
                        "package r; import dev.fovea.*; class Report { @Conv(kernel = 3) Object report, layer, name; }"));
    }

    /** These cannot be told from the types of the same name that the generated class uses. */
    @Test
    void typesOfAnyNameInTheUnnamedPackage() {
        for (String name : List.of("String", "LayerReport", "NetworkReport", "Generated", "Holder", "Integer")) {
            expect("import dev.fovea.*; enum " + name + " { @Conv(kernel = 3) A }");
            expect("import dev.fovea.*; class " + name
                    + " { @Conv(kernel = 3) int a; enum Inner { @Conv(kernel = 3) A } }");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsGeneratedCompilesWithoutWarnings(TestCompiler compiler) {
        String source = """
                package p;

                import dev.fovea.*;

                @Deprecated
                public enum Net {
                    @Conv(kernel = 3) A
                }
                """;
        List<String> strict = compiler == TestCompiler.JAVAC
                ? List.of("-Xlint:all,-processing", "-Werror")
                : List.of("-warn:+all,-processing", "-failOnWarning");
        try (Compilation compilation = compiler.compile(
                setup(strict.toArray(String[]::new)),
                Source.of(source),
                Source.of(source.replace("@Deprecated", "@Deprecated(forRemoval = true)")
                        .replace("Net", "Old")),
                Source.of("""
                        package p;

                        import dev.fovea.*;

                        @Block
                        class Part {
                            @Conv(kernel = 3) Object a;
                        }
                        """))) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
        }
    }

    @Test
    void whatIsGeneratedCompilesWithoutWarningsInAModule() {
        Setup modular = setup(
                        "-Xlint:all,-processing",
                        "-Werror",
                        "--module-path",
                        Setup.annotations().toString())
                .withClassPath();
        try (Compilation compilation = TestCompiler.JAVAC.compile(
                modular,
                new Source("module-info.java", "module client { requires dev.fovea; exports p; }"),
                Source.of("""
                        package p;

                        import dev.fovea.*;

                        public class Net {
                            @Conv(kernel = 3) Object a;

                            private Net() {}
                        }
                        """))) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
        }
    }

    /** The processor is there, the annotations are not. */
    @ParameterizedTest
    @EnumSource
    void theAnnotationsMayBeMissingFromTheClassPath(TestCompiler compiler) {
        Source source = Source.of("""
                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3) Object a;
                    @dev.fovea.Dilated(kernel = 3, rate = 2) Object b;
                }
                """);
        try (Compilation compilation = compiler.compile(setup().withClassPath(), source)) {
            assertFalse(compilation.success());
            assertTrue(
                    compilation.diagnostics().stream()
                            .allMatch(found -> found.rule().equals("compiler")
                                    && !found.message().contains("Fovea")
                                    && !found.message().contains("Exception")),
                    compilation.diagnostics()::toString);
        }
    }

    private static Compilation compile(TestCompiler compiler, Setup setup, String source) {
        Compilation compilation = compiler.compile(setup, Source.of(source));
        assertTrue(compilation.success(), compilation.diagnostics()::toString);
        return compilation;
    }

    private static List<String> layers(Compilation compilation, String model) {
        return NetworkReport.fromJson(compilation
                        .resourceText("META-INF/fovea/" + model + ".json")
                        .orElseThrow())
                .layers()
                .stream()
                .map(LayerReport::name)
                .toList();
    }
}
