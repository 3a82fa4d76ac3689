package dev.fovea.processor.testing;

import dev.fovea.Conv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a compiler reported and wrote; closing it deletes what was written. */
public final class Compilation implements AutoCloseable {
    private final boolean success;
    private final List<Found> diagnostics;
    private final String log;
    private final Workspace workspace;
    private final URLClassLoader loader;

    Compilation(boolean success, List<Found> diagnostics, String log, Workspace workspace, List<Path> classPath) {
        this.success = success;
        this.diagnostics = List.copyOf(diagnostics);
        this.log = log;
        this.workspace = workspace;
        this.loader = new URLClassLoader(urls(workspace.classes(), classPath), Conv.class.getClassLoader());
    }

    /** Whether the compiler was content. */
    public boolean success() {
        return success;
    }

    /** All diagnostics in the order in which the compiler gave them. */
    public List<Found> diagnostics() {
        return diagnostics;
    }

    /** What the compiler printed beside its diagnostics. */
    public String log() {
        return log;
    }

    /** The folder of class files and generated resources. */
    public Path output() {
        return workspace.classes();
    }

    /** The text of the generated class with this qualified name. */
    public Optional<String> generatedSource(String qualifiedName) {
        return bytes(workspace.generated().resolve(qualifiedName.replace('.', '/') + ".java"))
                .map(Compilation::utf8);
    }

    /** The content of the file at this path in the class output. */
    public Optional<byte[]> resource(String path) {
        return bytes(output().resolve(path));
    }

    /** The text of the file at this path in the class output. */
    public Optional<String> resourceText(String path) {
        return resource(path).map(Compilation::utf8);
    }

    /** The compiled class, as its user's program would load it. */
    public Class<?> loadClass(String binaryName) throws ClassNotFoundException {
        return loader.loadClass(binaryName);
    }

    @Override
    public void close() {
        try {
            loader.close();
            workspace.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> bytes(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static URL[] urls(Path output, List<Path> classPath) {
        List<Path> paths = new ArrayList<>(List.of(output));
        paths.addAll(classPath);
        URL[] urls = new URL[paths.size()];
        try {
            for (int i = 0; i < urls.length; i++) {
                urls[i] = paths.get(i).toUri().toURL();
            }
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
        return urls;
    }
}
