package dev.fovea.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process took, as GNU time in /usr/bin has it.
 *
 * @param wall seconds from start to end
 * @param processor seconds of all threads, in user and kernel mode
 * @param memory the most that it held, in MiB
 * @param output what it printed
 */
record Timed(double wall, double processor, double memory, String output) {
    /** Runs a command, which must succeed. */
    static Timed run(List<String> command) throws IOException, InterruptedException {
        Path times = Files.createTempFile("fovea", ".times");
        Path log = Files.createTempFile("fovea", ".log");
        List<String> timed = new ArrayList<>(List.of("/usr/bin/time", "-f", "%e %U %S %M", "-o", times.toString()));
        timed.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(timed).redirectErrorStream(true).redirectOutput(log.toFile());
        int code = builder.start().waitFor();
        String output = Files.readString(log);
        if (code != 0) {
            throw new IllegalStateException(command + " failed:\n" + output);
        }
        String[] numbers = Files.readString(times).strip().split(" ");
        Files.delete(times);
        Files.delete(log);
        return new Timed(
                Double.parseDouble(numbers[0]),
                Double.parseDouble(numbers[1]) + Double.parseDouble(numbers[2]),
                Double.parseDouble(numbers[3]) / 1024,
                output);
    }
}
