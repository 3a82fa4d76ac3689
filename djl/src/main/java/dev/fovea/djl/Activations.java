package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import java.util.function.UnaryOperator;

/** Activation functions by their names in reports. */
final class Activations {
    /** Of leaky ReLU, below 0; that of PyTorch. */
    private static final double SLOPE = 0.01;

    private Activations() {}

    static Block block(String name, Values values) {
        return name.equals("PRELU") ? new ChannelPrelu() : LambdaBlock.singleton(function(name, values)::apply, name);
    }

    private static UnaryOperator<NDArray> function(String name, Values values) {
        return switch (name) {
            case "RELU" -> Activation::relu;
            case "RELU6" -> Activation::relu6;
            case "LEAKY_RELU" -> {
                float slope = values.constant("slope", SLOPE);
                yield map -> Activation.leakyRelu(map, slope);
            }
            case "ELU" -> {
                float scale = values.constant("slope", 1);
                yield map -> Activation.elu(map, scale);
            }
            case "SELU" -> Activation::selu;
            case "GELU" -> Activation::gelu;
            case "SILU" -> {
                float beta = values.constant("beta", 1);
                yield map -> Activation.swish(map, beta);
            }
            // The engine's own takes a logarithm to base 2.
            case "MISH" -> map -> Activation.softPlus(map).tanh().mul(map);
            case "HARD_SIGMOID" -> Activations::hardSigmoid;
            case "HARD_SWISH" -> map -> hardSigmoid(map).mul(map);
            case "SIGMOID" -> Activation::sigmoid;
            case "TANH" -> Activation::tanh;
            case "SOFTPLUS" -> Activation::softPlus;
            case "SOFTMAX" -> map -> map.softmax(1);
            default -> throw new IllegalArgumentException("unknown activation " + name);
        };
    }

    private static NDArray hardSigmoid(NDArray map) {
        return NDArrays.minimum(6, Activation.relu(map.add(3))).div(6);
    }
}
