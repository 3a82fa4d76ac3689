package dev.fovea.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles in this process, from memory to memory. */
final class Memory {
    private Memory() {}

    /** Compiles {@code sources}, texts by file name; returns how many bytes were written. */
    static long compile(Map<String, String> sources, List<String> options, Processor... processors) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard =
                        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
                Written written = new Written(standard)) {
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, Jars.builderCode());
            List<File> files = sources.entrySet().stream()
                    .map(source -> new File(source.getKey(), JavaFileObject.Kind.SOURCE, source.getValue()))
                    .toList();
            List<String> all = Stream.concat(Stream.of("-Xlint:-options"), options.stream())
                    .toList();
            JavaCompiler.CompilationTask task = compiler.getTask(null, written, diagnostics, all, null, files);
            task.setProcessors(List.of(processors));
            if (!task.call()) {
                throw new IllegalStateException(diagnostics.getDiagnostics().toString());
            }
            return written.files.stream().mapToLong(file -> file.bytes.size()).sum();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class File extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final String text;

        File(String name, Kind kind, String text) {
            super(URI.create("memory:///" + name), kind);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text.isEmpty() ? bytes.toString(StandardCharsets.UTF_8) : text;
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Written extends ForwardingJavaFileManager<StandardJavaFileManager> {
        final List<File> files = new ArrayList<>();

        Written(StandardJavaFileManager standard) {
            super(standard);
        }

        private File add(String name, JavaFileObject.Kind kind) {
            File file = new File(name, kind, "");
            files.add(file);
            return file;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return add(name.replace('.', '/') + kind.extension, kind);
        }

        @Override
        public FileObject getFileForOutput(
                JavaFileManager.Location location, String packageName, String name, FileObject sibling) {
            return add(name, JavaFileObject.Kind.OTHER);
        }

        @Override
        public FileObject getFileForInput(JavaFileManager.Location location, String packageName, String name)
                throws IOException {
            // Filers look whether a file is there before they write it.
            return location == StandardLocation.CLASS_OUTPUT
                    ? null
                    : super.getFileForInput(location, packageName, name);
        }
    }
}
