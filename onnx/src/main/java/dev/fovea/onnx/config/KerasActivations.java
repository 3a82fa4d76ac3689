package dev.fovea.onnx.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fovea.onnx.view.View;
import java.util.Locale;
import java.util.Optional;

/** Activations of Keras: by name, by a serialized object, or as layers of their own. */
final class KerasActivations {
    private KerasActivations() {}

    static View applied(Assembly assembly, String name, JsonNode activation, View in) {
        if (activation.isMissingNode() || activation.isNull()) {
            return in;
        }
        String called = activation.isTextual()
                ? activation.asText()
                : activation.path("config").isTextual()
                        ? activation.path("config").asText()
                        : activation.path("class_name").asText("");
        return assembly.activated(name, in, called.toLowerCase(Locale.ROOT).replace("_", ""), Optional.empty());
    }

    static View layer(Assembly assembly, String name, String type, JsonNode config, View in) {
        double slope = config.path("negative_slope").asDouble(0);
        if (type.equals("ReLU") && slope != 0) {
            return assembly.activated(name, in, "leakyrelu", Optional.empty());
        }
        Optional<Double> most = config.path("max_value").isNumber()
                ? Optional.of(config.path("max_value").asDouble())
                : Optional.empty();
        return assembly.activated(name, in, type.toLowerCase(Locale.ROOT), most);
    }
}
