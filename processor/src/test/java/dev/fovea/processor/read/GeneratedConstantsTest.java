package dev.fovea.processor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Check;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models whose annotation values are constants that another processor generates in the same compilation. */
final class GeneratedConstantsTest {
    private static final Setup GENERATING = Setup.with(WithConstants::new);

    private static final Source USER = Source.of("""
            package p;

            import dev.fovea.*;

            @Network(input = @Input(channels = Sizes.THREE))
            public class Net {
                @Conv(kernel = Sizes.THREE) Object a;
                @Conv(kernel = {Sizes.THREE, 5}) Object b;
            }
            """);

    @ParameterizedTest
    @EnumSource
    void generatedConstantsAreReadInTheNextRound(TestCompiler compiler) throws ReflectiveOperationException {
        try (Compilation compilation = compiler.compile(GENERATING, USER)) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
            Class<?> report = compilation.loadClass("p.NetReceptiveField");
            assertEquals(5, report.getField("B_HEIGHT_SIZE").get(null));
            assertEquals(7, report.getField("B_WIDTH_SIZE").get(null));
        }
    }

    /** The error on the independent model makes the next round javac's last. */
    @Test
    void generatedConstantsGiveTheSameFindings() {
        Check.expect(GENERATING, Source.of("""
                package p;

                import dev.fovea.*;

                class Net {
                    @Dilated(kernel = Sizes.THREE, rate = 2) Object a;
                    //                                    ^ error DilationCommonDivisor
                    @Dilated(kernel = 3, rate = 2) @Expect(size = Sizes.THREE) Object b;
                    //                                                 ^ error ExpectationFailed: size of b is 9, not the expected 3
                }

                class Outer {
                    static class Nested {
                        @Conv(kernel = Sizes.THREE, stride = Sizes.NONE) Object a;
                        //                                        ^ error InvalidAttribute: stride of a is 0
                    }
                }

                class Independent {
                    @Conv(kernel = 0) Object a;
                    //             ^ error InvalidAttribute
                }
                """));
    }

    @Test
    void thatNobodyGeneratesAreTheCompilersAffair() {
        Check.expect(GENERATING, Source.of("""
                package p;

                import dev.fovea.*;

                class Net {
                    @Conv(kernel = Sizes.FIVE) Object a;
                    //                  ^ javac error compiler
                    //                   ^ ecj error compiler
                    @Conv(kernel = 0) Object b;
                }

                class Independent {
                    @Conv(kernel = 0) Object a;
                    //             ^ error InvalidAttribute
                }
                """));
    }

    /** Generates {@code p.Sizes} in the first round, then lets the processor under test run. */
    private static final class WithConstants extends AbstractProcessor {
        private final FoveaProcessor processor = new FoveaProcessor();
        private boolean written;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public void init(ProcessingEnvironment environment) {
            super.init(environment);
            processor.init(environment);
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!written) {
                written = true;
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile("p.Sizes").openWriter()) {
                    writer.write("package p; interface Sizes { int NONE = 0; int THREE = 3; }");
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
            return processor.process(annotations, round);
        }
    }
}
