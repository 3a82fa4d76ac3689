package dev.fovea.djl.read;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Layers with a window. */
final class WindowLayers {
    private WindowLayers() {}

    /** @param given input, weight, bias, stride, padding, dilation, groups */
    static Value convolution(Trace trace, Object... given) {
        Value.Units map = map(trace, TracedArrays.value((NDArray) given[0]), "a convolution");
        Value.Weight weight = weight((NDArray) given[1], "a convolution");
        List<Long> kernel = longs(weight.shape().slice(2));
        List<Long> rate = longs((Shape) given[5]);
        Shape before = trace.shape(map.layer());
        long[] after = before.getShape().clone();
        after[1] = weight.shape().get(0);
        for (int axis = 0; axis < kernel.size(); axis++) {
            long padded = before.get(2 + axis) + 2 * ((Shape) given[4]).get(axis);
            after[2 + axis] =
                    Math.floorDiv(padded - rate.get(axis) * (kernel.get(axis) - 1) - 1, ((Shape) given[3]).get(axis))
                            + 1;
        }
        boolean dilated = rate.stream().anyMatch(step -> step > 1);
        Map<String, Object> stated = new java.util.HashMap<>(Map.of(
                "kernel",
                kernel,
                "stride",
                longs((Shape) given[3]),
                "padding",
                longs((Shape) given[4]),
                "out",
                after[1],
                "groups",
                ((Integer) given[6]).longValue(),
                "bias",
                given[2] != null));
        if (dilated) {
            stated.put("rate", rate);
        }
        return trace.add(
                dilated ? "Dilated" : "Conv",
                stated,
                List.of(map.layer()),
                new Shape(after),
                Map.of(),
                parameters("a convolution", (NDArray) given[1], (NDArray) given[2]));
    }

    /** @param given input, weight, bias, stride, padding, output padding, dilation, groups */
    static Value deconvolution(Trace trace, Object... given) {
        Value.Units map = map(trace, TracedArrays.value((NDArray) given[0]), "a transposed convolution");
        Value.Weight weight = weight((NDArray) given[1], "a transposed convolution");
        List<Long> kernel = longs(weight.shape().slice(2));
        Shape before = trace.shape(map.layer());
        long[] after = before.getShape().clone();
        after[1] = weight.shape().get(0);
        for (int axis = 0; axis < kernel.size(); axis++) {
            after[2 + axis] = (before.get(2 + axis) - 1) * ((Shape) given[3]).get(axis)
                    - 2 * ((Shape) given[4]).get(axis)
                    + ((Shape) given[6]).get(axis) * (kernel.get(axis) - 1)
                    + ((Shape) given[5]).get(axis)
                    + 1;
        }
        return trace.add(
                "TransposedConv",
                Map.of(
                        "kernel", kernel,
                        "stride", longs((Shape) given[3]),
                        "padding", longs((Shape) given[4]),
                        "outputPadding", longs((Shape) given[5]),
                        "rate", longs((Shape) given[6]),
                        "out", after[1],
                        "groups", ((Integer) given[7]).longValue(),
                        "bias", given[2] != null),
                List.of(map.layer()),
                new Shape(after),
                Map.of(),
                parameters("a transposed convolution", (NDArray) given[1], (NDArray) given[2]));
    }

    /** @param given of a norm its power, then kernel, stride, padding, whether to round up, whether means count padding */
    static Value pool(Trace trace, String name, Value value, Object... given) {
        Value.Units map = map(trace, value, "a pool");
        int first = name.equals("lpPool") ? 1 : 0;
        List<Long> kernel = longs((Shape) given[first]);
        List<Long> stride = longs((Shape) given[first + 1]);
        List<Long> padding = longs((Shape) given[first + 2]);
        boolean ceil = (Boolean) given[first + 3];
        Shape before = trace.shape(map.layer());
        long[] after = before.getShape().clone();
        for (int axis = 0; axis < kernel.size(); axis++) {
            after[2 + axis] = extent(before.get(2 + axis), kernel.get(axis), stride.get(axis), padding.get(axis), ceil);
        }
        if (name.equals("avgPool") && padding.stream().anyMatch(amount -> amount > 0) && !((Boolean) given[4])) {
            trace.leaveOut("means that do not count the padding");
        }
        if (name.equals("lpPool") && (Float) given[0] != 2) {
            trace.leaveOut("a power of " + given[0] + " in place of squares");
        }
        return trace.add(
                "Pool",
                Map.of(
                        "kernel", kernel,
                        "stride", stride,
                        "padding", padding,
                        "ceilMode", ceil,
                        "type", type(name)),
                List.of(map.layer()),
                new Shape(after));
    }

    private static long extent(long extent, long kernel, long stride, long padding, boolean ceil) {
        long room = extent + 2 * padding - kernel;
        if (!ceil) {
            return Math.floorDiv(room, stride) + 1;
        }
        long windows = -Math.floorDiv(-room, stride) + 1;
        // The last one starts inside the map or the padding before it.
        return (windows - 1) * stride >= extent + padding ? windows - 1 : windows;
    }

    private static String type(String name) {
        return switch (name) {
            case "maxPool", "globalMaxPool" -> "MAX";
            case "lpPool", "globalLpPool" -> "LP";
            default -> "AVERAGE";
        };
    }

    /** Leaves batch and channels. */
    static Value globalPool(Trace trace, String name, Value value, Object... given) {
        Value.Units map = map(trace, value, "a global pool");
        if (name.equals("globalLpPool") && (Float) given[0] != 2) {
            trace.leaveOut("a power of " + given[0] + " in place of squares");
        }
        Value.Units pooled = Reductions.globalPool(trace, map.layer(), type(name));
        return Layouts.reshaped(pooled, trace.shape(pooled.layer()).slice(0, 2));
    }

    static Value.Units map(Trace trace, Value value, String operation) {
        Value.Units map = Maps.map(trace, value, operation);
        if (map.shape().dimension() != trace.axes() + 2) {
            throw new UnreadableException(operation + " reads no map");
        }
        return map;
    }

    private static Value.Weight weight(NDArray array, String operation) {
        if (TracedArrays.value(array) instanceof Value.Weight weight) {
            return weight;
        }
        throw new UnreadableException(operation + " with weights that are not a parameter");
    }

    /** Parameters that are used as they are. */
    static List<Parameter> parameters(String operation, @Nullable NDArray... weights) {
        List<Parameter> parameters = new ArrayList<>();
        for (NDArray array : weights) {
            if (array != null) {
                parameters.add(weight(array, operation).parameter());
            }
        }
        return parameters;
    }

    static List<Long> longs(Shape shape) {
        return Arrays.stream(shape.getShape()).boxed().toList();
    }
}
