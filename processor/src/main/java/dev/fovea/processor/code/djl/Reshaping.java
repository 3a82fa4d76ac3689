package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changes the axes of an array, and reductions over all of a map's. */
final class Reshaping {
    private Reshaping() {}

    static Tensor transpose(Tensor array, Invocation invocation) {
        List<@Nullable Long> axes = numbers(invocation);
        List<Integer> order = new ArrayList<>();
        for (Long axis : axes) {
            if (axis != null && axis >= 0 && axis < array.order().size()) {
                order.add(axis.intValue());
            }
        }
        boolean isPermutation =
                order.size() == array.order().size() && Set.copyOf(order).size() == order.size();
        return array.layout() == Layout.MAP && isPermutation
                ? array.ordered(order)
                : TensorMethods.other(array, invocation);
    }

    static Tensor swap(Tensor array, Invocation invocation) {
        Long one = Values.number(invocation.value(0));
        Long other = Values.number(invocation.value(1));
        int rank = array.order().size();
        if (array.layout() != Layout.MAP
                || one == null
                || other == null
                || one < 0
                || other < 0
                || one >= rank
                || other >= rank) {
            return TensorMethods.other(array, invocation);
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            order.add(i);
        }
        Collections.swap(order, one.intValue(), other.intValue());
        return array.ordered(order);
    }

    private static List<@Nullable Long> numbers(Invocation invocation) {
        List<@Nullable Long> numbers = new ArrayList<>();
        for (Object entry : sizes(invocation)) {
            numbers.add(Values.number(entry));
        }
        return numbers;
    }

    private static List<@Nullable Object> sizes(Invocation invocation) {
        List<@Nullable Object> sizes = new ArrayList<>();
        for (Argument argument : invocation.arguments()) {
            sizes.addAll(argument.value() instanceof Shape shape ? shape.sizes() : Values.entries(argument.value()));
        }
        return sizes;
    }

    /** To one axis of all units, or from one number per channel to a map of extents 1 and back. */
    static Tensor reshape(Tensor array, Invocation invocation) {
        List<@Nullable Object> sizes = sizes(invocation);
        if (sizes.size() == 2
                && isBatch(sizes.get(0), array)
                && Long.valueOf(-1).equals(Values.number(sizes.get(1)))) {
            return array.layout() == Layout.OTHER ? TensorMethods.other(array, invocation) : array.flattened();
        }
        boolean isPoint = array.layout() == Layout.VECTOR || array.isMap() && isPoint(array);
        boolean onesFollow = sizes.size() >= 2
                && sizes.subList(2, sizes.size()).stream()
                        .allMatch(size -> Long.valueOf(1).equals(Values.number(size)));
        if (isPoint && onesFollow && isBatch(sizes.get(0), array) && isChannels(sizes.get(1), array)) {
            if (sizes.size() == 2) {
                return Tensor.vector(array.tracer(), array.node());
            }
            if (sizes.size() == array.tracer().axes() + 2) {
                return Tensor.map(array.tracer(), array.node());
            }
        }
        return TensorMethods.other(array, invocation);
    }

    private static boolean isPoint(Tensor array) {
        for (int axis = 2; axis < array.order().size(); axis++) {
            if (!Long.valueOf(1).equals(array.size(axis))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBatch(@Nullable Object size, Tensor array) {
        return size instanceof Dim dim && dim.axis() == Dim.BATCH && dim.factor() == 1
                || Long.valueOf(-1).equals(Values.number(size)) && array.layout() != Layout.OTHER;
    }

    private static boolean isChannels(@Nullable Object size, Tensor array) {
        Long number = Values.number(size);
        Long channels = array.size(Dim.CHANNELS);
        return size instanceof Dim dim && dim.factor() == 1 && dim.isOf(array, Dim.CHANNELS)
                || number != null && (number == -1 || number.equals(channels));
    }

    /** {@code flatten}, {@code squeeze} and {@code expandDims}. */
    static Tensor ranked(Tensor array, Invocation invocation) {
        List<@Nullable Long> axes = numbers(invocation);
        int rank = array.tracer().axes() + 2;
        if (invocation.name().equals("flatten")) {
            boolean fromChannels = axes.equals(List.of(1L, -1L)) || axes.equals(List.of(1L, rank - 1L));
            return fromChannels ? array.flattened() : TensorMethods.other(array, invocation);
        }
        if (invocation.name().equals("squeeze") && array.isMap() && isPoint(array)) {
            Set<@Nullable Long> removed = new HashSet<>(axes);
            boolean all = removed.size() == rank - 2;
            for (int axis = 2; axis < rank; axis++) {
                all &= removed.contains((long) axis);
            }
            return all ? Tensor.vector(array.tracer(), array.node()) : TensorMethods.other(array, invocation);
        }
        return TensorMethods.other(array, invocation);
    }

    /** A reduction, which is a global pool where it takes all of the map's axes. */
    static Tensor reduced(Tensor array, String type, Invocation invocation) {
        List<@Nullable Object> arguments = invocation.count() == 0 ? List.of() : Values.entries(invocation.value(0));
        boolean all = array.isMap() && arguments.size() == array.tracer().axes();
        for (int axis = 2; axis < array.tracer().axes() + 2 && all; axis++) {
            all = arguments.contains(axis);
        }
        if (!all) {
            return TensorMethods.other(array, invocation);
        }
        Tensor pooled = Pools.global(array, type, invocation.code());
        boolean keeps = invocation.count() == 2 && Boolean.TRUE.equals(invocation.value(1));
        return keeps ? Tensor.map(array.tracer(), pooled.node()) : pooled;
    }
}
