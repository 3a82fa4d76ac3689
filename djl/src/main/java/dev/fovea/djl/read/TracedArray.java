package dev.fovea.djl.read;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/** An array without numbers, which notes what is done to it. */
final class TracedArray implements InvocationHandler {
    /** What changes each number by itself. */
    private static final Set<String> POINTWISE = Set.of(
            "exp",
            "log",
            "log10",
            "log2",
            "sqrt",
            "cbrt",
            "square",
            "abs",
            "neg",
            "sign",
            "floor",
            "ceil",
            "round",
            "trunc",
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "sinh",
            "cosh",
            "asinh",
            "acosh",
            "atanh",
            "toDegrees",
            "toRadians",
            "erf",
            "erfinv",
            "gammaln",
            "isNaN",
            "isInfinite",
            "logicalNot",
            "clip");

    private static final Set<String> ARITHMETIC = Set.of(
            "add", "sub", "mul", "div", "mod", "pow", "maximum", "minimum", "eq", "neq", "gt", "gte", "lt", "lte");

    private static final Set<String> IN_PLACE = Set.of("addi", "subi", "muli", "divi", "modi", "powi", "negi");

    private static final Set<String> SAME = Set.of("stopGradient", "toDevice", "toType", "duplicate", "scaleGradient");

    private final TracedArrays arrays;
    private final NDArray array;
    private final NDArrayEx internal;
    private Value value;

    /** Whether another array may share its memory, as the engine sees it. */
    private boolean isShared;

    TracedArray(TracedArrays arrays, Value value) {
        this.arrays = arrays;
        this.value = value;
        ClassLoader loader = NDArray.class.getClassLoader();
        array = (NDArray) Proxy.newProxyInstance(loader, new Class<?>[] {NDArray.class}, this);
        internal = (NDArrayEx)
                Proxy.newProxyInstance(loader, new Class<?>[] {NDArrayEx.class}, new TracedOperations(arrays, array));
    }

    NDArray array() {
        return array;
    }

    Value value() {
        return value;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Object[] given = arguments == null ? new Object[0] : arguments;
        String name = method.getName();
        switch (name) {
            case "getShape" -> {
                return value.shape();
            }
            case "getDataType" -> {
                return DataType.FLOAT32;
            }
            case "getDevice" -> {
                return Device.cpu();
            }
            case "getManager" -> {
                return arrays.manager().manager();
            }
            case "getNDArrayInternal" -> {
                return internal;
            }
            case "getUid", "toString", "getName" -> {
                return "trace of " + value.shape();
            }
            case "isReleased", "hasGradient", "isSparse" -> {
                return false;
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            case "equals" -> {
                return proxy == given[0];
            }
            case "setName", "close", "attach", "tempAttach", "detach", "setRequiresGradient" -> {
                return null;
            }
            default -> {}
        }
        if (IN_PLACE.contains(name)) {
            if (isShared) {
                throw new UnreadableException(name + " changes an array that others read too");
            }
            value = computed(name.substring(0, name.length() - 1), given);
            return array;
        }
        if (isComputed(name, given)) {
            return result(computed(name, given));
        }
        return other(proxy, method, given);
    }

    private NDArray result(Value result) {
        return arrays.array(result);
    }

    private static boolean isComputed(String name, Object[] given) {
        return POINTWISE.contains(name)
                || ARITHMETIC.contains(name)
                        && given.length == 1
                        && (given[0] instanceof Number || given[0] instanceof NDArray);
    }

    private Value computed(String name, Object[] given) {
        if (given.length == 1 && given[0] instanceof NDArray other) {
            return Elementwise.of(arrays.trace(), name, value, TracedArrays.value(other));
        }
        return Elementwise.of(arrays.trace(), name, value, given);
    }

    private Object other(Object proxy, Method method, Object[] given) throws Throwable {
        Trace trace = arrays.trace();
        String name = method.getName();
        if (SAME.contains(name)) {
            isShared = true;
            return result(value);
        }
        switch (name) {
            case "set" -> {
                if (value instanceof Value.Constant) {
                    return null;
                }
            }
            case "tanh" -> {
                return result(Elementwise.activation(trace, "TANH", value));
            }
            case "softmax", "logSoftmax" -> {
                if (name.equals("logSoftmax")) {
                    trace.leaveOut(name);
                }
                return result(Elementwise.softmax(trace, value, dimension((Integer) given[0])));
            }
            case "mean", "max", "sum" -> {
                if (given.length == 2) {
                    return result(Reductions.of(trace, name, value, (int[]) given[0], (Boolean) given[1]));
                }
            }
            case "transpose" -> {
                isShared = true;
                int[] order = given.length == 0
                        ? IntStream.range(0, rank()).map(i -> rank() - 1 - i).toArray()
                        : Arrays.stream((int[]) given[0]).map(this::dimension).toArray();
                return result(Layouts.transposed(value, order));
            }
            case "reshape" -> {
                if (given[0] instanceof Shape shape) {
                    isShared = true;
                    return result(Maps.settled(arrays.trace(), Layouts.reshaped(value, shape)));
                }
            }
            case "flatten" -> {
                isShared = true;
                int first = given.length == 0 ? 0 : dimension((Integer) given[0]);
                int last = given.length == 0 ? rank() - 1 : dimension((Integer) given[1]);
                return result(Layouts.reshaped(value, Layouts.flattened(value.shape(), first, last)));
            }
            case "expandDims" -> {
                isShared = true;
                int at = (Integer) given[0];
                return result(Layouts.reshaped(value, Layouts.expanded(value.shape(), at < 0 ? at + rank() + 1 : at)));
            }
            case "squeeze" -> {
                if (given.length == 1 && given[0] instanceof int[] dimensions) {
                    isShared = true;
                    return result(Layouts.reshaped(
                            value,
                            Layouts.squeezed(
                                    value.shape(),
                                    Arrays.stream(dimensions)
                                            .map(this::dimension)
                                            .toArray())));
                }
            }
            case "get" -> {
                if (given.length == 2 && given[1] instanceof NDIndex index) {
                    isShared = true;
                    return result(Cuts.get(trace, value, index));
                }
            }
            case "split" -> {
                if (given.length == 2 && given[0] instanceof long[] places) {
                    NDList parts = new NDList();
                    Cuts.split(trace, value, places, dimension((Integer) given[1]))
                            .forEach(part -> parts.add(result(part)));
                    return parts;
                }
            }
            case "matMul" -> {
                return result(Attentions.product(trace, value, TracedArrays.value((NDArray) given[0])));
            }
            case "pad" -> {
                return result(Cuts.pad(trace, value, (Shape) given[0], (Double) given[1]));
            }
            default -> {}
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, given);
        }
        throw new UnreadableException(name + " of an array");
    }

    private int rank() {
        return value.shape().dimension();
    }

    private int dimension(int stated) {
        return stated < 0 ? stated + rank() : stated;
    }
}
