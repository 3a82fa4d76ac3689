package dev.fovea.benchmark;

import dev.fovea.processor.FoveaProcessor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A warm compiler on files in memory, as an IDE or a build daemon runs it. */
@State(Scope.Benchmark)
public class Compiling {
    @Param({})
    public String network = "";

    private Map<String, String> sources = Map.of();

    /** Reads the sources once. */
    @Setup
    public void read() throws IOException {
        sources = Networks.sources(network);
    }

    /** Without a processor. */
    @Benchmark
    public long without() {
        return Memory.compile(sources, List.of("-proc:none"));
    }

    /** With Fovea. */
    @Benchmark
    public long with() {
        return Memory.compile(sources, List.of(), new FoveaProcessor());
    }
}
