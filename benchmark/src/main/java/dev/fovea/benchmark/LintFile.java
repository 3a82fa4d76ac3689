package dev.fovea.benchmark;

import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.lint.FileLint;
import dev.fovea.onnx.lint.FileLintOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads an exported model, lints it, and prints how many seconds the reading took; or reads it again and again. */
final class LintFile {
    /** The just-in-time compilers still gain after 400 readings of a small file; after some 1,600, little. */
    static final int WARM_UPS = 1_600;

    private static final int READINGS = 11;

    private LintFile() {}

    /** Takes the file, and a second word for reading it until the virtual machine is warm: then the median is printed. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 1) {
            System.out.println(warm(Path.of(arguments[0])));
            return;
        }
        long start = System.nanoTime();
        OnnxModel model = OnnxModel.read(Path.of(arguments[0]));
        long end = System.nanoTime();
        FileLint.of(model, FileLintOptions.DEFAULT);
        System.out.println((end - start) / 1e9);
    }

    private static double warm(Path file) throws IOException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < WARM_UPS + READINGS; i++) {
            long start = System.nanoTime();
            OnnxModel.read(file);
            if (i >= WARM_UPS) {
                seconds.add((System.nanoTime() - start) / 1e9);
            }
        }
        return new Samples(seconds).median();
    }
}
