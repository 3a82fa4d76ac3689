package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.JavaFile;
import dev.fovea.Conv;
import dev.fovea.core.lint.Lint;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A compiler runs everything once, so what a small model costs is what it loads and links: counts, which do not depend on the
 * machine, keep it small.
 */
final class OneModelTest {
    /** Lambdas, and references to methods: each is a class that is made when it is first reached. */
    private static final int MOST_LINKED = 10;

    private static final int MOST_LOADED = 220;

    @Test
    void aSoundModelOfTenLayersLinksFewLambdasAndLoadsFewClasses(@TempDir Path folder)
            throws IOException, InterruptedException {
        StringBuilder source = new StringBuilder(
                        "@dev.fovea.Network(input = @dev.fovea.Input(channels = 16, size = 64))\n")
                .append("class Net {\n");
        for (int i = 0; i < 10; i++) {
            source.append("    @dev.fovea.Conv(kernel = 3, padding = 1, out = 16) Object conv")
                    .append(i)
                    .append(";\n");
        }
        Path file = Files.writeString(folder.resolve("Net.java"), source.append("}\n"));
        List<String> lines = loaded(folder, file);
        List<String> own =
                lines.stream().filter(line -> line.contains(" dev.fovea.")).toList();
        List<String> linked =
                own.stream().filter(line -> line.contains("$$Lambda")).toList();
        assertTrue(own.size() > 100, lines::toString);
        assertTrue(linked.size() <= MOST_LINKED, linked.size() + " of " + linked);
        assertTrue(own.size() - linked.size() <= MOST_LOADED, own.size() - linked.size() + " of " + own);
        assertEquals(
                List.of(),
                lines.stream()
                        // Later compilers have it ready in their archive of classes, used or not.
                        .filter(line -> line.contains(" java.lang.runtime.ObjectMethods source: jrt:"))
                        .toList(),
                "what a record generates is linked");
    }

    private static List<String> loaded(Path folder, Path source) throws IOException, InterruptedException {
        Path log = folder.resolve("loaded.log");
        String path = Stream.of(FoveaProcessor.class, Lint.class, Conv.class, JavaFile.class)
                .map(OneModelTest::home)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(List.of("-J-Xlog:class+load:file=" + log, "-d", folder.toString(), "-cp", path));
        command.addAll(List.of("-processorpath", path, "-processor", FoveaProcessor.class.getName()));
        command.add(source.toString());
        Path printed = folder.resolve("printed.log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start()
                .waitFor();
        assertEquals(0, code, Files.readString(printed));
        return Files.readAllLines(log);
    }

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
