package dev.fovea.processor.code.djl;

import dev.fovea.core.network.Operation;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.graph.Node;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code Activation}: functions of arrays and of lists of one, and blocks of these. */
final class Activations {
    static final String NAME = "ai.djl.nn.Activation";

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("relu", "RELU"),
            Map.entry("relu6", "RELU6"),
            Map.entry("sigmoid", "SIGMOID"),
            Map.entry("tanh", "TANH"),
            Map.entry("softPlus", "SOFTPLUS"),
            Map.entry("leakyRelu", "LEAKY_RELU"),
            Map.entry("elu", "ELU"),
            Map.entry("selu", "SELU"),
            Map.entry("gelu", "GELU"),
            Map.entry("swish", "SILU"),
            Map.entry("mish", "MISH"));

    private Activations() {}

    /** A static method of {@code Activation}, or one of an array by the same name. */
    static @Nullable Object call(Invocation invocation) {
        String method = invocation.name();
        if (method.equals("preluBlock")) {
            return new Leaf("ai.djl.nn.core.Prelu", Map.of(), invocation);
        }
        if (method.endsWith("Block")) {
            String function = method.substring(0, method.length() - "Block".length());
            return isKnown(function)
                    ? new LambdaBlock(
                            invocation.function(values -> list(values.get(0), function, invocation)),
                            false,
                            invocation.argument(),
                            invocation)
                    : Invocation.NONE;
        }
        if (!isKnown(method) || invocation.count() == 0) {
            return Invocation.NONE;
        }
        Object operand = invocation.value(0);
        if (operand instanceof Tensor tensor) {
            return apply(tensor, value(method, parameter(invocation, 1)), invocation.code());
        }
        return operand instanceof TensorList list
                ? new TensorList(List.of(
                        apply(only(list, invocation), value(method, parameter(invocation, 1)), invocation.code())))
                : Invocation.NONE;
    }

    static boolean isKnown(String function) {
        return VALUES.containsKey(function) || function.equals("softSign");
    }

    private static Object list(@Nullable Object operand, String function, Invocation invocation) {
        TensorList list = (TensorList) Objects.requireNonNull(operand);
        Object parameter = invocation.count() == 0 ? null : invocation.value(0);
        return new TensorList(List.of(apply(only(list, invocation), value(function, parameter), invocation.code())));
    }

    private static Tensor only(TensorList list, Invocation invocation) {
        for (Object array : list) {
            if (array instanceof Tensor tensor) {
                return tensor.tracer().only(list, invocation);
            }
        }
        throw invocation.notRead("what is activated here is known only at run time");
    }

    private static @Nullable Object parameter(Invocation invocation, int index) {
        return invocation.count() > index ? invocation.value(index) : null;
    }

    /** Empty for a function that no annotation expresses; it has no effect on any figure. */
    static String value(String function, @Nullable Object parameter) {
        boolean isOther = function.equals("swish") && !(parameter instanceof Float beta && beta == 1);
        return isOther ? "" : VALUES.getOrDefault(function, "");
    }

    /** The same units, activated. */
    static Tensor apply(Tensor input, String value, Code code) {
        if (value.isEmpty()
                || !input.isFollowed()
                || Operation.annotated("Activate").isEmpty()) {
            return input;
        }
        Node node = input.tracer()
                .add("Activate", null, code, List.of(input.node()))
                .with("value", value, code);
        return input.like(node);
    }
}
