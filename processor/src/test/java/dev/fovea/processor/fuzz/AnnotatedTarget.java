package dev.fovea.processor.fuzz;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.TestCompiler;
import java.util.List;

/** Compiles an annotated class that the bytes make. */
public final class AnnotatedTarget {
    private static final Setup SETUP = Setup.with(FoveaProcessor::new);

    private AnnotatedTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Judged.compile(TestCompiler.JAVAC, SETUP, List.of(AnnotatedSources.of(bytes, "Net")));
    }
}
