package dev.fovea.onnx.source;

import dev.fovea.Network;
import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.TypedValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a model definition as an annotated class. */
public final class ClassSource {
    private static final int LONGEST_LINE = 120;

    private final ModelDeclaration model;
    private final ModelOrigin origin;
    private final List<String> remarks;
    private final DeclarationFactory words = new DeclarationFactory();
    private final StringBuilder text = new StringBuilder();

    private ClassSource(ModelDeclaration model, ModelOrigin origin, List<String> remarks) {
        this.model = model;
        this.origin = origin;
        this.remarks = remarks;
    }

    /**
     * The source of the class.
     *
     * @param remarks what the file has that the class does not say
     */
    public static String write(ModelDeclaration model, ModelOrigin origin, List<String> remarks) {
        ClassSource source = new ClassSource(model, origin, remarks);
        source.write();
        return source.text.toString();
    }

    private void write() {
        String packageName = JavaText.packageOf(model.model());
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        text.append("import dev.fovea.*;\n\n");
        text.append("/**\n * The network of {@code ")
                .append(JavaText.comment(origin.name()))
                .append("}, SHA-256 {@code ")
                .append(origin.digest())
                .append("}.\n");
        for (String remark : remarks) {
            text.append(" *\n * <p>").append(JavaText.comment(remark)).append("\n");
        }
        text.append(" */\n");
        accept("", model.acceptances());
        text.append("@Network(input = @Input(").append(input()).append(")");
        model.hdc().ifPresent(hdc -> text.append(", hdc = Hdc.").append(hdc));
        text.append(")\nfinal class ")
                .append(JavaText.simpleName(model.model()))
                .append(" {\n");
        members(model.layers(), "    ");
        Map<String, BlockDeclaration> blocks = new LinkedHashMap<>();
        for (Declaration layer : model.layers()) {
            layer.block().ifPresent(block -> blocks.putIfAbsent(block.name(), block));
        }
        blocks.values().forEach(block -> {
            // A block is judged by itself too, on images unless it says otherwise.
            String axes = block.axes() == 2 ? "" : "    @Network(input = @Input(axes = %s))\n".formatted(block.axes());
            text.append("\n")
                    .append(axes)
                    .append("    @Block\n    static final class ")
                    .append(JavaText.simpleName(block.name()))
                    .append(" {\n");
            members(block.layers(), "        ");
            text.append("    }\n");
        });
        text.append("}\n");
    }

    private String input() {
        List<String> parts = new ArrayList<>();
        parts.add("axes = " + model.input().get("axes"));
        if (!Long.valueOf(0).equals(model.input().get("channels"))) {
            parts.add("channels = " + model.input().get("channels"));
        }
        if (model.input().get("size") instanceof List<?> size && !size.isEmpty()) {
            parts.add("size = " + TypedValues.of(size));
        }
        return String.join(", ", parts);
    }

    private void members(List<Declaration> layers, String indent) {
        String previous = Network.INPUT;
        for (int i = 0; i < layers.size(); i++) {
            Declaration layer = layers.get(i);
            if (!layer.acceptances().isEmpty() || layer.beside().containsKey("Endpoint")) {
                text.append(i == 0 ? "" : "\n");
            }
            accept(indent, layer.acceptances());
            Map<String, Object> endpoint = layer.beside().get("Endpoint");
            if (endpoint != null) {
                text.append(indent)
                        .append("@Endpoint(")
                        .append(TypedValues.literal(String.valueOf(endpoint.get("value"))))
                        .append(")\n");
            }
            member(layer, previous, indent);
            previous = layer.name();
        }
    }

    private void accept(String indent, List<Acceptance> acceptances) {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        acceptances.forEach(one ->
                rules.computeIfAbsent(one.reason(), key -> new ArrayList<>()).addAll(one.rules()));
        rules.forEach((reason, names) -> text.append(indent)
                .append("@Accept(value = ")
                .append(TypedValues.of(names.stream().distinct().toList()))
                .append(", reason = ")
                .append(TypedValues.literal(reason))
                .append(")\n"));
    }

    private void member(Declaration layer, String previous, String indent) {
        List<String> parts = new ArrayList<>();
        layer.block().ifPresent(block -> parts.add("block = " + JavaText.simpleName(block.name()) + ".class"));
        Map<String, Optional<Object>> defaults = words.attributes(layer.annotation());
        order(layer.values()).forEach((attribute, value) -> {
            boolean byDefault =
                    defaults.getOrDefault(attribute, Optional.empty()).equals(Optional.of(value));
            boolean follows = attribute.equals("from") && value.equals(List.of(previous));
            boolean pool = attribute.equals("stride")
                    && layer.annotation().equals("Pool")
                    && value.equals(layer.values().get("kernel"));
            if (!byDefault && !follows && !pool) {
                parts.add(attribute + " = " + TypedValues.of(layer.annotation(), attribute, value));
            }
        });
        String annotation =
                "@" + layer.annotation() + (parts.isEmpty() ? "" : "(" + joined(layer.annotation(), parts) + ")");
        String line = indent + annotation + " Object " + layer.name() + ";";
        if (line.length() > LONGEST_LINE) {
            line = indent + annotation + "\n" + indent + "Object " + layer.name() + ";";
        }
        text.append(line).append("\n");
    }

    private static String joined(String annotation, List<String> parts) {
        boolean alone = parts.size() == 1 && parts.get(0).startsWith("value = ");
        return alone ? parts.get(0).substring(8) : String.join(", ", parts);
    }

    /** Geometry first, as people write it. */
    private static Map<String, Object> order(Map<String, Object> values) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (String first : List.of("value", "kernel", "rate", "stride", "padding", "out", "groups", "repeat")) {
            if (values.containsKey(first)) {
                ordered.put(first, values.get(first));
            }
        }
        new java.util.TreeMap<>(values).forEach(ordered::putIfAbsent);
        return ordered;
    }
}
