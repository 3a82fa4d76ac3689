package dev.fovea.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.fovea.Conv;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Models that are code, compiled with the processor: what it read, beside what the compiled code builds. */
final class ReadCode implements AutoCloseable {
    private final List<Diagnostic<? extends JavaFileObject>> diagnostics;
    private final URLClassLoader loader;

    private ReadCode(List<Diagnostic<? extends JavaFileObject>> diagnostics, URLClassLoader loader) {
        this.diagnostics = diagnostics;
        this.loader = loader;
    }

    /** Compiles sources into a folder. */
    static ReadCode of(Path folder, List<JavaFileObject> sources, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--release", "17"));
        arguments.addAll(List.of(options));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            JavaCompiler.CompilationTask task = javac.getTask(null, files, diagnostics, arguments, null, sources);
            if (!arguments.contains("-proc:none")) {
                task.setProcessors(List.of(processor()));
            }
            task.call();
        }
        URL[] urls = {folder.toUri().toURL()};
        return new ReadCode(diagnostics.getDiagnostics(), new URLClassLoader(urls, Conv.class.getClassLoader()));
    }

    /** By name, for its class refers to annotations that only its own compilation has. */
    private static Processor processor() {
        try {
            return (Processor) Class.forName("dev.fovea.processor.FoveaProcessor")
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /** A source of this text. */
    static JavaFileObject source(String path, String text) {
        return new SimpleJavaFileObject(java.net.URI.create("memory:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** The unmodified sources of the engine's model zoo. */
    static List<JavaFileObject> zoo() throws IOException {
        URL one = ReadCode.class.getResource("/ai/djl/basicmodelzoo/cv/classification/VGG.java");
        JarFile jar = ((JarURLConnection) one.openConnection()).getJarFile();
        List<JavaFileObject> sources = new ArrayList<>();
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            if (entry.getName().endsWith(".java")) {
                try (InputStream text = jar.getInputStream(entry)) {
                    sources.add(source(entry.getName(), new String(text.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        return sources;
    }

    /** The errors, and the warnings of the processor, by rules and lines of the sources. */
    List<String> messages() {
        List<String> messages = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> one : diagnostics) {
            boolean isWarning =
                    one.getKind() == Diagnostic.Kind.WARNING && text(one).startsWith("[");
            if (isWarning || one.getKind() == Diagnostic.Kind.ERROR) {
                messages.add(placed(one).replaceFirst("].*", "]"));
            }
        }
        return messages;
    }

    /** The first lines of the findings of some rules, and of errors. */
    List<String> findings(String... rules) {
        return diagnostics.stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR
                        || Stream.of(rules).anyMatch(rule -> text(one).startsWith("[" + rule + "]")))
                .map(ReadCode::placed)
                .toList();
    }

    private static String text(Diagnostic<?> diagnostic) {
        return diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    }

    private static String placed(Diagnostic<? extends JavaFileObject> one) {
        String file = one.getSource() == null
                ? ""
                : Path.of(one.getSource().getName()).getFileName().toString();
        return "%s:%d %s".formatted(file, one.getLineNumber(), text(one));
    }

    /** What was read of a method. */
    NetworkReport report(String type, String method) throws ReflectiveOperationException {
        String capital = method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
        var report = loader.loadClass(type + "_" + capital + "ReceptiveField").getDeclaredMethod("report");
        report.setAccessible(true);
        return (NetworkReport) report.invoke(null);
    }

    /** What was read of a class. */
    NetworkReport report(String type) throws ReflectiveOperationException {
        var report = loader.loadClass(type + "ReceptiveField").getDeclaredMethod("report");
        report.setAccessible(true);
        return (NetworkReport) report.invoke(null);
    }

    /** The methods of a compiled class that are models. */
    List<String> models(String type) throws ReflectiveOperationException {
        return Stream.of(loader.loadClass(type).getDeclaredMethods())
                .filter(method -> method.getReturnType() == Block.class
                        && method.getParameterCount() == 0
                        && !method.isSynthetic()
                        && Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .sorted()
                .toList();
    }

    boolean hasReport(String type, String method) {
        String capital = method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
        return loader.getResource("META-INF/fovea/%s_%s.json".formatted(type, capital)) != null;
    }

    /** What was read of a method, though there is no class; {@code compiled} has the classes. */
    NetworkReport report(ReadCode compiled, String type, String method) throws ReflectiveOperationException {
        String capital = method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
        String resource = "/META-INF/fovea/%s_%s.json".formatted(type, capital);
        try (URLClassLoader both = new URLClassLoader(
                Stream.of(loader.getURLs(), compiled.loader.getURLs())
                        .flatMap(Stream::of)
                        .toArray(URL[]::new),
                Conv.class.getClassLoader())) {
            return NetworkReport.read(both.loadClass(type), resource);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a method builds, read as an object. */
    ReadBlock built(String type, String method, NetworkReport report) throws ReflectiveOperationException {
        var build = loader.loadClass(type).getDeclaredMethod(method);
        build.setAccessible(true);
        long[] input = new long[report.axes() + 2];
        input[0] = 1;
        input[1] = report.input().channels().orElseThrow();
        for (int axis = 0; axis < report.axes(); axis++) {
            input[axis + 2] = report.input().size().get(axis).orElseThrow();
        }
        return DjlModels.read((Block) build.invoke(null), new Shape(input));
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    static String resource(String name) throws IOException {
        try (InputStream text = ReadCode.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Path folder() throws IOException {
        return Files.createTempDirectory("code");
    }
}
