package dev.fovea.benchmark;

import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.processor.read.ModelReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The networks that are measured, by name: those of the sample app by their classes' names, and {@code chain-10000}, {@code
 * random-2000}, {@code dense-200}, {@code volumes}.
 */
final class Networks {
    static final Path ZOO = Path.of("sample-app/src/main/java/dev/fovea/sample");

    private static final Set<String> NO_MODELS = Set.of("Main", "Zoo", "package-info");

    private Networks() {}

    /** The sources of the sample app's networks; those that refer to generated classes are left out. */
    static List<Path> zoo() throws IOException {
        try (Stream<Path> files = Files.list(ZOO)) {
            return files.filter(file -> !NO_MODELS.contains(simpleName(file)))
                    .sorted()
                    .toList();
        }
    }

    private static String simpleName(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    /** Per file, the text of all that a network needs to compile. */
    static Map<String, String> sources(String network) throws IOException {
        String[] parts = network.split("-");
        if (Files.exists(ZOO.resolve(network + ".java"))) {
            return withBlocks(network);
        }
        return Map.of(
                "Net.java",
                switch (parts[0]) {
                    case "chain" -> Models.chain("Net", Integer.parseInt(parts[1]));
                    case "builder" -> Models.builder("Net", Integer.parseInt(parts[1]), true);
                    case "code" -> Models.builder("Net", Integer.parseInt(parts[1]), false);
                    case "random" -> Models.random("Net", Integer.parseInt(parts[1]));
                    case "dense" -> Models.dense("Net", Integer.parseInt(parts[1]));
                    case "volumes" -> Models.volumes("Net");
                    default -> throw new IllegalArgumentException(network);
                });
    }

    /** A network of the sample app with every class there that it names, directly or not. */
    private static Map<String, String> withBlocks(String network) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        List<String> open = new ArrayList<>(List.of(network));
        while (!open.isEmpty()) {
            String name = open.remove(0);
            String text = Files.readString(ZOO.resolve(name + ".java"));
            texts.put(name + ".java", text);
            for (Path other : zoo()) {
                String simple = simpleName(other);
                if (!texts.containsKey(simple + ".java")
                        && Pattern.compile("\\b" + simple + "\\b").matcher(text).find()) {
                    open.add(simple);
                }
            }
        }
        return texts;
    }

    /** What the processor reads of a network; of a chain the first layer, as often as there are layers. */
    static ModelDeclaration declaration(String network) {
        try {
            if (!network.startsWith("chain-")) {
                return read(sources(network), Files.exists(ZOO.resolve(network + ".java")) ? network : "Net");
            }
            ModelDeclaration one = read(sources("chain-1"), "Net");
            Declaration layer = one.layers().get(0);
            List<Declaration> layers = new ArrayList<>();
            for (int i = 0; i < Integer.parseInt(network.substring("chain-".length())); i++) {
                layers.add(new Declaration("conv" + i, layer.operation(), layer.values(), Map.of()));
            }
            return new ModelDeclaration(one.model(), one.input(), one.hdc(), layers);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ModelDeclaration read(Map<String, String> sources, String name) {
        Reading reading = new Reading();
        Memory.compile(sources, List.of("-proc:only"), reading);
        return reading.models.get(name);
    }

    /** Reads every model of a compilation, and judges none. */
    private static final class Reading extends AbstractProcessor {
        final Map<String, ModelDeclaration> models = new LinkedHashMap<>();

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("dev.fovea.*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (Element root : round.getRootElements()) {
                if (root instanceof TypeElement type) {
                    new ModelReader(processingEnv, Set.of())
                            .read(type)
                            .ifPresent(model -> models.put(type.getSimpleName().toString(), model.declaration()));
                }
            }
            return false;
        }
    }
}
