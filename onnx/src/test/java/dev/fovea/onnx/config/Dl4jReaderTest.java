package dev.fovea.onnx.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.OnnxOptions;
import dev.fovea.onnx.lint.FileLint;
import dev.fovea.onnx.lint.FileLintOptions;
import dev.fovea.onnx.unread.OnnxException;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations that Deep Learning for Java 1.0.0-M2.1 wrote, against the shapes and parameters that it says they have. */
final class Dl4jReaderTest {
    private static final Path FOLDER = Path.of("src/test/resources/dl4j");

    @TempDir
    Path directory;

    private static Path file(String name) {
        Path json = FOLDER.resolve(name + ".json");
        return Files.exists(json) ? json : FOLDER.resolve(name + ".zip");
    }

    private static OnnxModel read(String name, String size) throws IOException {
        List<Long> extents = Arrays.stream(size.split("x")).map(Long::valueOf).toList();
        return OnnxModel.read(file(name), OnnxOptions.DEFAULT.withSize(extents));
    }

    private static NetworkReport report(OnnxModel model) {
        return Lint.run(model.definition(), LintOptions.DEFAULT).report();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "same",
                "truncate",
                "sequence",
                "recurrent",
                "lastStep",
                "volume",
                "vertices",
                "resnet50",
                "unet",
                "yolo2"
            })
    void shapesAreThoseOfDl4j(String name) throws IOException {
        Map<String, String> expected;
        String size;
        try (var lines = Files.lines(FOLDER.resolve("shapes.csv"))) {
            List<String[]> rows = lines.map(line -> line.split(","))
                    .filter(row -> row[0].equals(name))
                    .toList();
            size = rows.get(0)[1];
            expected = rows.stream().collect(Collectors.toMap(row -> row[2], row -> row[3] + " " + row[4]));
        }
        OnnxModel model = read(name, size);
        NetworkReport report = report(model);
        int compared = 0;
        for (Map.Entry<String, String> layer : model.nodes().entrySet()) {
            String shape = expected.get(layer.getValue());
            if (shape != null) {
                assertEquals(shape, text(report.layer(layer.getKey()).shape()), layer::getValue);
                compared++;
            }
        }
        // Norms and activations are joined to the layers before them.
        assertTrue(compared >= expected.size() * 0.3, compared + " of " + expected.size());
    }

    private static String text(Shape shape) {
        List<String> extents = new ArrayList<>();
        shape.size().forEach(extent -> extents.add(extent.isPresent() ? Long.toString(extent.getAsLong()) : "?"));
        return shape.channels().orElse(-1) + " " + String.join("x", extents);
    }

    /** Means and variances of a batch norm are counted by DL4J and are no trained numbers. */
    @ParameterizedTest
    @CsvFileSource(resources = "/dl4j/parameters.csv")
    void parametersAreThoseOfDl4j(String name, String size, long parameters) throws IOException {
        OnnxModel model = read(name, size);
        assertTrue(model.isWhole(), () -> model.notExpressed().toString());
        assertEquals(parameters, report(model).parameters().orElseThrow());
    }

    @Test
    void extentsThatNobodyStatesAreUnknown() throws IOException {
        OnnxModel model = OnnxModel.read(file("unet"));
        assertEquals(List.of(), model.definition().input().get("size"));
        assertEquals(3L, model.definition().input().get("channels"));
        NetworkReport report = report(model);
        assertTrue(report.macs().isEmpty());
        assertEquals(140, report.layer("conv5_2").field().get(0).size().orElseThrow());
    }

    @Test
    void aPreprocessorOfTheInputTellsItsExtents() throws IOException {
        assertEquals(
                List.of(28L), OnnxModel.read(file("dense")).definition().input().get("size"));
    }

    @Test
    void aDilatedStackThatBeginsAtTheInputHasItsFirstLayerAsMember() throws IOException {
        FileLint lint = FileLint.of(OnnxModel.read(file("sequence")), FileLintOptions.DEFAULT);
        assertEquals(List.of(), lint.result().report().diagnostics());
    }

    @Test
    void whatHasNoCounterpartIsNamedAndTheRestIsRead() throws IOException {
        String json = Files.readString(file("same")).replace("layers.Upsampling2D", "layers.samediff.Mine");
        OnnxModel model = OnnxModel.read(Files.writeString(directory.resolve("mine.json"), json));
        assertEquals(
                "layer6 (Mine): it has no counterpart among the layers",
                model.notExpressed().get(0).toString());
        assertEquals(7, report(model).layers().size());
    }

    /** Counted wrong, they would be worse than not read. */
    @Test
    void weightsThatNoLayerHasAreNamed() throws IOException {
        String json = Files.readString(file("slopes"));
        OnnxModel whole = OnnxModel.read(file("slopes"), OnnxOptions.DEFAULT.withSize(List.of(16L)));
        assertEquals(80, report(whole).parameters().orElseThrow());
        for (String[] edit : new String[][] {
            {"[2,3]", "[3]", "it has other slopes than one for each channel"},
            {"layers.PReLULayer", "layers.LocallyConnected2D", "it has weights of its own at each position"},
            {"layers.PReLULayer", "layers.CenterLossOutputLayer", "it has a centre for each class"}
        }) {
            Path file = Files.writeString(directory.resolve("mine.json"), json.replace(edit[0], edit[1]));
            String named = OnnxModel.read(file).notExpressed().get(0).toString();
            assertTrue(named.contains(edit[2]), named);
        }
    }

    @Test
    void aGraphWithACycleNamesTheVertex() throws IOException {
        String json = Files.readString(file("vertices")).replace("\"c2\" : [ \"c1\" ]", "\"c2\" : [ \"add\" ]");
        Path file = Files.writeString(directory.resolve("cycle.json"), json);
        OnnxException cycle = assertThrows(OnnxException.class, () -> OnnxModel.read(file));
        assertEquals("the vertex c2 reads what no vertex makes, or itself", cycle.getMessage());
    }
}
