package dev.fovea.core.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fovea.Network;
import dev.fovea.Padding;
import dev.fovea.core.resolve.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Declares the networks of the vectors; activations and flattening pass on what they read. */
public final class VectorNetworks {
    private static final Set<String> PASSED_ON = Set.of("act", "identity", "flatten");

    private final JsonNode one;
    private final Random random;
    private final Map<String, String> declared = new HashMap<>(Map.of("input", Network.INPUT));
    private final Set<String> flattened = new HashSet<>();
    private final List<Declaration> layers = new ArrayList<>();

    private VectorNetworks(JsonNode one) {
        this.one = one;
        this.random = new Random(one.get("name").asText().hashCode());
    }

    public static VectorCase declare(JsonNode one) {
        return new VectorNetworks(one).declare();
    }

    private VectorCase declare() {
        for (JsonNode layer : one.get("net").get("layers")) {
            add(layer, layer.get("name").asText(), layer.get("op").asText());
        }
        JsonNode input = one.get("net").get("input");
        List<Long> size = List.of(input.get("h").asLong(), input.get("w").asLong());
        String name = one.get("name").asText();
        return new VectorCase(
                name,
                one.path("expected"),
                Declarations.model(
                        "vectors." + identifier("Net_" + name),
                        2,
                        input.get("c").asLong(),
                        size,
                        layers),
                declared,
                flattened);
    }

    private void add(JsonNode layer, String name, String op) {
        if (PASSED_ON.contains(op)) {
            String source = layer.get("from").get(0).asText();
            declared.put(name, declared.get(source));
            if (op.equals("flatten") || flattened.contains(source)) {
                flattened.add(name);
            }
            return;
        }
        Map<String, Object> stated = new LinkedHashMap<>();
        String annotation = describe(layer, op, stated);
        from(layer, stated);
        String identifier = identifier(name);
        declared.put(name, identifier);
        layers.add(Declarations.layer(identifier, annotation, stated));
    }

    /** States what is read, or now and then leaves it out where it is the previous layer anyway. */
    private void from(JsonNode layer, Map<String, Object> stated) {
        List<String> from = new ArrayList<>();
        layer.get("from").forEach(source -> from.add(declared.get(source.asText())));
        String previous =
                layers.isEmpty() ? Network.INPUT : layers.get(layers.size() - 1).name();
        if (!from.equals(List.of(previous)) || random.nextBoolean()) {
            stated.put("from", from);
        }
    }

    private String describe(JsonNode layer, String op, Map<String, Object> stated) {
        switch (op) {
            case "conv", "deconv" -> {
                window(layer, stated);
                stated.put("out", layer.get("out").asLong());
                stated.put("groups", layer.path("groups").asLong(1));
                stated.put("bias", layer.path("bias").asBoolean(true));
                List<Long> rate = layer.has("dilation") ? numbers(layer.get("dilation")) : List.of(1L);
                if (op.equals("deconv")) {
                    stated.put("rate", rate);
                    stated.put("outputPadding", numbers(layer.get("output_padding")));
                    return "TransposedConv";
                }
                if (rate.stream().allMatch(entry -> entry == 1) && random.nextInt(4) > 0) {
                    return "Conv";
                }
                stated.put("rate", rate);
                return "Dilated";
            }
            case "maxpool", "avgpool" -> {
                window(layer, stated);
                stated.put("type", op.equals("maxpool") ? "MAX" : "AVERAGE");
                stated.put("ceilMode", layer.get("ceil_mode").asBoolean());
                if (layer.has("dilation")) {
                    stated.put("rate", numbers(layer.get("dilation")));
                }
                return "Pool";
            }
            case "upsample" -> {
                stated.put("mode", layer.get("mode").asText().equals("nearest") ? "NEAREST" : "LINEAR");
                if (layer.has("to")) {
                    stated.put("to", declared.get(layer.get("to").asText()));
                } else {
                    String extent = layer.has("scale") ? "scale" : "size";
                    stated.put(extent, numbers(layer.get(extent)));
                }
                return "Upsample";
            }
            case "gap", "gmp" -> {
                stated.put("type", op.equals("gap") ? "AVERAGE" : "MAX");
                return "GlobalPool";
            }
            case "adaptive_avgpool" -> {
                stated.put("size", numbers(layer.get("size")));
                return "AdaptivePool";
            }
            case "linear" -> {
                stated.put("out", layer.get("out").asLong());
                stated.put("bias", layer.path("bias").asBoolean(true));
                return "Linear";
            }
            case "bn", "layernorm", "groupnorm" -> {
                stated.put(
                        "value",
                        Map.of("bn", "BATCH", "layernorm", "LAYER", "groupnorm", "GROUP")
                                .get(op));
                return "Normalize";
            }
            case "shuffle" -> {
                stated.put("groups", layer.get("groups").asLong());
                return "ChannelShuffle";
            }
            case "slice" -> {
                stated.put("begin", layer.get("channels").get(0).asLong());
                stated.put("end", layer.get("channels").get(1).asLong());
                return "Slice";
            }
            case "crop", "pad" -> {
                stated.put("padding", numbers(layer.get("padding")));
                return op.equals("crop") ? "Crop" : "Pad";
            }
            case "add", "mul", "concat" -> {
                return Map.of("add", "Add", "mul", "Multiply", "concat", "Concat")
                        .get(op);
            }
            default -> throw new IllegalArgumentException(op);
        }
    }

    private static void window(JsonNode layer, Map<String, Object> stated) {
        stated.put("kernel", numbers(layer.get("kernel")));
        stated.put("stride", numbers(layer.get("stride")));
        boolean same = layer.get("padding").asText().equals("same");
        stated.put("padding", same ? List.of((long) Padding.SAME) : numbers(layer.get("padding")));
    }

    private static List<Long> numbers(JsonNode array) {
        if (array.isNumber()) {
            return List.of(array.longValue());
        }
        List<Long> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.longValue()));
        return numbers;
    }

    private static String identifier(String name) {
        String identifier = name.replaceAll("\\W", "_");
        return SourceVersion.isName(identifier) ? identifier : "_" + identifier;
    }
}
