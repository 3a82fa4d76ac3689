package dev.fovea.processor.vectors;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.vectors.Declarations;
import dev.fovea.processor.testing.Source;
import java.util.LinkedHashMap;
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
        if (dot > 0) {
            text.append("package ").append(model.model(), 0, dot).append(";\n\n");
        }
        text.append("import dev.fovea.*;\n\n");
        text.append("@Network(input = @Input")
                .append(attributes("Input", model.input()))
                .append(")\n");
        text.append("final class ").append(model.model().substring(dot + 1)).append(" {\n");
        members(model.layers(), text);
        Map<String, BlockDeclaration> blocks = new LinkedHashMap<>();
        collect(model.layers(), blocks);
        blocks.forEach((name, block) -> {
            text.append("\n    @Block @Network(input = @Input(axes = ")
                    .append(block.axes())
                    .append("))\n");
            text.append("    static final class ").append(name).append(" {\n");
            members(block.layers(), text);
            text.append("    }\n");
        });
        return Source.of(text.append("}\n").toString());
    }

    /** The blocks that layers use, and those that these use. */
    private static void collect(List<Declaration> layers, Map<String, BlockDeclaration> blocks) {
        layers.forEach(layer -> layer.block().ifPresent(block -> {
            blocks.putIfAbsent(simpleName(block), block);
            collect(block.layers(), blocks);
        }));
    }

    private static void members(List<Declaration> layers, StringBuilder text) {
        for (Declaration layer : layers) {
            for (Acceptance acceptance : layer.acceptances()) {
                text.append("    @Accept")
                        .append(attributes(
                                "Accept", Map.of("value", acceptance.rules(), "reason", acceptance.reason())))
                        .append("\n");
            }
            String attributes = attributes(layer.annotation(), layer.values());
            text.append("    @").append(layer.annotation());
            text.append(layer.block()
                    .map(block -> "(block = " + simpleName(block) + ".class, " + attributes.substring(1))
                    .orElse(attributes)
                    .replace(", )", ")"));
            layer.beside()
                    .forEach((annotation, values) ->
                            text.append(" @").append(annotation).append(attributes(annotation, values)));
            text.append("\n    Object ").append(layer.name()).append(";\n");
        }
    }

    private static String simpleName(BlockDeclaration block) {
        return block.name().substring(block.name().lastIndexOf('.') + 1);
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
