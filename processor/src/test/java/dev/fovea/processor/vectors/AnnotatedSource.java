package dev.fovea.processor.vectors;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.vectors.Declarations;
import dev.fovea.processor.testing.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a model as its author would: annotated fields that state what differs from the defaults. */
final class AnnotatedSource {
    private AnnotatedSource() {}

    static Source of(ModelDeclaration model) {
        int dot = model.model().lastIndexOf('.');
        StringBuilder text = new StringBuilder();
        text.append("package ").append(model.model(), 0, dot).append(";\n\n");
        text.append("import dev.fovea.*;\n\n");
        text.append("@Network(input = @Input")
                .append(attributes("Input", model.input()))
                .append(")\n");
        text.append("final class ").append(model.model().substring(dot + 1)).append(" {\n");
        for (Declaration layer : model.layers()) {
            for (Acceptance acceptance : layer.acceptances()) {
                text.append("    @Accept")
                        .append(attributes(
                                "Accept", Map.of("value", acceptance.rules(), "reason", acceptance.reason())))
                        .append("\n");
            }
            text.append("    @").append(layer.annotation()).append(attributes(layer.annotation(), layer.values()));
            layer.beside()
                    .forEach((annotation, values) ->
                            text.append(" @").append(annotation).append(attributes(annotation, values)));
            text.append("\n    Object ").append(layer.name()).append(";\n");
        }
        return Source.of(text.append("}\n").toString());
    }

    private static String attributes(String annotation, Map<String, Object> values) {
        Map<String, Optional<Object>> defaults = new DeclarationFactory().attributes(annotation);
        return values.entrySet().stream()
                .filter(entry ->
                        !entry.getValue().equals(defaults.get(entry.getKey()).orElse(null)))
                .map(entry -> entry.getKey() + " = " + written(annotation, entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String written(String annotation, String attribute, Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(entry -> written(annotation, attribute, entry))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (!(value instanceof String text)) {
            return value.toString();
        }
        Class<?> type = Declarations.attributeType(annotation, attribute);
        return type.isEnum() ? type.getSimpleName() + "." + text : '"' + text + '"';
    }
}
