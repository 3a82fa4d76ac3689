package dev.fovea.processor.code.eval;

import com.sun.source.tree.LineMap;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * What the static methods without parameters of the class {@code Code} give when they are read.
 *
 * @param results per method, its value as text, or why it has none, after the line of the cause
 */
record Reading(Map<String, String> results, Compilation compilation) {
    static Reading of(String source) {
        Map<String, String> results = new TreeMap<>();
        Setup setup = Setup.with(() -> new Reader(results)).withOptions("-Xlint:all,-processing,-rawtypes");
        return new Reading(results, TestCompiler.JAVAC.compile(setup, Source.of(source)));
    }

    /** A value as text, arrays by their elements. */
    static String text(@Nullable Object value) {
        if (value instanceof Object[] array) {
            StringBuilder text = new StringBuilder("[");
            for (Object element : array) {
                text.append(text(element)).append(' ');
            }
            return text + "]";
        }
        return value == null
                ? "null"
                : value.getClass().isArray()
                        ? java.util.Arrays.toString(boxed(value))
                        : value.getClass().getSimpleName() + " " + value;
    }

    private static Object[] boxed(Object array) {
        Object[] boxed = new Object[java.lang.reflect.Array.getLength(array)];
        for (int i = 0; i < boxed.length; i++) {
            boxed[i] = text(java.lang.reflect.Array.get(array, i));
        }
        return boxed;
    }

    private static final class Reader extends AbstractProcessor {
        private final Map<String, String> results;

        Reader(Map<String, String> results) {
            this.results = results;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (Element root : round.getRootElements()) {
                if (root.getSimpleName().contentEquals("Code")) {
                    ElementFilter.methodsIn(root.getEnclosedElements()).stream()
                            .filter(method -> method.getParameters().isEmpty()
                                    && method.getModifiers().contains(Modifier.STATIC))
                            .forEach(this::read);
                }
            }
            return false;
        }

        private void read(ExecutableElement method) {
            Trees trees = Trees.instance(processingEnv);
            TreePath path = trees.getPath(method);
            Interpreter interpreter = new Interpreter(
                    trees, processingEnv.getElementUtils(), processingEnv.getTypeUtils(), new NoFramework());
            String name = method.getSimpleName().toString();
            try {
                Object value = interpreter.run(method, path);
                results.put(name, value instanceof Unknown unknown ? why(unknown, trees) : text(value));
            } catch (NotReadException stopped) {
                results.put(name, "stopped at " + why(stopped.unknown(), trees));
            } catch (IncompleteCodeException incomplete) {
                results.put(name, "incomplete");
            }
        }

        private static String why(Unknown unknown, Trees trees) {
            LineMap lines = unknown.at().file().getLineMap();
            long start = trees.getSourcePositions()
                    .getStartPosition(unknown.at().file(), unknown.at().tree());
            return "line %s: %s".formatted(lines.getLineNumber(start), unknown.why());
        }
    }
}
