package dev.fovea.processor.fuzz;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.TestCompiler;
import java.util.List;

/** Compiles a method that builds a network as the bytes say. */
public final class BuilderTarget {
    private static final Setup SETUP = Setup.with(FoveaProcessor::new).withDjl();

    private BuilderTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Judged.compile(TestCompiler.JAVAC, SETUP, List.of(BuilderSources.of(bytes, "Net")));
    }
}
