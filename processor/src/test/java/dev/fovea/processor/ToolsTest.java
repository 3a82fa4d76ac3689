package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.processor.report.SarifFile;
import dev.fovea.processor.testing.OwnClasses;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;

/** What build tools do to a processor: wrap its environment, ask for its options, run it without javac. */
final class ToolsTest {
    private static final Source MODEL = Source.of("""
            class Net {
                @dev.fovea.Conv(kernel = 0) Object a;
            }
            """);
    private static final String PLACE = "Net.java:2:30-2:31 member Net.a error InvalidAttribute";

    @Test
    void positionsAreFoundBehindAnObjectThatDelegates() {
        assertPlaced(Delegating::new);
        assertPlaced(environment -> new Delegating(new Delegating(environment)));
    }

    @Test
    void positionsAreFoundBehindAProxy() {
        assertPlaced(ToolsTest::proxy);
        assertPlaced(environment -> new Delegating(proxy(environment)));
    }

    @Test
    void withoutPositionsMembersAreNamed() {
        // Nothing reveals the compiler's own environment here.
        SarifFile log = log(environment -> new Hiding(List.of(environment)));
        assertEquals(List.of(PLACE.substring(PLACE.indexOf(' ') + 1)), log.lines());
    }

    private static void assertPlaced(UnaryOperator<ProcessingEnvironment> wrapping) {
        assertEquals(List.of(PLACE), log(wrapping).lines());
    }

    private static SarifFile log(UnaryOperator<ProcessingEnvironment> wrapping) {
        return SarifFile.of(TestCompiler.JAVAC, Setup.with(() -> new Wrapped(wrapping)), MODEL);
    }

    @Test
    void otherCompilersNeedNothingOfJavac() {
        OwnClasses classes = new OwnClasses();
        SarifFile log = SarifFile.of(TestCompiler.ECJ, Setup.with(classes::processor), MODEL);
        assertEquals(1, log.lines().size());
        assertEquals(List.of(), classes.refused());
    }

    @Test
    void theProcessorIsDynamicForGradle() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                FoveaProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors"))) {
            assertEquals(
                    "dev.fovea.processor.FoveaProcessor,DYNAMIC",
                    new String(file.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
        assertEquals(Set.of("isolating"), gradleTypes(Map.of()));
        assertEquals(Set.of("isolating"), gradleTypes(Map.of("fovea.hdc", "exact")));
        assertEquals(Set.of("aggregating"), gradleTypes(Map.of("fovea.sarif", "x")));
        assertEquals(Set.of("aggregating"), gradleTypes(Map.of("fovea.codequality", "x")));
    }

    private static Set<String> gradleTypes(Map<String, String> options) {
        FoveaProcessor processor = new FoveaProcessor();
        assertEquals(FoveaProcessor.OPTIONS, processor.getSupportedOptions());
        processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                ToolsTest.class.getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (self, method, arguments) -> options));
        return processor.getSupportedOptions().stream()
                .filter(option -> option.startsWith("org.gradle.annotation.processing."))
                .map(option -> option.substring(option.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
    }

    private static ProcessingEnvironment proxy(ProcessingEnvironment environment) {
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                ToolsTest.class.getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (self, method, arguments) -> method.invoke(environment, arguments));
    }

    /** Runs the processor in another environment. */
    private static final class Wrapped extends AbstractProcessor {
        private final FoveaProcessor processor = new FoveaProcessor();
        private final UnaryOperator<ProcessingEnvironment> wrapping;

        Wrapped(UnaryOperator<ProcessingEnvironment> wrapping) {
            this.wrapping = wrapping;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public void init(ProcessingEnvironment environment) {
            super.init(environment);
            processor.init(wrapping.apply(environment));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }

    /** An environment that passes everything on. */
    private static class Hiding implements ProcessingEnvironment {
        private final List<ProcessingEnvironment> hidden;

        Hiding(List<ProcessingEnvironment> hidden) {
            this.hidden = hidden;
        }

        @Override
        public Map<String, String> getOptions() {
            return hidden.get(0).getOptions();
        }

        @Override
        public Messager getMessager() {
            return hidden.get(0).getMessager();
        }

        @Override
        public Filer getFiler() {
            return hidden.get(0).getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return hidden.get(0).getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return hidden.get(0).getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return hidden.get(0).getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return hidden.get(0).getLocale();
        }
    }

    /** An environment with a field for the one to which it delegates. */
    private static final class Delegating extends Hiding {
        @SuppressWarnings("unused")
        private final ProcessingEnvironment delegate;

        Delegating(ProcessingEnvironment delegate) {
            super(List.of(delegate));
            this.delegate = delegate;
        }
    }
}
