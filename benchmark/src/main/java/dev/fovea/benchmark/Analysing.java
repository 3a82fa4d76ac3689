package dev.fovea.benchmark;

import dev.fovea.Hdc;
import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.lint.Rules;
import dev.fovea.core.paths.PathCounts;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.core.support.Supports;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The analysis of a network that has been read, without a compiler. */
@State(Scope.Benchmark)
public class Analysing {
    @Param({})
    public String network = "";

    private ModelDeclaration model = Networks.declaration("chain-1");

    /** Reads the network once. */
    @Setup
    public void read() {
        model = Networks.declaration(network);
    }

    private AnalysedNetwork analysed() {
        NetworkBuilder.Built built = NetworkBuilder.build(model);
        return AnalysedNetwork.of(Analysis.of(built.network()), model, Hdc.STRICT);
    }

    /** Expanded and followed to the fields of all layers, and the dilation stacks found. */
    @Benchmark
    public int fields() {
        return analysed().stacks().size();
    }

    /** The same, with the sets of pixels and the numbers of paths. */
    @Benchmark
    public List<Object> pixelsAndPaths() {
        AnalysedNetwork analysed = analysed();
        Supports supports = analysed.supports();
        PathCounts paths = analysed.paths();
        return List.of(supports, paths);
    }

    /** The same as fields, and judged by all rules, with what these ask for. */
    @Benchmark
    public List<Object> judged() {
        AnalysedNetwork analysed = analysed();
        List<Object> findings = new ArrayList<>();
        Rules.ON.forEach(rule -> rule.check(analysed, findings::add));
        return findings;
    }
}
