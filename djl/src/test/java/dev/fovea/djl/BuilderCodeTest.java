package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of the code of the engine's model zoo is what that code builds. */
@Tag("engine")
final class BuilderCodeTest {
    private static ReadCode code;

    @BeforeAll
    static void compile(@TempDir Path folder) throws IOException {
        List<JavaFileObject> sources = ReadCode.zoo();
        sources.add(ReadCode.source("models/BuilderModels.java", ReadCode.resource("BuilderModels.java")));
        code = ReadCode.of(folder, sources);
    }

    @AfterAll
    static void close() throws IOException {
        code.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resNet50",
                "resNet20",
                "squeezeNet",
                "leNet",
                "vgg",
                "alexNet",
                "niN",
                "googLeNet",
                "mobileNetV1",
                "mobileNetV2",
                "yoloV3",
                "darkNet",
                "mlp",
                "ssd"
            })
    void layersShapesAndParametersAreThoseOfTheBuiltBlock(String model) throws ReflectiveOperationException {
        NetworkReport read = code.report("models.BuilderModels", model);
        ReadBlock built = code.built("models.BuilderModels", model, read);
        assertEquals(Map.of(), built.unread());
        NetworkReport expected = built.report();
        assertEquals(String.join("\n", lines(expected)), String.join("\n", lines(read)));
        assertEquals(expected.parameters(), read.parameters());
        assertEquals(expected.macs(), read.macs());
        assertEquals(rules(expected), rules(read));
    }

    private static List<String> rules(NetworkReport report) {
        return report.diagnostics().stream()
                .map(one -> one.severity() + " " + one.rule())
                .toList();
    }

    /** Strides of windows of one unit: three quarters of the map are never read. */
    @Test
    void theFindingsOnTheZoosCodeAreThoseThatAreThere() {
        assertEquals(
                List.of("MobileNetV2.java:145 [SkippedInput]", "ResNetV1.java:68 [SkippedInput]"), code.messages());
    }

    /** All but the names of layers. */
    static List<String> lines(NetworkReport report) {
        Map<String, Integer> names = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (LayerReport layer : report.layers()) {
            lines.add("%s %s from %s %s %s %s %s %s"
                    .formatted(
                            names.size(),
                            isPlain(layer) ? "Conv" : layer.op(),
                            layer.from().stream()
                                    .map(name -> names.getOrDefault(name, -1))
                                    .toList(),
                            layer.shape(),
                            layer.parameters(),
                            layer.macs(),
                            layer.field(),
                            attributes(layer, names)));
            names.put(layer.name(), names.size());
        }
        return lines;
    }

    /** An object does not tell whether its rate of 1 was written down. */
    private static boolean isPlain(LayerReport layer) {
        return layer.op().equals("Dilated")
                && List.of(1L, 1L).equals(layer.attributes().get("rate"));
    }

    private static Map<String, Object> attributes(LayerReport layer, Map<String, Integer> names) {
        Map<String, Object> attributes = new TreeMap<>(layer.attributes());
        attributes.computeIfPresent("shared", (attribute, name) -> names.get(name));
        if (isPlain(layer) || layer.op().equals("Conv")) {
            attributes.remove("rate");
        }
        return attributes;
    }
}
