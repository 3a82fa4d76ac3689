package dev.fovea.onnx.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of a layer.
 *
 * @param index which call of the layer it is
 */
record KerasCall(String name, int index, JsonNode layer, List<Tensor> inputs) {

    /** What a call of a layer made, the {@code index}-th of several. */
    record Tensor(String layer, int call, int index) {}

    String type() {
        return layer.path("class_name").asText("");
    }

    static List<KerasCall> of(JsonNode layers) {
        List<KerasCall> calls = new ArrayList<>();
        for (JsonNode layer : layers) {
            String name =
                    layer.path("name").asText(layer.path("config").path("name").asText(""));
            JsonNode nodes = layer.path("inbound_nodes");
            boolean single = nodes.path(0).path(0).isTextual();
            if (single) {
                calls.add(new KerasCall(name, 0, layer, tensors(nodes)));
                continue;
            }
            int index = 0;
            for (JsonNode node : nodes) {
                List<Tensor> inputs = new ArrayList<>();
                if (node.has("args")) {
                    histories(node.path("args"), inputs);
                    histories(node.path("kwargs"), inputs);
                } else {
                    inputs.addAll(tensors(node));
                }
                calls.add(new KerasCall(name, index++, layer, inputs));
            }
        }
        return calls;
    }

    /** A name with two numbers, or a list of such. */
    static List<Tensor> tensors(JsonNode list) {
        List<Tensor> tensors = new ArrayList<>();
        if (list.path(0).isTextual()) {
            tensors.add(tensor(list));
        } else {
            list.forEach(
                    entry -> tensors.addAll(entry.path(0).isTextual() || entry.isArray() ? tensors(entry) : List.of()));
        }
        return tensors;
    }

    private static Tensor tensor(JsonNode entry) {
        return new Tensor(
                entry.path(0).asText(), entry.path(1).asInt(0), entry.path(2).asInt(0));
    }

    private static void histories(JsonNode arguments, List<Tensor> found) {
        if (arguments.path("config").has("keras_history")) {
            found.add(tensor(arguments.path("config").path("keras_history")));
            return;
        }
        arguments.forEach(argument -> histories(argument, found));
    }
}
