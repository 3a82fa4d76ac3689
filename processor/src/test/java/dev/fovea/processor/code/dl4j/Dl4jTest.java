package dev.fovea.processor.code.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is read of configurations is what Deeplearning4j itself says of them: types of all outputs, and numbers of
 * parameters.
 */
final class Dl4jTest {
    /** What is part of another layer in a report, or no layer at all. */
    private static final Set<String> FOLDED = Set.of(
            "BatchNormalization",
            "ActivationLayer",
            "ScaleVertex",
            "L2NormalizeVertex",
            "MergeVertex",
            "Yolo2OutputLayer",
            "CnnLossLayer",
            "LossLayer");

    /** Of these layers no annotation states the cell, so that their parameters are unknown. */
    private static final Set<String> RECURRENT =
            Set.of("LSTM", "GravesLSTM", "SimpleRnn", "GravesBidirectionalLSTM", "Bidirectional", "LastTimeStep");

    private static final Set<String> SEQUENCES =
            Set.of("recurrent", "lastStep", "lastStepOfAnyLength", "characters", "digits", "slopes");

    private static final List<String> messages = new ArrayList<>();

    @TempDir
    private static Path folder;

    private record Line(String name, String kind, String shape, long parameters) {}

    @BeforeAll
    static void read() throws IOException {
        List<JavaFileObject> sources = zoo();
        sources.add(source("models/Dl4jModels.java", resource("Dl4jModels.java")));
        sources.add(source("models/Dl4jSequences.java", resource("Dl4jSequences.java")));
        sources.add(source("models/Dl4jZoo.java", resource("Dl4jZoo.java")));
        // By names, for some annotations of these classes are not there.
        String classPath = Stream.of(
                        "dev/fovea/Conv",
                        "org/deeplearning4j/nn/conf/layers/ConvolutionLayer",
                        "org/nd4j/linalg/activations/Activation")
                .map(Dl4jTest::location)
                .collect(Collectors.joining(File.pathSeparator));
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        diagnostics,
                        List.of(
                                "-proc:only",
                                "-Afovea.severity=all=warning",
                                "-cp",
                                classPath,
                                "-d",
                                folder.toString()),
                        null,
                        sources);
        task.setProcessors(List.of(new FoveaProcessor()));
        task.call();
        diagnostics.getDiagnostics().stream()
                .filter(one -> one.getMessage(Locale.ROOT).startsWith("["))
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR
                        || one.getMessage(Locale.ROOT).startsWith("[CodeNotRead]"))
                .forEach(one -> messages.add(
                        one.getMessage(Locale.ROOT).lines().findFirst().orElse("")));
    }

    private static String location(String type) {
        String file = "/" + type + ".class";
        String url = Dl4jTest.class.getResource(file).toString().replace(file, "");
        return Path.of(URI.create(url.replaceFirst("^jar:(.*)!$", "$1"))).toString();
    }

    /** Weights of each position or unit, or of each class, are nothing that a layer could state. */
    @Test
    void whatIsNotReadIsNamed() {
        assertEquals(
                Set.of(
                        "lossLayer: what a layer of CenterLossOutputLayer computes is not known to Fovea",
                        "layer0: LocallyConnected2D has weights of its own at each position, which no annotation says",
                        "layer0: PReLULayer has a slope for each unit of the map, which no annotation says; share them"
                                + " along its axes with sharedAxes",
                        "layer0: LSTM reads a sequence, which its input is not; state one with InputType.recurrent or"
                                + " @Input(axes = 1)"),
                messages.stream()
                        .map(message -> message.replace("[CodeNotRead] nothing is known of ", ""))
                        .collect(Collectors.toSet()));
    }

    static List<String> models() throws IOException {
        return List.copyOf(expected().keySet());
    }

    private static Map<String, List<Line>> expected() throws IOException {
        Map<String, List<Line>> expected = new LinkedHashMap<>();
        List<Line> lines = List.of();
        for (String text : resource("dl4j.txt").lines().toList()) {
            String[] words = text.split(" ");
            if (words[0].equals("=")) {
                lines = new ArrayList<>();
                expected.put(words[1], lines);
            } else {
                lines.add(new Line(words[0], words[1], words[2], Long.parseLong(words[3])));
            }
        }
        return expected;
    }

    @ParameterizedTest
    @MethodSource("models")
    void shapesAndParametersAreThoseOfTheLibrary(String model) throws IOException {
        NetworkReport report = report(model);
        Map<String, LayerReport> layers = new LinkedHashMap<>();
        report.layers().forEach(layer -> layers.put(layer.name().replaceFirst("\\.(pointwise|sum)$", ""), layer));
        Set<String> missing = new TreeSet<>();
        long parameters = 0;
        List<Line> lines = new ArrayList<>(expected().get(model));
        boolean isWhole = !lines.removeIf(line -> line.kind().equals("CenterLossOutputLayer"));
        for (Line line : lines) {
            LayerReport layer = layers.remove(line.name());
            parameters += line.parameters();
            if (layer == null) {
                missing.add(line.kind());
            } else {
                // Of this vertex the library says that it leaves the map as it is; it cuts off a row and a column.
                String shape = line.kind().equals("PoolHelperVertex") ? "7x15x11" : line.shape();
                if (!line.kind().equals("LastTimeStep")) {
                    assertEquals(shape, shape(layer, shape), line.name());
                }
                boolean isEmpty = RECURRENT.contains(line.kind()) && layer.op().equals("Recurrent");
                assertEquals(isEmpty, layer.parameters().isEmpty(), line.name());
            }
        }
        missing.removeAll(FOLDED);
        assertEquals(Set.of(), missing);
        layers.keySet().removeIf(name -> name.matches(".*\\.(depthwise|forward|backward)|(activation|crop|pool)\\d+"));
        if (isWhole) {
            assertEquals(Set.of(), layers.keySet());
            boolean isStated = lines.stream().noneMatch(line -> RECURRENT.contains(line.kind()));
            assertEquals(isStated ? OptionalLong.of(parameters) : OptionalLong.empty(), report.parameters());
        }
    }

    private static String shape(LayerReport layer, String like) {
        String channels = number(layer.shape().channels());
        return like.contains("x")
                ? channels
                        + layer.shape().size().stream()
                                .map(extent -> "x" + number(extent))
                                .collect(Collectors.joining())
                : channels;
    }

    private static String number(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "?";
    }

    private static NetworkReport report(String model) throws IOException {
        boolean isZoo = Character.isUpperCase(model.charAt(0));
        String type = isZoo ? "Dl4jZoo_" : SEQUENCES.contains(model) ? "Dl4jSequences_" : "Dl4jModels_";
        String name = "models." + type + Character.toUpperCase(model.charAt(0)) + model.substring(1);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            URL file = loader.getResource("META-INF/fovea/" + name + ".json");
            assertTrue(file != null, name);
            try (InputStream json = file.openStream()) {
                return NetworkReport.fromJson(new String(json.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /** The library's networks without the annotations that make builders of them. */
    private static List<JavaFileObject> zoo() throws IOException {
        URL one = Dl4jTest.class.getResource("/org/deeplearning4j/zoo/model/VGG16.java");
        List<JavaFileObject> sources = new ArrayList<>();
        try (var jar = ((JarURLConnection) one.openConnection()).getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().matches(".*/zoo/(model/.*|\\w+)\\.java")) {
                    String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    sources.add(source(entry.getName(), plain(text)));
                }
            }
        }
        return sources;
    }

    private static String plain(String text) {
        return text.replaceAll("@Builder\\.Default|@Getter|@Builder|@AllArgsConstructor|import lombok.*;", "")
                .replaceAll("private (\\w+\\(\\) \\{})", "public $1")
                .replaceAll("(int numClasses) = 0;", "$1 = 1000;");
    }

    private static JavaFileObject source(String path, String text) {
        return new SimpleJavaFileObject(URI.create("memory:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static String resource(String name) throws IOException {
        try (InputStream text = Dl4jTest.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
