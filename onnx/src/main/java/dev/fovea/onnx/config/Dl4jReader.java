package dev.fovea.onnx.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fovea.onnx.read.NotRead;
import dev.fovea.onnx.unread.Missing;
import dev.fovea.onnx.unread.OnnxException;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a configuration of Deep Learning for Java: {@code MultiLayerConfiguration}, a list of layers, or {@code
 * ComputationGraphConfiguration}, a graph of vertices. It tells channels, but no extents of the input.
 */
final class Dl4jReader {
    private final Assembly assembly;
    private final Dl4jLayers layers;
    private final Map<String, View> views = new HashMap<>();

    private Dl4jReader(Assembly assembly) {
        this.assembly = assembly;
        this.layers = new Dl4jLayers(assembly);
    }

    /** A step of the network. */
    private record Vertex(String name, JsonNode json, JsonNode preProcessor, List<String> inputs) {}

    static ConfiguredNetwork read(JsonNode root, Map<String, List<Long>> sizes) throws OnnxException {
        List<Vertex> vertices = root.has("confs") ? listed(root) : graph(root);
        List<String> inputs = new ArrayList<>();
        root.path("networkInputs").forEach(input -> inputs.add(input.asText()));
        if (root.has("confs")) {
            inputs.add("");
        }
        Dl4jReader reader = new Dl4jReader(new Dl4jInput(sizes).assembly(first(vertices, inputs)));
        if (inputs.size() != 1) {
            throw new OnnxException(
                    "the network has %s inputs: %s".formatted(inputs.size(), String.join(", ", inputs)));
        }
        reader.views.put(inputs.get(0), reader.assembly.steps().input());
        reader.follow(vertices);
        reader.end(root, vertices);
        return reader.assembly.network(vertices.size());
    }

    private static List<Vertex> listed(JsonNode root) {
        List<Vertex> vertices = new ArrayList<>();
        String before = "";
        for (JsonNode conf : root.path("confs")) {
            JsonNode layer = conf.path("layer");
            String number = Integer.toString(vertices.size());
            String stated = layer.path("layerName").asText("");
            String name = stated.isEmpty() || stated.equals("null") ? "layer" + number : stated;
            vertices.add(new Vertex(name, layer, root.path("inputPreProcessors").path(number), List.of(before)));
            before = name;
        }
        return vertices;
    }

    /** The vertices, each after those it reads. */
    private static List<Vertex> graph(JsonNode root) throws OnnxException {
        Map<String, Vertex> open = new LinkedHashMap<>();
        root.path("vertices").properties().forEach(entry -> {
            JsonNode json = entry.getValue();
            boolean isLayer = Fields.type(json).equals("LayerVertex");
            List<String> inputs = new ArrayList<>();
            root.path("vertexInputs").path(entry.getKey()).forEach(input -> inputs.add(input.asText()));
            JsonNode inner = isLayer ? json.path("layerConf").path("layer") : json;
            open.put(entry.getKey(), new Vertex(entry.getKey(), inner, json.path("preProcessor"), inputs));
        });
        List<Vertex> sorted = new ArrayList<>();
        Set<String> done = new TreeSet<>();
        root.path("networkInputs").forEach(input -> done.add(input.asText()));
        for (boolean moves = true; moves; ) {
            moves = open.values().removeIf(vertex -> {
                boolean ready = done.containsAll(vertex.inputs());
                if (ready) {
                    sorted.add(vertex);
                    done.add(vertex.name());
                }
                return ready;
            });
        }
        if (!open.isEmpty()) {
            throw new OnnxException("the vertex %s reads what no vertex makes, or itself"
                    .formatted(open.keySet().iterator().next()));
        }
        return sorted;
    }

    /** The layers that read the network's input, and what is between. */
    private static List<JsonNode> first(List<Vertex> vertices, List<String> inputs) {
        List<JsonNode> first = new ArrayList<>();
        for (Vertex vertex : vertices) {
            if (vertex.inputs().stream().anyMatch(inputs::contains)) {
                first.add(vertex.preProcessor());
                first.add(vertex.json());
            }
        }
        vertices.forEach(vertex -> first.add(vertex.json()));
        return first;
    }

    private void follow(List<Vertex> vertices) {
        for (Vertex vertex : vertices) {
            List<View> inputs = new ArrayList<>();
            for (String input : vertex.inputs()) {
                @Nullable View view = views.get(input);
                if (view != null) {
                    inputs.add(view);
                }
            }
            if (inputs.size() < vertex.inputs().size() || inputs.isEmpty()) {
                inputs.forEach(view -> assembly.steps().end(view, vertex.name()));
                continue;
            }
            try {
                inputs.set(0, layers.preprocessed(vertex.name(), inputs.get(0), vertex.preProcessor()));
                views.put(vertex.name(), layers.apply(vertex.name(), vertex.json(), inputs));
            } catch (NotRead reason) {
                assembly.remark(
                        vertex.name(),
                        Fields.type(vertex.json()),
                        String.valueOf(reason.getMessage()),
                        Missing.FIGURES);
                inputs.forEach(view -> assembly.steps().end(view, vertex.name()));
            }
        }
    }

    private void end(JsonNode root, List<Vertex> vertices) {
        List<String> outputs = new ArrayList<>();
        root.path("networkOutputs").forEach(output -> outputs.add(output.asText()));
        if (root.has("confs") && !vertices.isEmpty()) {
            outputs.add(vertices.get(vertices.size() - 1).name());
        }
        for (String output : outputs) {
            @Nullable View view = views.get(output);
            if (view != null) {
                assembly.steps().end(view, output);
            }
        }
    }
}
