package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Check;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Severity;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault of the processor's own says so, and stops at its model. */
final class InternalFaultTest {
    private static final Setup FAILING = Setup.with(Failing::new);

    private static final Source MODELS = Source.of("""
            import dev.fovea.*;

            class Before {
                @Conv(kernel = 0) Object a;
                //             ^ error InvalidAttribute
            }

            class Doomed {
            // <- error compiler: Fovea failed on the model Doomed through a fault of its own (IllegalStateException); please report it
                @Conv(kernel = 3) Object a;
            }

            class Second {
                @Conv(kernel = 0) Object a;
                //             ^ error InvalidAttribute
            }
            """);

    @Test
    void isOneErrorOnTheModel() {
        Check.expect(FAILING, MODELS);
    }

    @ParameterizedTest
    @EnumSource
    void printsItsTraceOnDemand(TestCompiler compiler) {
        assertEquals(List.of(false), traces(compiler, FAILING));
        assertEquals(List.of(true), traces(compiler, FAILING.withOptions("-Afovea.verbose")));
    }

    private static List<Boolean> traces(TestCompiler compiler, Setup setup) {
        try (Compilation compilation = compiler.compile(setup, MODELS)) {
            assertTrue(compilation.resourceText("META-INF/fovea/Second.json").isPresent());
            return compilation.diagnostics().stream()
                    .filter(found -> found.severity() == Severity.ERROR)
                    .map(Found::message)
                    .filter(message -> message.contains("Doomed"))
                    .map(message -> message.contains("at dev.fovea.processor.Pipeline"))
                    .toList();
        }
    }

    /** Lets the processor fail when it writes files for the model {@code Doomed}. */
    static final class Failing extends AbstractProcessor {
        private final FoveaProcessor processor = new FoveaProcessor();

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
            Filer filer = wrapped(Filer.class, environment.getFiler(), "createSourceFile", null);
            processor.init(wrapped(ProcessingEnvironment.class, environment, "getFiler", filer));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }

        /** The same object, but for one method, which returns {@code result} or fails where there is none. */
        private static <T> T wrapped(Class<T> type, T real, String replaced, Object result) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getName().equals(replaced) && result != null) {
                            return result;
                        }
                        if (method.getName().equals(replaced)
                                && arguments[0].toString().startsWith("Doomed")) {
                            throw new IllegalStateException("out of order");
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    }));
        }
    }
}
