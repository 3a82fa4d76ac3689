package dev.fovea.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A compilation in a process of its own.
 *
 * @param name of the row in the table
 * @param sources files to compile
 * @param options class path, processor path and processor options
 * @param folder for the class files; emptied before every run
 */
record Javac(String name, List<Path> sources, List<String> options, Path folder) {
    /**
     * What a run took.
     *
     * @param wall milliseconds from start to end
     * @param processor milliseconds of all threads, in user and kernel mode
     */
    record Cost(double wall, double processor) {}

    /** Compiles, through bash, whose {@code time} reports the process's own times to the millisecond. */
    Cost run() throws IOException, InterruptedException {
        List<String> lines = execute(List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\"", "bash"), List.of());
        String[] times = lines.get(lines.size() - 1).split(" ");
        return new Cost(
                1000 * Double.parseDouble(times[0]),
                1000 * (Double.parseDouble(times[1]) + Double.parseDouble(times[2])));
    }

    /** Compiles with options for the compiler's virtual machine; returns what was printed. */
    List<String> execute(List<String> before, List<String> machine) throws IOException, InterruptedException {
        empty(folder);
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(machine);
        command.addAll(options);
        command.addAll(List.of("-d", folder.toString()));
        Path files = folder.resolveSibling(folder.getFileName() + ".files");
        Files.write(files, sources.stream().map(Path::toString).toList());
        command.add("@" + files);
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVAC_OPTIONS");
        int code = builder.start().waitFor();
        List<String> lines = Files.readAllLines(log);
        if (code != 0) {
            throw new IllegalStateException(name + " failed:\n" + String.join("\n", lines));
        }
        return lines;
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
