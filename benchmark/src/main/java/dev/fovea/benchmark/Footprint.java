package dev.fovea.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Size of the jar, classes that a compilation loads, and the most memory that it holds. */
public final class Footprint {
    private static final int RUNS = 3;

    private Footprint() {}

    /** Takes the sizes to measure, as {@link Cold} does. Needs GNU time in /usr/bin. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> sizes = arguments.length > 0 ? List.of(arguments) : List.of("1x10", "200x10", "1x5000", "zoo");
        Path folder = Files.createTempDirectory("fovea-footprint");
        Page page = new Page("footprint");
        page.machine();
        long kilobytes = Files.size(Jars.fovea().get(0)) / 1024;
        page.line("The processor's jar has %d KiB.".formatted(kilobytes));
        page.head("compilation", "processor", "classes loaded", "of them Fovea's", "peak memory, MiB");
        for (String size : sizes) {
            for (Javac run : Cold.setting(size, folder.resolve(size)).runs()) {
                List<String> loaded = run.execute(List.of(), List.of("-J-Xlog:class+load"));
                page.row(
                        size,
                        run.name(),
                        loaded.stream()
                                .filter(line -> line.contains(" source: "))
                                .count(),
                        loaded.stream()
                                .filter(line -> line.contains(" dev.fovea."))
                                .filter(line -> !line.contains(" dev.fovea.benchmark."))
                                .count(),
                        memory(run));
            }
        }
        page.write();
    }

    private static Samples memory(Javac run) throws IOException, InterruptedException {
        List<Double> mebibytes = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            List<String> lines = run.execute(List.of("/usr/bin/time", "-f", "%M"), List.of());
            mebibytes.add(Double.parseDouble(lines.get(lines.size() - 1)) / 1024);
        }
        return new Samples(mebibytes);
    }
}
