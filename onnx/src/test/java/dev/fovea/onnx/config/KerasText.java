package dev.fovea.onnx.config;

import java.util.ArrayList;
import java.util.List;

/** Writes configurations as Keras 3 and Keras 2 do. */
final class KerasText {
    private final boolean third;
    private final List<String> layers = new ArrayList<>();
    private String input = "";

    private KerasText(boolean third) {
        this.third = third;
    }

    static KerasText third() {
        return new KerasText(true);
    }

    static KerasText second() {
        return new KerasText(false);
    }

    KerasText input(String shape) {
        String name = layers.isEmpty() ? "in" : "in" + layers.size();
        input = input.isEmpty() ? name : input;
        layers.add(
                "{\"class_name\":\"InputLayer\",\"name\":\"%s\",\"config\":{\"%s\":[null,%s],\"name\":\"%s\"},\"inbound_nodes\":[]}"
                        .formatted(name, third ? "batch_shape" : "batch_input_shape", shape, name));
        return this;
    }

    /** @param config fields in JSON, single quotes for double ones */
    KerasText layer(String name, String type, String config, String... from) {
        String fields = config.isEmpty() ? "" : "," + config.replace('\'', '"');
        List<String> inputs = new ArrayList<>();
        for (String source : from) {
            inputs.add(
                    third
                            ? "{\"class_name\":\"__keras_tensor__\",\"config\":{\"shape\":[null],\"keras_history\":[\"%s\",0,0]}}"
                                    .formatted(source)
                            : "[\"%s\",0,0,{}]".formatted(source));
        }
        String joined = String.join(",", inputs);
        String nodes = third
                ? "{\"args\":[%s],\"kwargs\":{}}".formatted(from.length == 1 ? joined : "[" + joined + "]")
                : "[" + joined + "]";
        layers.add(
                "{\"module\":\"keras.layers\",\"class_name\":\"%s\",\"name\":\"%s\",\"config\":{\"name\":\"%s\"%s},\"inbound_nodes\":[%s]}"
                        .formatted(type, name, name, fields, nodes));
        return this;
    }

    /** A graph of calls that ends at a layer. */
    String model(String name, String output) {
        return "{\"class_name\":\"Functional\",\"name\":\"%s\",\"config\":{\"name\":\"%s\",\"layers\":[%s],\"input_layers\":[[\"%s\",0,0]],\"output_layers\":[[\"%s\",0,0]]}}"
                .formatted(name, name, String.join(",", layers), input, output);
    }

    /** Adds a model as a layer. */
    KerasText nested(String json, String from) {
        String node = third
                ? "{\"args\":[{\"class_name\":\"__keras_tensor__\",\"config\":{\"keras_history\":[\"%s\",0,0]}}],\"kwargs\":{}}"
                        .formatted(from)
                : "[[\"%s\",0,0,{}]]".formatted(from);
        layers.add(json.substring(0, json.length() - 1) + ",\"inbound_nodes\":[" + node + "]}");
        return this;
    }

    /** The layers one after the other. */
    String sequence() {
        return "{\"class_name\":\"Sequential\",\"config\":{\"name\":\"sequential\",\"layers\":[%s]}}"
                .formatted(String.join(",", layers));
    }
}
