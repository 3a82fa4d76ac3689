package dev.fovea.djl.verify;

import dev.fovea.Network;
import dev.fovea.djl.verify.Part.Held;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The parts of a network: norms, activations and zero padding are put into the layer that they belong to, and layers that
 * stand for several are taken apart.
 */
public final class Parts {
    private static final String SHARED = "shared";

    private static final List<String> DESCRIBED = List.of(
            "kernel",
            "stride",
            "rate",
            "padding",
            "outputPadding",
            "out",
            "groups",
            "bias",
            "borders",
            "ceilMode",
            "type");

    private final NetworkReport report;
    private final Map<String, Integer> readers = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>(Map.of(Network.INPUT, -1));
    private final List<Part> parts = new ArrayList<>();

    private Parts(NetworkReport report) {
        this.report = report;
        report.layers().forEach(layer -> layer.from().forEach(name -> readers.merge(name, 1, Integer::sum)));
    }

    /** The parts of a network, in the order of its layers. */
    public static List<Part> of(NetworkReport report) {
        Parts parts = new Parts(report);
        report.layers().forEach(parts::add);
        return List.copyOf(parts.parts);
    }

    private void add(LayerReport layer) {
        switch (layer.op()) {
            case "Dropout" -> places.put(layer.name(), places.get(layer.from().get(0)));
            case "Normalize" -> join(layer, "norm");
            case "Activate" -> join(layer, "activation");
            case "SqueezeExcite" -> squeezeExcite(layer);
            case "Conv", "Dilated", "Projection" -> convolution(layer);
            default -> put(layer, operation(layer), attributes(layer));
        }
    }

    /** A norm or an activation belongs to the layer before it, if that has neither and no other reader. */
    private void join(LayerReport layer, String attribute) {
        String from = layer.from().get(0);
        int place = places.get(from);
        Object value = layer.attributes().get(attribute);
        if (place >= 0 && readers.get(from) == 1 && takes(parts.get(place), attribute)) {
            Part part = parts.get(place).with(attribute, value);
            List<Held> held = new ArrayList<>(part.held());
            held.add(Held.all(layer.name()));
            parts.set(
                    place,
                    new Part(part.name(), part.operation(), part.attributes(), part.from(), held, part.shared()));
            places.put(layer.name(), place);
        } else {
            put(layer, attribute, Map.of(attribute, value));
        }
    }

    private static boolean takes(Part part, String attribute) {
        boolean weighted = part.operation().contains("convolution");
        boolean open = !part.attributes().containsKey("activation");
        return attribute.equals("norm")
                ? weighted && open && !part.attributes().containsKey("norm")
                : open
                        && (weighted
                                || isOneMatrix(part)
                                || List.of("sum", "norm", "linear layer").contains(part.operation()));
    }

    /** Of two matrices over positions, the activation is the one in between. */
    private static boolean isOneMatrix(Part part) {
        return part.operation().equals("TokenMixing") && !part.attributes().containsKey("hidden");
    }

    /** As published: two linear layers on the map's means make a gate. */
    private void squeezeExcite(LayerReport layer) {
        int map = places.get(layer.from().get(0));
        int first = parts.size();
        String name = layer.name();
        Object activation = layer.attributes().getOrDefault("activation", "NONE");
        Object gate = layer.attributes().getOrDefault("gate", "SIGMOID");
        Object channels = layer.shape().channels().orElse(0);
        parts.add(new Part(name, "global pool", Map.of("type", "AVERAGE"), List.of(map), List.of(), -1));
        parts.add(linear(name, layer.attributes().get("squeeze"), activation, first, new Held(name, 0, 2)));
        parts.add(linear(name, channels, gate, first + 1, new Held(name, 2, 4)));
        parts.add(new Part(name, "product", Map.of(), List.of(map, first + 2), List.of(), -1));
        places.put(name, first + 3);
    }

    private static Part linear(String name, Object out, Object activation, int from, Held held) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("out", out);
        attributes.put("bias", true);
        if (!activation.equals("NONE")) {
            attributes.put("activation", activation);
        }
        return new Part(name, "linear layer", attributes, List.of(from), List.of(held), -1);
    }

    /** On a map of one position it is a linear layer; padding with zeros by a layer of its own is the layer's padding. */
    private void convolution(LayerReport layer) {
        Map<String, Object> attributes = attributes(layer);
        String from = layer.from().get(0);
        if (isPoint(shape(from)) && isPoint(layer.shape())) {
            attributes.keySet().removeAll(List.of("kernel", "stride", "padding", "rate", "groups"));
            put(layer, "linear layer", attributes);
            return;
        }
        int place = places.get(from);
        if (place >= 0 && readers.get(from) == 1 && parts.get(place).operation().equals("padding")) {
            List<?> outer = (List<?>) parts.get(place).attributes().get("padding");
            List<?> inner = (List<?>) attributes.get("padding");
            List<Long> sum = new ArrayList<>();
            for (int side = 0; side < inner.size(); side++) {
                sum.add((Long) outer.get(side) + (Long) inner.get(side));
            }
            attributes.put("padding", sum);
            List<Integer> before = parts.get(place).from();
            parts.set(
                    place,
                    new Part(
                            layer.name(),
                            "convolution",
                            attributes,
                            before,
                            List.of(Held.all(layer.name())),
                            shared(layer)));
            places.put(layer.name(), place);
            return;
        }
        put(layer, "convolution", attributes);
    }

    private Shape shape(String name) {
        return name.equals(Network.INPUT) ? report.input() : report.layer(name).shape();
    }

    private static boolean isPoint(Shape shape) {
        return shape.size().stream().allMatch(OptionalLong.of(1)::equals);
    }

    private void put(LayerReport layer, String operation, Map<String, Object> attributes) {
        List<Integer> from = layer.from().stream().map(places::get).toList();
        parts.add(new Part(layer.name(), operation, attributes, from, List.of(Held.all(layer.name())), shared(layer)));
        places.put(layer.name(), parts.size() - 1);
    }

    private int shared(LayerReport layer) {
        Object bearer = layer.attributes().get(SHARED);
        return bearer == null ? -1 : places.get(bearer);
    }

    private static String operation(LayerReport layer) {
        return switch (layer.op()) {
            case "TransposedConv" -> "transposed convolution";
            case "Pool" -> "pool";
            case "GlobalPool" -> "global pool";
            case "AdaptivePool" -> isPoint(layer.shape()) ? "global pool" : "adaptive pool";
            case "Upsample" -> "resize";
            case "Add", "Residual" -> "sum";
            case "Multiply" -> "product";
            case "Concat" -> "concatenation";
            case "Linear" -> "linear layer";
            case "Pad" -> "padding";
            default -> layer.op();
        };
    }

    private static Map<String, Object> attributes(LayerReport layer) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        switch (layer.op()) {
            case "Upsample" -> {
                attributes.put("mode", layer.attributes().get("mode"));
                attributes.put("alignCorners", layer.attributes().getOrDefault("alignCorners", false));
                attributes.put("extents", layer.shape().size());
            }
            case "GlobalPool" -> attributes.put("type", layer.attributes().get("type"));
            case "AdaptivePool" -> {
                attributes.put("type", layer.attributes().get("type"));
                if (!isPoint(layer.shape())) {
                    attributes.put("size", layer.attributes().get("size"));
                }
            }
            case "Linear", "Conv", "Dilated", "Projection", "TransposedConv", "Pool" ->
                DESCRIBED.stream()
                        .filter(layer.attributes()::containsKey)
                        .forEach(name -> attributes.put(name, layer.attributes().get(name)));
            default -> attributes.putAll(layer.attributes());
        }
        for (String more : List.of("norm", "activation")) {
            Object value = layer.attributes().get(more);
            if (value != null && !value.equals("NONE")) {
                attributes.put(more, value);
            }
        }
        attributes.keySet().remove(SHARED);
        attributes.values().removeAll(Collections.singleton(null));
        return attributes;
    }
}
