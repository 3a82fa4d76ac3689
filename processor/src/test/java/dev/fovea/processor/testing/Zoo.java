package dev.fovea.processor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sample app's published networks, and what the processor generates for them. */
public final class Zoo {
    private static final Path FOLDER = Path.of("../sample-app/src/main/java");

    private Zoo() {}

    /** Its sources, the program that prints the reports included. */
    public static List<Source> sources() {
        return files(FOLDER, ".java").entrySet().stream()
                .map(file -> new Source(file.getKey(), file.getValue()))
                .toList();
    }

    /** Texts by path: the generated sources, and the reports. */
    public static Map<String, String> generated(Path sources, Path classes) {
        Map<String, String> files = new TreeMap<>(files(sources, ".java"));
        files.putAll(files(classes, ".json"));
        return files;
    }

    public static Map<String, String> generated(Compilation compilation) {
        return generated(compilation.output().resolveSibling("generated"), compilation.output());
    }

    private static Map<String, String> files(Path folder, String suffix) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(suffix)).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
