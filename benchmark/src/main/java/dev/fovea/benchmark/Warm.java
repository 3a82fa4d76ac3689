package dev.fovea.benchmark;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link Analysing} and {@link Compiling} in a warm virtual machine, and says how times grow with sizes. */
public final class Warm {
    private static final List<String> NETWORKS =
            List.of("ResNet50", "ResNet152", "InceptionV3", "chain-10000", "random-2000", "dense-200", "volumes");

    private static final List<List<String>> GROWING = List.of(
            List.of("chain-2500", "chain-5000", "chain-10000"),
            List.of("random-500", "random-1000", "random-2000"),
            List.of("dense-50", "dense-100", "dense-200"));

    private Warm() {}

    /** Takes the milliseconds of an iteration, of which five are measured; by default 1000. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        int milliseconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        List<String> networks = Stream.concat(
                        NETWORKS.stream(), GROWING.stream().flatMap(List::stream))
                .distinct()
                .toList();
        Map<String, RunResult> analysed = run(Analysing.class, milliseconds, networks);
        Page page = new Page("warm");
        page.machine();
        page.line("Milliseconds and MiB allocated per network; medians, ± the error of the mean (99.9 %).");
        page.head("network", "fields", "fields, MiB", "pixels and paths", "pixels and paths, MiB", "rules");
        for (String network : networks) {
            page.row(
                    network,
                    time(analysed.get("fields " + network)),
                    allocated(analysed.get("fields " + network)),
                    time(analysed.get("pixelsAndPaths " + network)),
                    allocated(analysed.get("pixelsAndPaths " + network)),
                    time(analysed.get("judged " + network)));
        }
        page.write();
        growth(analysed);
        compile(milliseconds);
    }

    private static void growth(Map<String, RunResult> analysed) throws IOException {
        Page page = new Page("growth");
        page.line("Exponent e where time grows with size to the power of e, over a fourfold size.");
        page.head("networks", "fields", "pixels and paths", "rules");
        for (List<String> growing : GROWING) {
            page.row(
                    String.join(", ", growing),
                    exponent(analysed, "fields ", growing),
                    exponent(analysed, "pixelsAndPaths ", growing),
                    exponent(analysed, "judged ", growing));
        }
        page.write();
    }

    private static String exponent(Map<String, RunResult> results, String benchmark, List<String> growing) {
        double small = score(results.get(benchmark + growing.get(0)));
        double large = score(results.get(benchmark + growing.get(growing.size() - 1)));
        return String.format(Locale.ROOT, "%.2f", Math.log(large / small) / Math.log(4));
    }

    private static void compile(int milliseconds) throws IOException, RunnerException {
        List<String> networks = List.of(
                "ResNet50",
                "ResNet152",
                "InceptionV3",
                "chain-1000",
                "random-2000",
                "dense-200",
                "volumes",
                "chain-10",
                "code-10",
                "builder-10");
        Map<String, RunResult> results = run(Compiling.class, milliseconds, networks);
        Page page = new Page("compile");
        page.line(
                "Milliseconds per compilation of a network and the blocks it uses; medians, ± the error of the mean (99.9 %).");
        page.head("network", "without", "with Fovea", "without, MiB", "with Fovea, MiB");
        for (String network : networks) {
            page.row(
                    network,
                    time(results.get("without " + network)),
                    time(results.get("with " + network)),
                    allocated(results.get("without " + network)),
                    allocated(results.get("with " + network)));
        }
        page.write();
    }

    private static Map<String, RunResult> run(Class<?> benchmarks, int milliseconds, List<String> networks)
            throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("\\b" + benchmarks.getSimpleName() + "\\b")
                        .param("network", networks.toArray(String[]::new))
                        .mode(Mode.SampleTime)
                        .timeUnit(TimeUnit.MILLISECONDS)
                        .forks(1)
                        .warmupIterations(12)
                        .warmupTime(TimeValue.milliseconds(milliseconds))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.milliseconds(milliseconds))
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        Map<String, RunResult> byName = new LinkedHashMap<>();
        for (RunResult result : results) {
            String benchmark = result.getParams().getBenchmark();
            byName.put(
                    benchmark.substring(benchmark.lastIndexOf('.') + 1) + " "
                            + result.getParams().getParam("network"),
                    result);
        }
        return byName;
    }

    private static double score(RunResult result) {
        return percentile(result, 50);
    }

    private static double percentile(RunResult result, double percent) {
        return result.getPrimaryResult().getStatistics().getPercentile(percent);
    }

    private static String time(RunResult result) {
        return String.format(
                Locale.ROOT,
                "%.3g ± %.2g",
                score(result),
                result.getPrimaryResult().getScoreError());
    }

    private static String allocated(RunResult result) {
        for (Map.Entry<String, Result> secondary : result.getSecondaryResults().entrySet()) {
            if (secondary.getKey().endsWith("gc.alloc.rate.norm")) {
                return String.format(Locale.ROOT, "%.1f", secondary.getValue().getScore() / (1 << 20));
            }
        }
        return "?";
    }
}
