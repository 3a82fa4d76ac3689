package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Check;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.FailingProcessor;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Severity;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault of the processor's own says so, and stops at its model. */
final class InternalFaultTest {
    private static final Setup FAILING = Setup.with(FailingProcessor::new);

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
    void anInternalFaultIsOneErrorOnTheModel() {
        Check.expect(FAILING, MODELS);
    }

    @ParameterizedTest
    @EnumSource
    void anInternalFaultPrintsItsTraceOnDemand(TestCompiler compiler) {
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
}
