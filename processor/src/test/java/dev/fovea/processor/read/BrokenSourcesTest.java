package dev.fovea.processor.read;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.setup;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Check;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that do not compile anyway, or hardly: the compiler's own errors stand alone. */
final class BrokenSourcesTest {
    /** Annotations with values that the compiler rejects; the second layer's rates would be a finding. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Conv(kernel = MISSING)",
                "@Conv(kernel = {3, Missing.K})",
                "@Conv(kernel = Norm.BATCH)",
                "@Conv(kernel = \"3\")",
                "@Conv(kernel = 3L)",
                "@Conv(kernel = 3.0)",
                "@Conv(kernel = null)",
                "@Conv(kernel = Object.class)",
                "@Conv(kernel = {{3}})",
                "@Conv(kernel = @Input)",
                "@Conv(kernel = 1 / 0)",
                "@Conv(kernel = 99999999999)",
                "@Conv(kernel = three())",
                "@Conv(kernel = 3, norm = 3)",
                "@Conv(kernel = 3, norm = Norm.BATH)",
                "@Conv(kernel = 3, norm = Missing.BATCH)",
                "@Conv(kernel = 3, bias = 1)",
                "@Conv(kernel = 3, bias = Missing.YES)",
                "@Conv(kernel = 3, kernal = 0)",
                "@Conv(kernel = 3, kernel = 0)",
                "@Conv(3)",
                "@Conv()",
                "@Conv",
                "@Conv(",
                "@Conv(ker",
                "@Conv(kernel",
                "@Conv(kernel =",
                "@Conv(kernel = )",
                "@Conv(kernel = 3,)",
                "@Conv(kernel = {3, })",
                "@Conv(kernel = {3, )",
                "@Conv(kernel = 3) @Conv(kernel = 0)",
                "@Con(kernel = 3)",
                "@Conv(kernel = 3) @Endpoint(3)",
                "@Conv(kernel = 3) @Endpoint(Missing.NAME)",
                "@Conv(kernel = 3) @Endpoint",
                "@Conv(kernel = 3) @Expect(jump = 1)",
                "@Conv(kernel = 3) @Expect(jump = {\"1\", Missing.JUMP})",
                "@Conv(kernel = 3) @Expect(size = Missing.SIZE)",
                "@Conv(kernel = 3) @Accept(\"DilationGap\")",
                "@Conv(kernel = 3) @Accept(value = Missing.RULE, reason = \"none\")",
                "@Conv(kernel = 3) @Accept(value = \"DilationGap\", reason = Missing.REASON)",
                "@Conv(kernel = 3) @SuppressWarnings(Missing.RULE)",
                "@Conv(kernel = 3) @SuppressWarnings",
                "@Conv(kernel = 3) @Missing(kernel = 3)",
                "@Conv(kernel = 3) @Input"
            })
    void halfTypedAnnotations(String annotations) {
        Source source = Source.of("""
                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = 3, rate = 1) Object before;
                    %s
                    Object layer;

                    static int three() {
                        return 3;
                    }
                }
                """.formatted(annotations));
        assertAll(Arrays.stream(TestCompiler.values()).map(compiler -> () -> {
            try (Compilation compilation = compiler.compile(setup(), source)) {
                boolean legal = annotations.contains("{3, })");
                assertTrue(compilation.success() == legal, compilation.diagnostics()::toString);
                assertTrue(
                        compilation.diagnostics().stream()
                                .allMatch(found -> found.rule().equals(Found.COMPILER)
                                        && !found.message().contains("Fovea")
                                        && !found.message().contains("Exception")),
                        compilation.diagnostics()::toString);
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Network(input = @Input(size = Missing.SIZE))",
                "@Network(input = 3)",
                "@Network(input = @Inpt)",
                "@Network(input = @Input(axes = \"2\"))",
                "@Network(hdc = Missing.EXACT)",
                "@Network(hdc = Hdc.EXAKT)",
                "@Network(3)",
                "@Network(input =)",
                "@Network @Network",
                "@Accept",
                "@Accept(value = 3, reason = \"\")",
                "@SuppressWarnings(3)"
            })
    void halfTypedAnnotationsOnTheClass(String annotations) {
        Source source = Source.of("""
                import dev.fovea.*;

                %s
                class Net {
                    @Dilated(kernel = 3, rate = 1) Object layer;
                }
                """.formatted(annotations));
        assertAll(Arrays.stream(TestCompiler.values()).map(compiler -> () -> {
            try (Compilation compilation = compiler.compile(setup(), source)) {
                assertFalse(compilation.success());
                assertTrue(
                        compilation.diagnostics().stream()
                                .allMatch(found -> found.rule().equals(Found.COMPILER)
                                        && !found.message().contains("Fovea")
                                        && !found.message().contains("Exception")),
                        compilation.diagnostics()::toString);
            }
        }));
    }

    @Test
    void typeErrorsElsewhereHideNothing() {
        expect("""
                import dev.fovea.*;

                class Net extends Missing {
                //                ^ error compiler
                    @Conv(kernel = 0) Object a;
                    //             ^ error InvalidAttribute
                    @Conv(kernel = 3) Gone b;
                    //                ^ error compiler
                }
                """);
    }

    @Test
    void missingImportsAreTheCompilersErrorsOnly() {
        expect("""
                class Net {
                    @Conv(kernel = 0) Object a;
                //   ^ error compiler
                }
                """);
    }

    @Test
    void misplacedAnnotationsAreTheCompilersErrorsOnly() {
        // javac does not start processors here.
        Check.expect(setup(), Source.of("""
                package p;

                import dev.fovea.*;

                class Net {
                    @Conv(kernel = 3) void method() {}
                //  ^ error compiler
                    void method(@Conv(kernel = 3) int parameter) {}
                    //          ^ error compiler
                    @Conv(kernel = 0) Object a;
                    //    ^ ecj error InvalidAttribute
                }
                """), new Source("p/package-info.java", """
                @dev.fovea.Network
                // <- error compiler
                package p;
                """));
    }

    @Test
    void annotationsThatSpeakOfNoLayerSayNothing() {
        expect("""
                import dev.fovea.*;

                @Network(input = @Input(axes = 9), objectSizes = -1)
                // <- error LayerConflict: Empty is annotated with @Network, but declares no layers
                @Accept(value = "Nothing", reason = "")
                // <- error LayerConflict: @Accept has no effect: Empty declares no layers
                class Empty {
                    @Endpoint("a") @Expect(jump = "x") @Accept(value = "Nothing", reason = "") Object a;
                    // <- error LayerConflict: @Endpoint has no effect: a is not a layer
                    //             ^ error LayerConflict: @Expect has no effect: a is not a layer
                    //                                 ^ error LayerConflict: @Accept has no effect: a is not a layer
                }

                @Network interface Nothing {}
                // <- error LayerConflict: Nothing is annotated with @Network, but declares no layers

                @Network enum None {}
                // <- error LayerConflict: None is annotated with @Network, but declares no layers

                class Outer {
                    Object local() {
                        class Local {
                            @Conv(kernel = 0) Object a;
                        }
                        return new Object() {
                            @Conv(kernel = 0) Object b = new Local();
                        };
                    }
                }
                """);
    }

    @Test
    void constantsOfNarrowerTypesAreRead() {
        expect("""
                import dev.fovea.*;

                class Net {
                    static final byte BYTE = 3;
                    static final short SHORT = 5;
                    static final char CHAR = 'a';

                    @Conv(kernel = BYTE) @Expect(size = 3) Object a;
                    @Conv(kernel = {SHORT, 'b'}) @Expect(size = {7, 100}) Object b;
                    @Conv(kernel = CHAR, bias = BYTE > 2) @Expect(size = 7) Object c;
                    //                                                   ^ error ExpectationFailed: size of c in height is 103, not the expected 7
                }
                """);
    }
}
