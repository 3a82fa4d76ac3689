package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.OwnClasses;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A compilation that has no model pays for one class of the processor. */
final class WithoutModelsTest {
    private static final Source PLAIN = Source.of("""
            class Plain {
                @Override public String toString() { return ""; }
                @Deprecated void old() {}
            }
            """);
    private static final Source MODEL = Source.of("class Net { @dev.fovea.Conv(kernel = 3) Object a; }");

    @ParameterizedTest
    @EnumSource
    void sourcesWithoutModelsLoadTheProcessorAlone(TestCompiler compiler) {
        assertEquals(List.of(FoveaProcessor.class.getName()), loaded(compiler, PLAIN));
        assertTrue(loaded(compiler, MODEL).size() > 50);
    }

    /** Who reads code is loaded where a model is code, or a field has some, only. */
    @ParameterizedTest
    @EnumSource
    void modelsWithoutCodeLoadNothingThatReadsCode(TestCompiler compiler) {
        assertEquals(
                List.of(),
                loaded(compiler, MODEL).stream()
                        .filter(name -> name.startsWith("dev.fovea.processor.code."))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void sourcesWithoutModelsLoadTheProcessorAloneWhateverTheOptions(TestCompiler compiler) {
        assertEquals(
                List.of(FoveaProcessor.class.getName()),
                loaded(compiler, PLAIN, "-Afovea.hdc=exact", "-Afovea.sarif={workspace}/log.sarif"));
    }

    private static List<String> loaded(TestCompiler compiler, Source source, String... options) {
        OwnClasses classes = new OwnClasses();
        try (Compilation compilation =
                compiler.compile(Setup.with(classes::processor).withOptions(options), source)) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
        }
        return classes.loaded();
    }
}
