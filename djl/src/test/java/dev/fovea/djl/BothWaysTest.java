package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A method that builds a network of the engine's model zoo and a class with the annotations that say the same are judged alike. */
final class BothWaysTest {
    private static final List<String> MODELS = List.of(
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
            "darkNet",
            "mlp");

    /** The enums of attributes' values. */
    private static final Map<String, String> ENUMS =
            Map.of("norm", "Norm", "activation", "Activation", "type", "PoolType", "mode", "UpsampleMode");

    private final Map<String, String> names = new HashMap<>();

    @Test
    void aModelWrittenBothWaysGivesTheSameReport(@TempDir Path code, @TempDir Path annotated)
            throws IOException, ReflectiveOperationException {
        List<JavaFileObject> sources = ReadCode.zoo();
        sources.add(ReadCode.source("models/BuilderModels.java", ReadCode.resource("BuilderModels.java")));
        try (ReadCode methods = ReadCode.of(code, sources, "-Afovea.severity=all=warning")) {
            List<JavaFileObject> classes = new ArrayList<>();
            for (String model : MODELS) {
                String text = annotated(model, methods.report("models.BuilderModels", model));
                classes.add(ReadCode.source("models/%s.java".formatted(capital(model)), text));
            }
            try (ReadCode fields = ReadCode.of(annotated, classes, "-Afovea.severity=all=warning")) {
                for (String model : MODELS) {
                    NetworkReport expected = methods.report("models.BuilderModels", model);
                    NetworkReport report = fields.report("models." + capital(model));
                    assertEquals(String.join("\n", lines(expected)), String.join("\n", lines(report)), model);
                }
            }
        }
    }

    private static String capital(String model) {
        return Character.toUpperCase(model.charAt(0)) + model.substring(1);
    }

    /** All but names, and what is said of findings. */
    private static List<String> lines(NetworkReport report) {
        List<String> lines = new ArrayList<>(BuilderCodeTest.lines(report));
        lines.add(report.parameters() + " parameters, " + report.macs() + " MACs");
        report.diagnostics().forEach(one -> lines.add(one.severity() + " " + one.rule()));
        report.targets()
                .forEach(target -> target.axes().forEach(axis -> lines.add(axis.tiles() + " " + axis.extents())));
        return lines;
    }

    private String annotated(String model, NetworkReport report) {
        names.clear();
        String size = report.input().size().stream()
                .map(extent -> Long.toString(extent.orElseThrow()))
                .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder("package models;\n\nimport dev.fovea.*;\n\n")
                .append("@Network(input = @Input(channels = %s, size = {%s}))\n"
                        .formatted(report.input().channels().orElseThrow(), size))
                .append("class %s {\n".formatted(capital(model)));
        for (LayerReport layer : report.layers()) {
            names.put(layer.name(), "layer" + names.size());
            text.append("    %s Object %s;\n".formatted(annotation(layer), names.get(layer.name())));
        }
        return text.append("}\n").toString();
    }

    private String annotation(LayerReport layer) {
        Map<String, ?> known = new DeclarationFactory().attributes(layer.op());
        String attributes = layer.attributes().entrySet().stream()
                .filter(attribute -> known.containsKey(name(layer, attribute.getKey())))
                .map(attribute ->
                        name(layer, attribute.getKey()) + " = " + value(attribute.getKey(), attribute.getValue()))
                .collect(Collectors.joining(", "));
        String from = layer.from().stream()
                .map(name -> '"' + names.getOrDefault(name, name) + '"')
                .collect(Collectors.joining(", ", "from = {", "}"));
        return "@%s(%s)"
                .formatted(
                        layer.op(),
                        Stream.of(attributes, from)
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", ")));
    }

    private static String name(LayerReport layer, String attribute) {
        boolean isOnly = layer.op().equals("Normalize") && attribute.equals("norm")
                || layer.op().equals("Activate") && attribute.equals("activation");
        return isOnly ? "value" : attribute;
    }

    private static String value(String attribute, Object value) {
        if (value instanceof List<?> all) {
            return all.stream().map(Object::toString).collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof OptionalLong number) {
            return Long.toString(number.orElseThrow());
        }
        return ENUMS.containsKey(attribute) ? ENUMS.get(attribute) + "." + value : value.toString();
    }
}
