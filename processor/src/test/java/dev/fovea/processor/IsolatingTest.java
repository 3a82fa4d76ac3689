package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.processor.testing.Zoo;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What Gradle asks of an isolating processor: a file depends on one class and what that refers to, so that the class may
 * be compiled alone, the rest being class files.
 */
final class IsolatingTest {
    /** A block with a fault of its own, one with a fault that its users make, and nested models. */
    private static final List<Source> FAULTY = List.of(Source.of("""
                    package p;

                    import dev.fovea.*;

                    @Block
                    public class Gridded {
                        @Dilated(kernel = 3, rate = 2) Object zeta;
                        @Dilated(kernel = 3, rate = 2) Object alpha;
                    }
                    """), Source.of("""
                    package p;

                    import dev.fovea.*;

                    @Block
                    public class Stack {
                        @Dilated(kernel = 3, rate = Param.RATE, padding = Param.RATE, out = Param.OUT) Object zeta;
                        @Use(block = Gridded.class) Object alpha;
                        @Conv(kernel = Param.KERNEL, groups = Param.GROUPS) Object middle;
                    }
                    """), Source.of("""
                    package q;

                    import dev.fovea.*;
                    import p.*;

                    @Network(input = @Input(channels = 3, size = 32))
                    class User {
                        @Use(block = Stack.class, repeat = 3, rate = {2, 4, 8}, out = 8) Object stack;

                        static class Nested {
                            @Use(block = Gridded.class) Object first;
                            @Use(block = Stack.class, rate = 3, kernel = 5, groups = 2) Object second;
                        }
                    }
                    """));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theZooCompilesModelByModel(TestCompiler compiler) throws IOException {
        recompileEach(compiler, Zoo.sources());
    }

    @ParameterizedTest
    @EnumSource
    void findingsDoNotDependOnWhatElseIsCompiled(TestCompiler compiler) throws IOException {
        recompileEach(compiler, FAULTY);
    }

    private void recompileEach(TestCompiler compiler, List<Source> sources) throws IOException {
        // Findings as warnings, so that there are class files.
        Setup setup = Models.setup("-Afovea.severity=all=warning");
        try (Compilation together = compiler.compile(setup, sources.toArray(Source[]::new))) {
            assertTrue(together.success(), together.diagnostics()::toString);
            Map<String, String> all = Zoo.generated(together);
            for (Source source : sources) {
                Pattern files = filesOf(source);
                Path rest = copyWithout(files, together.output());
                try (Compilation alone = compiler.compile(setup.withClassPath(Setup.annotations(), rest), source)) {
                    assertTrue(alone.success(), alone.diagnostics()::toString);
                    Map<String, String> expected = new TreeMap<>(all);
                    expected.keySet().removeIf(name -> !files.matcher(name).matches());
                    assertEquals(expected, Zoo.generated(alone), source.path());
                }
            }
        }
    }

    /** The files that are due to one source: class files, generated sources and reports. */
    private static Pattern filesOf(Source source) {
        String type = source.path().replaceAll(".*/|\\.java$", "");
        return Pattern.compile("(.*[/.])?" + type + "([$_].*|ReceptiveField.*|LayerOrder)?\\.(class|java|json)");
    }

    private Path copyWithout(Pattern files, Path classes) throws IOException {
        Path copy = Files.createTempDirectory(folder, "rest");
        try (Stream<Path> walk = Files.walk(classes)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Path relative = classes.relativize(file);
                if (!files.matcher(relative.toString().replace('\\', '/')).matches()) {
                    Path target = copy.resolve(relative);
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }

    /** What is generated for a model has the model as its one originating element. */
    @Test
    void everyFileComesFromOneElement() {
        Map<String, List<String>> origins = new TreeMap<>();
        Source[] sources = FAULTY.toArray(Source[]::new);
        try (Compilation compilation = TestCompiler.JAVAC.compile(
                Setup.with(() -> new Spied(origins)).withOptions("-Afovea.severity=all=warning"), sources)) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
        }
        Map<String, List<String>> expected = new TreeMap<>();
        for (String block : List.of("p.Gridded", "p.Stack")) {
            expected.put(block + "LayerOrder", List.of(block));
        }
        for (String model : List.of("p.Gridded", "p.Stack", "q.User", "q.User.Nested")) {
            expected.put(model.replace("r.N", "r_N") + "ReceptiveField", List.of(model));
            expected.put("META-INF/fovea/" + model.replace("r.N", "r$N") + ".json", List.of(model));
        }
        assertEquals(expected, origins);
    }

    /** A model that is code changes with the code that it calls, directly or not. */
    @Test
    void codeComesFromAllClassesThatWereRead() {
        Map<String, List<String>> origins = new TreeMap<>();
        Source[] sources = {
            Source.of("""
                    package p;

                    import ai.djl.nn.Block;
                    import dev.fovea.Conv;
                    import dev.fovea.Network;

                    class Nets {
                        @Network static Block own() { return Parts.Own.build(); }

                        static class Fields {
                            @Conv(kernel = 3) Block stem = Parts.stem(Sizes.KERNEL);
                            @Conv(kernel = 3) Block other;
                        }

                        static class Plain {
                            @Conv(kernel = 3) Block stem;
                        }
                    }
                    """),
            Source.of("""
                    package p;

                    import ai.djl.ndarray.types.Shape;
                    import ai.djl.nn.Block;
                    import ai.djl.nn.convolutional.Conv2d;

                    class Parts {
                        static Block stem(int kernel) {
                            return Conv2d.builder().setKernelShape(new Shape(kernel, kernel)).setFilters(8).build();
                        }

                        static class Own {
                            static Block build() { return stem(3); }
                        }
                    }
                    """),
            Source.of("package p; class Sizes { static final int KERNEL = 3; }"),
            Source.of("package p; class Unread {}")
        };
        try (Compilation compilation =
                TestCompiler.JAVAC.compile(Setup.with(() -> new Spied(origins)).withDjl(), sources)) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
        }
        Map<String, List<String>> expected = new TreeMap<>();
        expected.put("p.Nets_OwnReceptiveField", List.of("p.Nets", "p.Parts"));
        expected.put("META-INF/fovea/p.Nets_Own.json", List.of("p.Nets", "p.Parts"));
        expected.put("p.Nets_FieldsReceptiveField", List.of("p.Nets.Fields", "p.Parts", "p.Sizes"));
        expected.put("META-INF/fovea/p.Nets$Fields.json", List.of("p.Nets.Fields", "p.Parts", "p.Sizes"));
        expected.put("p.Nets_PlainReceptiveField", List.of("p.Nets.Plain"));
        expected.put("META-INF/fovea/p.Nets$Plain.json", List.of("p.Nets.Plain"));
        assertEquals(expected, origins);
    }

    /** Notes the originating elements that the processor names. */
    private static final class Spied extends AbstractProcessor {
        private final FoveaProcessor processor = new FoveaProcessor();
        private final Map<String, List<String>> origins;

        Spied(Map<String, List<String>> origins) {
            this.origins = origins;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public Set<String> getSupportedOptions() {
            return processor.getSupportedOptions();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public void init(ProcessingEnvironment environment) {
            processor.init(proxy(
                    ProcessingEnvironment.class,
                    environment,
                    (method, arguments, result) ->
                            result instanceof Filer ? proxy(Filer.class, result, this::note) : result));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }

        private Object note(Method method, Object[] arguments, Object result) {
            if (method.getName().startsWith("create")) {
                boolean resource = method.getName().equals("createResource");
                origins.put(
                        arguments[resource ? 2 : 0].toString(),
                        Arrays.stream((Element[]) arguments[arguments.length - 1])
                                .map(Object::toString)
                                .toList());
            }
            return result;
        }

        private interface Seen {
            Object call(Method method, Object[] arguments, Object result);
        }

        private static <T> T proxy(Class<T> type, Object target, Seen seen) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> seen.call(method, arguments, method.invoke(target, arguments))));
        }
    }
}
