package dev.fovea.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Exported models of 5 to 500 MB, read and linted, beside the reference library, which loads them and infers shapes, and
 * beside generated protobuf classes, which parse them: each in a process of its own, in turns.
 *
 * <p>Needs GNU time, and {@code /usr/bin/python3} with Debian's {@code python3-onnx}.
 */
public final class Exported {
    private static final Path MODELS = Path.of("onnx/src/test/resources/models");
    private static final String FOVEA = "Fovea";
    private static final int FILES = 20;
    private static final int MEBIBYTE = 1 << 20;
    private static final String INFER =
            "import sys, onnx; from onnx import shape_inference; shape_inference.infer_shapes(onnx.load(sys.argv[1]))";

    /** The same, three times in one process, of which the median is printed. */
    private static final String INFER_WARM = """
            import sys, time, onnx
            from onnx import shape_inference
            times = []
            for _ in range(3):
                start = time.perf_counter()
                shape_inference.infer_shapes(onnx.load(sys.argv[1]))
                times.append(time.perf_counter() - start)
            print(sorted(times)[1])
            """;

    private Exported() {}

    /** Takes the number of runs, by default 3. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        Path folder = Files.createTempDirectory("fovea-onnx");
        Page page = new Page("exported");
        page.machine();
        page.line("Milliseconds of reading alone, by a clock in a process that has read before, Fovea's "
                + LintFile.WARM_UPS
                + " times; then seconds on the wall and peak MiB of a whole process that reads once, start-up included; "
                + (runs == 1 ? "one run." : "medians of " + runs + " runs in turns."));
        page.head(
                "file",
                "MiB",
                "Fovea, reading, ms",
                "reference library, ms",
                "ratio",
                "Fovea, read and linted, s",
                "reference library, s",
                "generated classes, s",
                "Fovea, MiB",
                "reference library",
                "generated classes");
        for (Path file : chosen(folder)) {
            Map<String, List<Timed>> costs = new LinkedHashMap<>();
            Map<String, List<Timed>> reading = new LinkedHashMap<>();
            for (int run = 0; run <= runs; run++) {
                time(commands(file), run > 0, costs);
                time(warm(file), run > 0, reading);
            }
            List<Object> row = new ArrayList<>();
            row.add(file.getFileName().toString().replace(".onnx", ""));
            row.add(Files.size(file) / MEBIBYTE);
            double own = median(reading.get(FOVEA), cost -> 1000 * Double.parseDouble(cost.output()));
            double other = median(reading.get("reference"), cost -> 1000 * Double.parseDouble(cost.output()));
            row.add(format("%.1f", own));
            row.add(format("%.0f", other));
            row.add(format("%.0f", other / own));
            costs.values().forEach(times -> row.add(format("%.2f", median(times, Timed::wall))));
            costs.values().forEach(times -> row.add(format("%.0f", median(times, Timed::memory))));
            page.row(row.toArray());
            Files.delete(file);
        }
        page.write();
    }

    private static void time(Map<String, List<String>> commands, boolean counts, Map<String, List<Timed>> costs)
            throws IOException, InterruptedException {
        for (Map.Entry<String, List<String>> command : commands.entrySet()) {
            Timed cost = Timed.run(command.getValue());
            if (counts) {
                costs.computeIfAbsent(command.getKey(), name -> new ArrayList<>())
                        .add(cost);
            }
        }
    }

    private static double median(List<Timed> costs, ToDoubleFunction<Timed> figure) {
        return new Samples(costs.stream().map(figure::applyAsDouble).toList()).median();
    }

    private static String format(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    /** As many files as the table has, evenly spread over the sizes. */
    private static List<Path> chosen(Path folder) throws IOException {
        List<Path> small;
        try (Stream<Path> files = Files.list(MODELS)) {
            small = files.filter(file -> file.toString().endsWith(".onnx"))
                    .sorted()
                    .toList();
        }
        Map<Path, Long> sizes = new LinkedHashMap<>();
        for (Path file : small) {
            long size = FilledModel.size(file);
            if (size >= 5L * MEBIBYTE && size <= 500L * MEBIBYTE) {
                sizes.put(file, size);
            }
        }
        List<Path> bySize =
                sizes.keySet().stream().sorted(Comparator.comparing(sizes::get)).toList();
        List<Path> chosen = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            chosen.add(FilledModel.write(bySize.get(i * (bySize.size() - 1) / (FILES - 1)), folder));
        }
        return chosen;
    }

    private static List<Path> fovea() {
        List<Path> fovea = new ArrayList<>(List.of(Jars.own()));
        fovea.addAll(Jars.named(List.of("fovea-onnx", "fovea-core", "fovea-annotations")));
        return fovea;
    }

    private static Map<String, List<String>> warm(Path file) {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        List<String> again = new ArrayList<>(java(fovea(), LintFile.class, file));
        again.add("again");
        commands.put(FOVEA, again);
        commands.put("reference", List.of("/usr/bin/python3", "-c", INFER_WARM, file.toString()));
        return commands;
    }

    private static Map<String, List<String>> commands(Path file) {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put(FOVEA, java(fovea(), LintFile.class, file));
        commands.put("reference", List.of("/usr/bin/python3", "-c", INFER, file.toString()));
        List<Path> generated = new ArrayList<>(List.of(Jars.own()));
        generated.addAll(Jars.named(List.of("tribuo-util-onnx", "protobuf-java")));
        commands.put("generated", java(generated, ParseFile.class, file));
        return commands;
    }

    private static List<String> java(List<Path> classPath, Class<?> program, Path file) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-cp", Jars.path(classPath), program.getName(), file.toString());
    }
}
