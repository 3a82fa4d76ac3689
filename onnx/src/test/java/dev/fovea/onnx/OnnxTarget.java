package dev.fovea.onnx;

import dev.fovea.onnx.lint.FileLint;
import dev.fovea.onnx.lint.FileLintOptions;
import dev.fovea.onnx.source.ConstantsSource;
import dev.fovea.onnx.source.ImportedClass;
import dev.fovea.onnx.source.ModelOrigin;
import dev.fovea.onnx.unread.OnnxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads, judges and imports bytes as a model: a target of {@code .ci/fuzz}, of which {@link BrokenFilesTest} is the short form. */
public final class OnnxTarget {
    private OnnxTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Path file = Files.createTempFile("fuzz", ".onnx");
            try {
                read(Files.write(file, bytes));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void read(Path file) throws IOException {
        OnnxModel model;
        try {
            model = OnnxModel.read(file);
        } catch (OnnxException expected) {
            return;
        }
        FileLint lint = FileLint.of(model, FileLintOptions.DEFAULT);
        ModelOrigin origin = new ModelOrigin("model.onnx", "00");
        ConstantsSource.write(lint.result(), model, "Constants", origin);
        ImportedClass.of(model, origin);
    }
}
