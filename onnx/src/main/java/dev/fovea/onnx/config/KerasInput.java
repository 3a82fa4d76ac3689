package dev.fovea.onnx.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.unread.OnnxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a Keras network reads.
 *
 * @param index which of the model's inputs is a sequence, an image or a volume
 * @param count how many inputs the model has
 */
record KerasInput(Num channels, List<Num> extents, int index, int count) {

    static KerasInput of(JsonNode model, boolean channelsFirst, Map<String, List<Long>> sizes) throws OnnxException {
        List<JsonNode> shapes = shapes(model);
        long embedded = embedded(model);
        for (int i = 0; i < shapes.size(); i++) {
            int rank = shapes.get(i).size();
            if (rank == 2 && embedded > 0) {
                List<Long> length = List.of(Math.max(0, shapes.get(i).path(1).asLong(0)));
                return new KerasInput(Num.of(embedded), OpenExtents.of(length, sizes), i, shapes.size());
            }
            if (rank < 3 || rank > 5) {
                continue;
            }
            int channel = channelsFirst ? 1 : rank - 1;
            List<Long> stated = new ArrayList<>();
            for (int dim = 1; dim < rank; dim++) {
                if (dim != channel) {
                    stated.add(Math.max(0, shapes.get(i).path(dim).asLong(0)));
                }
            }
            long channels = shapes.get(i).path(channel).asLong(0);
            return new KerasInput(
                    channels > 0 ? Num.of(channels) : Num.unknown("channels"),
                    OpenExtents.of(stated, sizes),
                    i,
                    shapes.size());
        }
        throw new OnnxException(
                "no input of the model is a batch of sequences, images or volumes with channels: its shapes are %s"
                        .formatted(shapes));
    }

    /** Channels that an embedding makes of numbers. */
    private static long embedded(JsonNode model) {
        for (JsonNode layer : model.path("config").path("layers")) {
            if (layer.path("class_name").asText("").equals("Embedding")) {
                return layer.path("config").path("output_dim").asLong(0);
            }
        }
        return 0;
    }

    private static List<JsonNode> shapes(JsonNode model) {
        JsonNode config = model.path("config");
        List<JsonNode> shapes = new ArrayList<>();
        if (config.has("output_layers")) {
            for (KerasCall.Tensor input : KerasCall.tensors(config.path("input_layers"))) {
                for (JsonNode layer : config.path("layers")) {
                    String name = layer.path("name")
                            .asText(layer.path("config").path("name").asText(""));
                    if (name.equals(input.layer())) {
                        shapes.add(shape(layer));
                    }
                }
            }
            return shapes;
        }
        JsonNode first = config.path("layers").path(0);
        if (KerasReader.isModel(first)) {
            return shapes(first);
        }
        JsonNode shape = shape(first);
        shapes.add(shape.isArray() ? shape : Fields.unwrapped(config.path("build_input_shape")));
        return shapes;
    }

    private static JsonNode shape(JsonNode layer) {
        JsonNode config = layer.path("config");
        JsonNode shape = Fields.unwrapped(config.path(config.has("batch_shape") ? "batch_shape" : "batch_input_shape"));
        return shape.isArray()
                ? shape
                : Fields.unwrapped(layer.path("build_config").path("input_shape"));
    }
}
