package dev.fovea.sample.djl;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.network.Layer;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.support.Support;
import dev.fovea.core.support.Supports;
import dev.fovea.processor.read.ModelReader;
import dev.fovea.processor.read.ReadModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sets of pixels that Fovea computes for the networks of the zoo; reports have only their sizes. */
@SupportedAnnotationTypes("*")
final class ZooSupports extends AbstractProcessor {
    private static final Path SOURCES = Path.of("src/main/java/dev/fovea/sample");

    private final Map<String, Analysis> analyses = new HashMap<>();
    private final Map<String, Supports> supports = new HashMap<>();

    private ZooSupports() {}

    /** Reads and analyses the sources of the zoo as the processor does. */
    static ZooSupports compute() {
        ZooSupports computed = new ZooSupports();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> sources = Files.list(SOURCES);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:only", "-classpath", System.getProperty("java.class.path"));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources.toList()));
            task.setProcessors(List.of(computed));
            if (!task.call()) {
                throw new IllegalStateException("the zoo does not compile");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return computed;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<TypeElement> types = round.getRootElements().stream()
                .filter(TypeElement.class::isInstance)
                .map(TypeElement.class::cast)
                .toList();
        Set<String> names =
                types.stream().map(type -> type.getQualifiedName().toString()).collect(Collectors.toSet());
        for (TypeElement type : types) {
            new ModelReader(processingEnv, names).read(type).ifPresent(this::analyse);
        }
        return false;
    }

    private void analyse(ReadModel model) {
        Analysis analysis =
                Analysis.of(NetworkBuilder.build(model.declaration()).network());
        analyses.put(model.declaration().model(), analysis);
        supports.put(model.declaration().model(), Supports.of(analysis));
    }

    /** What the units of a layer see over all local paths, borders ignored; empty where unknown. */
    Optional<Support> support(String model, String layer) {
        return supports.get(model).layer(index(model, layer));
    }

    /** The same along one axis; empty where unknown, and where jumps differ. */
    Optional<PeriodicField> family(String model, String layer, int axis) {
        return analyses.get(model).seen(index(model, layer), axis).field();
    }

    private int index(String model, String layer) {
        List<String> names =
                analyses.get(model).network().layers().stream().map(Layer::name).toList();
        return names.indexOf(layer);
    }
}
