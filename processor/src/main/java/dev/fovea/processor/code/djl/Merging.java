package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Values;
import dev.fovea.processor.code.graph.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code NDArrays}, and what joins more than two arrays. */
final class Merging {
    static final String NAME = "ai.djl.ndarray.NDArrays";

    private Merging() {}

    /** A static method of {@code NDArrays}. */
    static @Nullable Object call(Invocation invocation) {
        switch (invocation.name()) {
            case "add", "sub", "maximum", "minimum":
                return all("Add", invocation);
            case "mul", "div":
                return all("Multiply", invocation);
            case "concat":
                return invocation.value(0) instanceof TensorList list
                        ? concat(list, axis(invocation, 1), invocation.code())
                        : Invocation.NONE;
            default:
                return invocation.count() > 0 && invocation.value(0) instanceof Tensor first
                        ? TensorMethods.other(first, invocation)
                        : Invocation.NONE;
        }
    }

    private static Object all(String annotation, Invocation invocation) {
        Object result = null;
        for (Object operand : Values.entries(invocation.count() == 1 ? invocation.value(0) : valuesOf(invocation))) {
            boolean isFirst = result == null || result instanceof Number && operand instanceof Tensor;
            if (isFirst) {
                result = operand;
            } else if (result instanceof Tensor tensor) {
                result = TensorMethods.joined(annotation, tensor, operand, invocation.code());
            }
        }
        return result == null ? invocation.unknown("nothing is joined here") : result;
    }

    private static List<@Nullable Object> valuesOf(Invocation invocation) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < invocation.count(); i++) {
            values.add(invocation.value(i));
        }
        return values;
    }

    /** {@code array.concat(other[, axis])}. */
    static Object concat(Tensor array, Invocation invocation) {
        List<@Nullable Object> arrays = new ArrayList<>();
        arrays.add(array);
        arrays.addAll(Values.entries(invocation.value(0)));
        return concat(arrays, axis(invocation, 1), invocation.code());
    }

    private static @Nullable Long axis(Invocation invocation, int index) {
        return invocation.count() > index ? Values.number(invocation.value(index)) : Long.valueOf(0);
    }

    private static Object concat(List<? extends @Nullable Object> arrays, @Nullable Long axis, Code code) {
        if (axis == null) {
            return new Unknown("the axis along which arrays are joined is known only at run time", code);
        }
        List<Node> nodes = new ArrayList<>();
        Tensor first = null;
        boolean isAlike = true;
        boolean areUnits = true;
        for (Object array : arrays) {
            if (!(array instanceof Tensor tensor)) {
                return array instanceof Unknown
                        ? array
                        : new Unknown("what is joined here is known only at run time", code);
            }
            first = first == null ? tensor : first;
            areUnits &= tensor.isUnits();
            isAlike &= tensor.isAlike(first) && tensor.axes(axis).equals(Tensor.CHANNELS);
            nodes.add(tensor.node());
        }
        if (first == null) {
            return new Unknown("nothing is joined here", code);
        }
        Tracer tracer = first.tracer();
        if (nodes.size() == 1) {
            return first;
        }
        if (!isAlike) {
            Unknown why = new Unknown("only arrays that are joined along their channels are followed", code);
            return areUnits ? first.gathered(why) : Tensor.other(tracer, first.node(), why);
        }
        Node node = tracer.add("Concat", null, code, nodes);
        return first.like(node);
    }
}
