package dev.fovea.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes text files. */
final class Texts {
    private Texts() {}

    /** Writes a file, unless it has this text already; returns whether it was written. */
    static boolean write(File file, String text) throws IOException {
        Path path = file.toPath().toAbsolutePath();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.exists(path) && java.util.Arrays.equals(Files.readAllBytes(path), bytes)) {
            return false;
        }
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(path, bytes);
        return true;
    }
}
