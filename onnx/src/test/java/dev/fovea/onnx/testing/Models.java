package dev.fovea.onnx.testing;

import dev.fovea.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Published networks, as their frameworks exported them, without weights. */
public final class Models {
    private static final Path FOLDER = Path.of("src/test/resources/models");

    private Models() {}

    /** Names of all files. */
    public static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".onnx"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    public static Path file(String name) {
        return FOLDER.resolve(name + ".onnx");
    }

    public static OnnxModel read(String name) throws IOException {
        return OnnxModel.read(file(name));
    }
}
