package dev.fovea.benchmark;

import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.lint.FileLint;
import dev.fovea.onnx.lint.FileLintOptions;
import java.io.IOException;
import java.nio.file.Path;

/** Reads an exported model, lints it, and prints how many seconds the reading took. */
final class LintFile {
    private LintFile() {}

    /** Takes the file. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        OnnxModel model = OnnxModel.read(Path.of(arguments[0]));
        long end = System.nanoTime();
        FileLint.of(model, FileLintOptions.DEFAULT);
        System.out.println((end - start) / 1e9);
    }
}
