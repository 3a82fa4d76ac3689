package dev.fovea.benchmark;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Jars and folders of the running program's own class path. */
final class Jars {
    private static final List<Path> ALL = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();

    private Jars() {}

    /** Those whose file names begin so. */
    static List<Path> named(List<String> prefixes) {
        List<Path> found = new ArrayList<>();
        for (String prefix : prefixes) {
            found.add(ALL.stream()
                    .filter(path -> path.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + prefix + " on the class path")));
        }
        return found;
    }

    /** The processor's jar, and that of the annotations. */
    static List<Path> fovea() {
        return named(List.of("fovea-processor", "fovea-annotations"));
    }

    /** What models are compiled against. */
    static List<Path> annotations() {
        return named(List.of("fovea-annotations"));
    }

    /** What code that builds networks is compiled against. */
    static List<Path> builderCode() {
        return named(List.of("fovea-annotations", "api-", "slf4j-api", "gson", "jna"));
    }

    /** The benchmark's own classes. */
    static Path own() {
        return ALL.get(0);
    }

    static String path(List<Path> paths) {
        return String.join(
                File.pathSeparator, paths.stream().map(Path::toString).toList());
    }
}
