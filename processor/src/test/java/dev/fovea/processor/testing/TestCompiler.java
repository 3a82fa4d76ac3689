package dev.fovea.processor.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** A compiler that has to give the same findings as the others. */
public enum TestCompiler {
    /** The compiler of the running JDK. */
    JAVAC(ToolProvider::getSystemJavaCompiler),

    /** The Eclipse compiler, which Eclipse and VS Code run. */
    ECJ(EclipseCompiler::new);

    private final Supplier<JavaCompiler> tool;

    TestCompiler(Supplier<JavaCompiler> tool) {
        this.tool = tool;
    }

    /** Compiles as Java 17 in a new temporary folder, which lives until the result is closed. */
    public Compilation compile(Setup setup, Source... sources) {
        Compilation compilation = compileRandom(setup, sources);
        try {
            Wording.check(compilation.diagnostics());
        } catch (AssertionError badlyWorded) {
            compilation.close();
            throw badlyWorded;
        }
        return compilation;
    }

    /** The same however messages are worded: lists of random models are longer than those that people write. */
    public Compilation compileRandom(Setup setup, Source... sources) {
        try {
            Workspace workspace = Workspace.create(sources);
            try {
                return compile(setup, workspace, sources);
            } catch (IOException | RuntimeException e) {
                workspace.delete();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Compilation compile(Setup setup, Workspace workspace, Source... sources) throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter log = new StringWriter();
        JavaCompiler compiler = tool.get();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            // As locations, for ECJ adds the running program's own class path to a class path given as an option.
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, setup.classPath());
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(workspace.classes()));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(workspace.generated()));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    log,
                    files,
                    diagnostics,
                    arguments(setup, workspace),
                    null,
                    files.getJavaFileObjectsFromPaths(workspace.paths(sources)));
            // Processors set by hand also run from JDK 23 on, where one that is found on the class path does not.
            setup.processor().ifPresent(processor -> task.setProcessors(List.of(processor.get())));
            boolean success = task.call();
            List<Found> found = diagnostics.getDiagnostics().stream()
                    .map(diagnostic -> Found.of(diagnostic, workspace))
                    // What takes more than a second does so on some machines only.
                    .filter(one -> !one.message().startsWith("Fovea worked "))
                    .toList();
            return new Compilation(success, found, log.toString(), workspace, setup.classPath());
        }
    }

    private static List<String> arguments(Setup setup, Workspace workspace) {
        List<String> arguments = new ArrayList<>(List.of("--release", "17"));
        if (setup.processor().isEmpty()) {
            arguments.add("-proc:none");
        }
        setup.options()
                .forEach(option -> arguments.add(
                        option.replace("{workspace}", workspace.root().toString())));
        return arguments;
    }
}
