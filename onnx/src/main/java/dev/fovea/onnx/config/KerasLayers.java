package dev.fovea.onnx.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.read.NotRead;
import dev.fovea.onnx.unread.Missing;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the layers of Keras amount to. */
final class KerasLayers {
    private final Assembly assembly;
    private final KerasLayout layout;
    private final KerasWindows windows;

    KerasLayers(Assembly assembly, boolean channelsFirst) {
        this.assembly = assembly;
        this.layout = new KerasLayout(assembly.steps(), channelsFirst);
        this.windows = new KerasWindows(assembly);
    }

    View apply(String name, JsonNode layer, List<View> inputs) {
        String type = layer.path("class_name").asText("");
        JsonNode config = layer.path("config");
        View in = inputs.get(0);
        switch (type) {
            case "Add", "Average":
                return merged(name, "Sum", inputs);
            case "Subtract":
                return merged(name, "Sub", inputs);
            case "Multiply":
                return merged(name, "Mul", inputs);
            case "Maximum":
                return merged(name, "Max", inputs);
            case "Minimum":
                return merged(name, "Min", inputs);
            case "Concatenate":
                return inputs.size() == 1
                        ? in
                        : assembly.steps()
                                .apply(
                                        name,
                                        "Concat",
                                        Map.of(
                                                "axis",
                                                layout.axis(config.path("axis").asLong(-1), in.rank())),
                                        inputs.toArray());
            default:
                if (inputs.size() > 1) {
                    throw new NotRead("it takes %s tensors in a way that no layer expresses".formatted(inputs.size()));
                }
                return single(name, type, config, in);
        }
    }

    private View merged(String name, String operator, List<View> inputs) {
        for (View input : inputs) {
            if (input.rank() != inputs.get(0).rank()) {
                throw new NotRead("it merges tensors of different dimensions");
            }
        }
        return inputs.size() == 1 ? inputs.get(0) : assembly.steps().apply(name, operator, Map.of(), inputs.toArray());
    }

    private View single(String name, String type, JsonNode config, View in) {
        switch (type) {
            case "Dropout",
                    "SpatialDropout1D",
                    "SpatialDropout2D",
                    "SpatialDropout3D",
                    "GaussianDropout",
                    "GaussianNoise",
                    "AlphaDropout",
                    "ActivityRegularization",
                    "Identity",
                    "Rescaling",
                    "Normalization",
                    "RandomFlip",
                    "RandomRotation",
                    "RandomZoom",
                    "RandomTranslation",
                    "RandomContrast",
                    "RandomBrightness" -> {
                return in;
            }
            case "Embedding" -> {
                assembly.remark(name, type, "what it looks up is the network's input", Missing.COSTS);
                return in;
            }
            case "Activation" -> {
                return KerasActivations.applied(assembly, name, config.path("activation"), in);
            }
            case "PReLU" -> {
                Set<Long> shared = new HashSet<>();
                Fields.unwrapped(config.path("shared_axes"))
                        .forEach(axis -> shared.add(layout.axis(axis.asLong(), in.rank())));
                return assembly.prelu(name, in, shared);
            }
            case "ReLU", "LeakyReLU", "ELU", "Softmax", "ThresholdedReLU" -> {
                return KerasActivations.layer(assembly, name, type, config, in);
            }
            case "BatchNormalization" -> {
                layout.requireChannels(config, in.rank());
                if (!config.path("scale").asBoolean(true)
                        || !config.path("center").asBoolean(true)) {
                    assembly.remark(
                            name, type, "it has a scale or a shift only, and counts as having both", Missing.COSTS);
                }
                return assembly.steps().apply(name, "BatchNormalization", Map.of(), in);
            }
            case "LayerNormalization" -> {
                layout.requireChannels(config, in.rank());
                View last = layout.channelsLast(in);
                return layout.channelsBack(assembly.steps().apply(name, "LayerNormalization", Map.of(), last));
            }
            case "GroupNormalization" -> {
                layout.requireChannels(config, in.rank());
                return assembly.steps().apply(name, "GroupNormalization", Map.of(), in);
            }
            case "Flatten" -> {
                return assembly.flat(name, layout.ordered(in));
            }
            case "Reshape" -> {
                return layout.reshaped(in, Fields.unwrapped(config.path("target_shape")));
            }
            case "Permute" -> {
                return layout.permuted(in, Fields.numbers(config, "dims", in.rank() - 1, 0));
            }
            case "Dense" -> {
                Num units = Num.of(Fields.positive(config, "units"));
                View dense =
                        assembly.dense(name, in, units, config.path("use_bias").asBoolean(true));
                return KerasActivations.applied(assembly, name, config.path("activation"), dense);
            }
            case "TimeDistributed" -> {
                JsonNode inner = config.path("layer");
                if (!inner.path("class_name").asText("").matches("Dense|Activation|Dropout") || in.rank() != 3) {
                    throw new NotRead("it applies a %s to each part".formatted(inner.path("class_name")));
                }
                return single(name, inner.path("class_name").asText(), inner.path("config"), in);
            }
            case "LSTM", "GRU", "SimpleRNN", "CuDNNLSTM", "CuDNNGRU" -> {
                return recurrent(name, type, config, in, false);
            }
            case "Bidirectional" -> {
                JsonNode inner = config.path("layer");
                if (!config.path("merge_mode").asText("concat").equals("concat")) {
                    throw new NotRead("its directions are not joined side by side");
                }
                return recurrent(name, inner.path("class_name").asText(""), inner.path("config"), in, true);
            }
            default -> {
                return windows.apply(name, type, config, in);
            }
        }
    }

    private View recurrent(String name, String type, JsonNode config, View in, boolean both) {
        String operator =
                switch (type) {
                    case "LSTM", "CuDNNLSTM" -> "LSTM";
                    case "GRU", "CuDNNGRU" -> "GRU";
                    case "SimpleRNN" -> "RNN";
                    default -> throw new NotRead("it has no counterpart among the layers");
                };
        boolean all = config.path("return_sequences").asBoolean(false);
        boolean backwards = config.path("go_backwards").asBoolean(false);
        if (backwards && all && !both) {
            throw new NotRead("it returns its positions in reverse order");
        }
        if (config.path("return_state").asBoolean(false)) {
            throw new NotRead("it returns its state");
        }
        return assembly.recurrent(name, in, operator, Fields.positive(config, "units"), both, backwards, all);
    }

    /** Amounts of both sides of each axis, written as pairs, as those before each axis and then those after. */
    static List<Long> sides(JsonNode config, String field, int axes) {
        JsonNode value = Fields.unwrapped(config.path(field));
        List<Long> begins = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            JsonNode entry = value.isArray() && (axes > 1 || value.path(0).isContainerNode())
                    ? Fields.unwrapped(value.path(axis))
                    : value;
            boolean pair = entry.isArray();
            if (pair && entry.size() != 2 || !pair && !entry.isIntegralNumber()) {
                throw new NotRead("its %s is %s".formatted(field, value));
            }
            begins.add(pair ? entry.path(0).asLong() : entry.asLong());
            ends.add(pair ? entry.path(1).asLong() : entry.asLong());
        }
        begins.addAll(ends);
        return begins;
    }
}
