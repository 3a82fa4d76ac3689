package dev.fovea.onnx.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fovea.onnx.read.NotRead;
import dev.fovea.onnx.unread.Missing;
import dev.fovea.onnx.unread.OnnxException;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a configuration of Keras, 2 or 3: a sequence of layers or a graph of calls, and models within models. */
final class KerasReader {
    private static final int DEEPEST = 30;

    private final Assembly assembly;
    private final KerasLayers layers;
    private int count;

    private KerasReader(Assembly assembly, boolean channelsFirst) {
        this.assembly = assembly;
        this.layers = new KerasLayers(assembly, channelsFirst);
    }

    static ConfiguredNetwork read(JsonNode root, Map<String, List<Long>> sizes) throws OnnxException {
        boolean channelsFirst = root.findValues("data_format").stream()
                .anyMatch(format -> format.asText("").equals("channels_first"));
        KerasInput input = KerasInput.of(root, channelsFirst, sizes);
        KerasReader reader = new KerasReader(new Assembly(input.channels(), input.extents()), channelsFirst);
        List<Optional<View>> views = new ArrayList<>();
        for (int i = 0; i < Math.max(1, input.count()); i++) {
            boolean read = i == input.index();
            views.add(read ? Optional.of(reader.assembly.steps().input()) : Optional.empty());
        }
        List<Optional<View>> outputs = reader.model(root, "", views, 0);
        outputs.forEach(
                output -> output.ifPresent(view -> reader.assembly.steps().end(view, "output")));
        return reader.assembly.network(reader.count);
    }

    static boolean isModel(JsonNode layer) {
        return layer.path("config").path("layers").isArray();
    }

    private List<Optional<View>> model(JsonNode model, String prefix, List<Optional<View>> inputs, int depth)
            throws OnnxException {
        if (depth > DEEPEST) {
            throw new OnnxException("models are nested more than %s deep".formatted(DEEPEST));
        }
        JsonNode config = model.path("config");
        boolean sequence = !config.has("output_layers");
        return sequence ? sequence(config, prefix, inputs, depth) : graph(config, prefix, inputs, depth);
    }

    private List<Optional<View>> sequence(JsonNode config, String prefix, List<Optional<View>> inputs, int depth)
            throws OnnxException {
        List<Optional<View>> current = inputs;
        for (JsonNode layer : config.path("layers")) {
            if (!layer.path("class_name").asText("").equals("InputLayer")) {
                current = called(layer, prefix, current, depth);
            }
        }
        return current;
    }

    private List<Optional<View>> graph(JsonNode config, String prefix, List<Optional<View>> inputs, int depth)
            throws OnnxException {
        Map<KerasCall.Tensor, Optional<View>> views = new HashMap<>();
        int next = 0;
        for (KerasCall.Tensor input : KerasCall.tensors(config.path("input_layers"))) {
            views.put(input, next < inputs.size() ? inputs.get(next) : Optional.empty());
            next++;
        }
        List<KerasCall> open = new ArrayList<>(KerasCall.of(config.path("layers")));
        open.removeIf(call -> call.layer().path("class_name").asText("").equals("InputLayer"));
        for (boolean moves = true; moves && !open.isEmpty(); ) {
            List<KerasCall> later = new ArrayList<>();
            for (KerasCall call : open) {
                if (!views.keySet().containsAll(call.inputs())) {
                    later.add(call);
                    continue;
                }
                List<Optional<View>> read = new ArrayList<>();
                call.inputs().forEach(input -> read.add(views.getOrDefault(input, Optional.empty())));
                List<Optional<View>> made = called(call.layer(), prefix, read, depth);
                for (int i = 0; i < made.size(); i++) {
                    views.put(new KerasCall.Tensor(call.name(), call.index(), i), made.get(i));
                }
            }
            moves = later.size() < open.size();
            open = later;
        }
        if (!open.isEmpty()) {
            throw new OnnxException("the layer %s%s reads what no layer makes, or itself"
                    .formatted(prefix, open.get(0).name()));
        }
        List<Optional<View>> outputs = new ArrayList<>();
        for (KerasCall.Tensor output : KerasCall.tensors(config.path("output_layers"))) {
            outputs.add(views.getOrDefault(output, Optional.empty()));
        }
        return outputs;
    }

    /** What a layer makes of its inputs; nothing where it cannot be read. */
    private List<Optional<View>> called(JsonNode layer, String prefix, List<Optional<View>> inputs, int depth)
            throws OnnxException {
        String stated =
                layer.path("config").path("name").asText(layer.path("name").asText(""));
        String name = prefix + (stated.isEmpty() ? "layer" + count : stated);
        if (isModel(layer)) {
            return model(layer, name + "/", inputs, depth + 1);
        }
        count++;
        List<View> views = new ArrayList<>();
        inputs.forEach(input -> input.ifPresent(views::add));
        @Nullable View made = null;
        if (views.size() == inputs.size() && !views.isEmpty()) {
            int before = assembly.size();
            made = applied(layer, name, views);
            assembly.weigh(before, name);
        }
        if (made == null) {
            views.forEach(view -> assembly.steps().end(view, name));
        }
        return List.of(Optional.ofNullable(made));
    }

    private @Nullable View applied(JsonNode layer, String name, List<View> views) {
        try {
            return layers.apply(name, layer, views);
        } catch (NotRead reason) {
            assembly.remark(
                    name, layer.path("class_name").asText("?"), String.valueOf(reason.getMessage()), Missing.FIGURES);
            return null;
        }
    }
}
