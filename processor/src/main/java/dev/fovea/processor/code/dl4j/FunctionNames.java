package dev.fovea.processor.code.dl4j;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The library's activation functions by the names that annotations have for them. */
final class FunctionNames {
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("RELU", "RELU"),
            Map.entry("RELU6", "RELU6"),
            Map.entry("LEAKYRELU", "LEAKY_RELU"),
            Map.entry("LRELU", "LEAKY_RELU"),
            Map.entry("ELU", "ELU"),
            Map.entry("SELU", "SELU"),
            Map.entry("GELU", "GELU"),
            Map.entry("SWISH", "SILU"),
            Map.entry("MISH", "MISH"),
            Map.entry("HARDSIGMOID", "HARD_SIGMOID"),
            Map.entry("SIGMOID", "SIGMOID"),
            Map.entry("TANH", "TANH"),
            Map.entry("SOFTPLUS", "SOFTPLUS"),
            Map.entry("SOFTMAX", "SOFTMAX"));

    private FunctionNames() {}

    /** Null for the identity, and for functions that no annotation expresses: they have no effect on any figure. */
    static @Nullable String value(String function) {
        return VALUES.get(function);
    }
}
