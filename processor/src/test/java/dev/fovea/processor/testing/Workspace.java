package dev.fovea.processor.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The temporary folder of one compilation: sources, generated sources, and the class output with its resources. */
record Workspace(Path root) {
    static Workspace create(Source... sources) throws IOException {
        Workspace workspace =
                new Workspace(Files.createTempDirectory("compilation").toRealPath());
        Files.createDirectories(workspace.generated());
        Files.createDirectories(workspace.classes());
        for (Source source : sources) {
            Path file = workspace.sources().resolve(source.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.text());
        }
        return workspace;
    }

    Path sources() {
        return root.resolve("sources");
    }

    Path generated() {
        return root.resolve("generated");
    }

    Path classes() {
        return root.resolve("classes");
    }

    List<Path> paths(Source... sources) {
        return Arrays.stream(sources)
                .map(source -> sources().resolve(source.path()))
                .toList();
    }

    /** The file's path below the folder of sources or of generated sources, with slashes. */
    String relative(Path file) {
        Path base = file.startsWith(generated()) ? generated() : sources();
        return base.relativize(file).toString().replace('\\', '/');
    }

    void delete() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(root)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
