package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Values;
import dev.fovea.processor.code.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of {@code NDArray} that a network's code calls. */
final class TensorMethods {
    /** What changes values, but neither where they are nor what they depend on. */
    private static final Set<String> POINTWISE = Set.of(
            "neg",
            "abs",
            "square",
            "sqrt",
            "exp",
            "log",
            "log10",
            "log2",
            "sign",
            "floor",
            "ceil",
            "round",
            "trunc",
            "sin",
            "cos",
            "tan",
            "erf",
            "clip",
            "duplicate",
            "stopGradient",
            "toType",
            "toDevice",
            "contiguous",
            "getNDArrayInternal",
            "negi",
            "scaleGradient");

    private static final Set<String> SUMS = Set.of("add", "addi", "sub", "subi", "maximum", "minimum");
    private static final Set<String> PRODUCTS = Set.of("mul", "muli", "div", "divi");

    private TensorMethods() {}

    static @Nullable Object call(Tensor array, Invocation invocation) {
        String method = invocation.name();
        if (POINTWISE.contains(method) || method.equals("pow") && invocation.value(0) instanceof Number) {
            return array;
        }
        if (Activations.isKnown(method)) {
            Object parameter = invocation.count() == 0 ? null : invocation.value(0);
            return Activations.apply(array, Activations.value(method, parameter), invocation.code());
        }
        if (SUMS.contains(method) && invocation.count() == 1) {
            return joined("Add", array, invocation.value(0), invocation.code());
        }
        if (PRODUCTS.contains(method) && invocation.count() == 1) {
            return joined("Multiply", array, invocation.value(0), invocation.code());
        }
        return switch (method) {
            case "concat" -> Merging.concat(array, invocation);
            case "getShape" -> shape(array);
            case "size" -> invocation.count() == 1 ? size(array, invocation) : unknown(invocation);
            case "transpose" -> Reshaping.transpose(array, invocation);
            case "swapAxes" -> Reshaping.swap(array, invocation);
            case "reshape" -> Reshaping.reshape(array, invocation);
            case "flatten", "squeeze", "expandDims" -> Reshaping.ranked(array, invocation);
            case "mean", "sum" -> Reshaping.reduced(array, "AVERAGE", invocation);
            case "max" -> Reshaping.reduced(array, "MAX", invocation);
            case "softmax", "logSoftmax" -> softmax(array, invocation);
            case "get" -> Slicing.get(array, invocation);
            case "split" -> Slicing.split(array, invocation);
            case "pad" -> Slicing.pad(array, invocation);
            case "getManager", "getDevice", "getDataType", "getName" -> unknown(invocation);
            case "close", "setName", "attach", "detach", "tempAttach", "setRequiresGradient" -> null;
            default -> other(array, invocation);
        };
    }

    private static Unknown unknown(Invocation invocation) {
        return invocation.unknown("what %s returns is known only at run time".formatted(invocation.name()));
    }

    /** A result that no layer may read. */
    static Tensor other(Tensor array, Invocation invocation) {
        Unknown before = before(array);
        // One reason is enough: the first.
        return Tensor.other(
                array.tracer(),
                array.node(),
                before == null
                        ? invocation.unknown(
                                "what %s returns is not a feature map that is followed".formatted(invocation.name()))
                        : before);
    }

    /** What could not be followed before it was computed; null where everything was. */
    static @Nullable Unknown before(Tensor array) {
        return array.isFollowed() ? array.node().cause() : array.why();
    }

    /** Units that are only moved to other dimensions. */
    static Tensor moved(Tensor array, Invocation invocation) {
        Tensor other = other(array, invocation);
        return array.isUnits() ? array.gathered(other.why()) : other;
    }

    /** A layer that joins two arrays unit by unit; a number changes neither. */
    static Object joined(String annotation, Tensor one, @Nullable Object other, Code code) {
        if (other instanceof Number) {
            return one;
        }
        Tracer tracer = one.tracer();
        if (!(other instanceof Tensor second)) {
            Unknown why = other instanceof Unknown unknown
                    ? unknown
                    : new Unknown("what is joined here is known only at run time", code);
            return Tensor.other(tracer, one.node(), why);
        }
        if (!one.isAlike(second)) {
            Unknown before = before(one) == null ? before(second) : before(one);
            String why = one.order().equals(second.order())
                    ? "whether these maps have the same extents is not known; state them in @Input"
                    : "arrays of these layouts are not joined unit by unit";
            return Tensor.other(tracer, one.node(), before == null ? new Unknown(why, code) : before);
        }
        if (annotation.equals("Add") && isBroadcast(one, second)) {
            return Tensor.other(
                    tracer, one.node(), new Unknown("a sum of maps of different extents is not followed", code));
        }
        Node node = tracer.add(annotation, null, code, List.of(one.node(), second.node()));
        return one.like(node);
    }

    /** Whether an array of extents 1 is added to each unit of a map; only a pool of all of a map leads there. */
    private static boolean isBroadcast(Tensor one, Tensor other) {
        boolean isPooled = one.tracer().graph().nodes().stream()
                .anyMatch(node -> node.annotation().equals("GlobalPool"));
        for (int axis = 2; isPooled && axis < one.tracer().axes() + 2; axis++) {
            Long mine = one.size(axis);
            Long others = other.size(axis);
            if (mine != null && others != null && !mine.equals(others) && Math.min(mine, others) == 1) {
                return true;
            }
        }
        return false;
    }

    private static Object shape(Tensor array) {
        List<@Nullable Object> sizes = new ArrayList<>();
        array.order().forEach(axes -> sizes.add(new Dim(array, axes, 1)));
        return array.isFollowed() ? new Shape(sizes) : array.why();
    }

    private static Object size(Tensor array, Invocation invocation) {
        List<Integer> axes = array.axes(Values.number(invocation.value(0)));
        return axes.isEmpty() ? unknown(invocation) : new Dim(array, axes, 1);
    }

    private static Tensor softmax(Tensor array, Invocation invocation) {
        Long stated = invocation.count() == 1 ? Values.number(invocation.value(0)) : null;
        Long dimension = stated != null && stated < 0
                ? Long.valueOf(stated + array.order().size())
                : stated;
        return array.axes(dimension).equals(Tensor.CHANNELS)
                ? Activations.apply(array, "SOFTMAX", invocation.code())
                : other(array, invocation);
    }
}
