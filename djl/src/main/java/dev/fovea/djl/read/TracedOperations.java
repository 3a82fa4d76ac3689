package dev.fovea.djl.read;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations of neural networks on one array, which are noted as layers. */
final class TracedOperations implements InvocationHandler {
    private static final Map<String, String> ACTIVATIONS = Map.of(
            "relu",
            "RELU",
            "sigmoid",
            "SIGMOID",
            "tanh",
            "TANH",
            "softPlus",
            "SOFTPLUS",
            "selu",
            "SELU",
            "gelu",
            "GELU");

    private final TracedArrays arrays;
    private final NDArray array;

    TracedOperations(TracedArrays arrays, NDArray array) {
        this.arrays = arrays;
        this.array = array;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object[] given) throws Throwable {
        Trace trace = arrays.trace();
        Value value = TracedArrays.value(array);
        String name = method.getName();
        if (ACTIVATIONS.containsKey(name)) {
            return result(Elementwise.activation(trace, ACTIVATIONS.get(name), value));
        }
        return switch (name) {
            case "getArray" -> array;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == given[0];
            case "toString" -> "operations on " + array;
            case "leakyRelu" -> result(activation(trace, "LEAKY_RELU", value, "slope", (Float) given[0]));
            case "elu" -> result(activation(trace, "ELU", value, "slope", (Float) given[0]));
            case "swish" -> result(activation(trace, "SILU", value, "beta", (Float) given[0]));
            case "softSign", "mish" -> result(Elementwise.of(trace, name, value));
            case "rsub", "rdiv", "rpow", "rmod" -> {
                if (!(given[0] instanceof Number)) {
                    yield InvocationHandler.invokeDefault(proxy, method, given);
                }
                yield result(Elementwise.of(trace, name, value, given[0]));
            }
            case "convolution" -> list(WindowLayers.convolution(trace, given));
            case "deconvolution" -> list(WindowLayers.deconvolution(trace, given));
            case "maxPool", "avgPool", "lpPool" -> result(WindowLayers.pool(trace, name, value, given));
            case "globalMaxPool", "globalAvgPool", "globalLpPool" ->
                result(WindowLayers.globalPool(trace, name, value, given));
            case "linear" -> list(ChannelLayers.linear(trace, given));
            case "batchNorm" -> list(ChannelLayers.batchNorm(trace, given));
            case "layerNorm" -> list(ChannelLayers.layerNorm(trace, given));
            case "dropout" -> list(ChannelLayers.dropout(trace, value, (Float) given[1]));
            case "resize" ->
                result(Resizes.resize(trace, value, (Integer) given[1], (Integer) given[0], (Integer) given[2]));
            case "interpolation" -> result(Resizes.interpolation(trace, value, (long[]) given[0], (Integer) given[1]));
            case "concat", "stack" -> {
                if (given.length == 1) {
                    yield InvocationHandler.invokeDefault(proxy, method, given);
                }
                List<Value> values = new ArrayList<>(List.of(value));
                values.addAll(TracedArrays.values((NDList) given[0]));
                yield result(Joins.of(trace, name, values, (Integer) given[1]));
            }
            case "multiBoxPrior" -> list(boxes(value.shape(), (List<?>) given[0], (List<?>) given[1]));
            default -> {
                if (method.isDefault()) {
                    yield InvocationHandler.invokeDefault(proxy, method, given);
                }
                throw new UnreadableException(name);
            }
        };
    }

    private static Value activation(Trace trace, String name, Value value, String constant, float number) {
        return Elementwise.activation(trace, name, value, Map.of(constant, ChannelLayers.exact(number)));
    }

    /** Anchor boxes depend on the map's extents only. */
    private static Value boxes(Shape map, List<?> sizes, List<?> ratios) {
        return new Value.Constant(new Shape(1, map.get(2) * map.get(3) * (sizes.size() + ratios.size() - 1), 4));
    }

    private NDArray result(Value value) {
        return arrays.array(value);
    }

    private NDList list(Value value) {
        return new NDList(result(value));
    }
}
