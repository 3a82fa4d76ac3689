package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What changes the dimensions of an array, and reductions over all of a map's. */
final class Reshaping {
    private Reshaping() {}

    static Tensor transpose(Tensor array, Invocation invocation) {
        List<Integer> order = new ArrayList<>();
        for (Long dimension : numbers(invocation)) {
            if (dimension != null && dimension >= 0 && dimension < array.order().size()) {
                order.add(dimension.intValue());
            }
        }
        boolean isPermutation =
                order.size() == array.order().size() && Set.copyOf(order).size() == order.size();
        return array.isFollowed() && isPermutation ? array.permuted(order) : rest(array, invocation);
    }

    static Tensor swap(Tensor array, Invocation invocation) {
        Long one = Values.number(invocation.value(0));
        Long other = Values.number(invocation.value(1));
        int rank = array.order().size();
        if (!array.isFollowed()
                || one == null
                || other == null
                || one < 0
                || other < 0
                || one >= rank
                || other >= rank) {
            return TensorMethods.other(array, invocation);
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        Collections.swap(order, one.intValue(), other.intValue());
        return array.permuted(order);
    }

    /** Of an array that is no map any more. */
    private static Tensor rest(Tensor array, Invocation invocation) {
        return array.isFollowed() ? TensorMethods.other(array, invocation) : TensorMethods.moved(array, invocation);
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

    static Tensor reshape(Tensor array, Invocation invocation) {
        List<@Nullable Object> sizes = sizes(invocation);
        boolean isList = sizes.size() != array.tracer().axes() + 2;
        if (!array.isFollowed()) {
            return isList ? TensorMethods.moved(array, invocation) : TensorMethods.other(array, invocation);
        }
        Tensor point = point(array, sizes);
        if (point != null) {
            return point;
        }
        List<List<Integer>> order = Regrouping.of(array, sizes);
        if (order != null) {
            return array.arranged(order);
        }
        return isList ? TensorMethods.moved(array, invocation) : TensorMethods.other(array, invocation);
    }

    /** From one number per channel to a map of extents 1 and back; null for anything else. */
    private static @Nullable Tensor point(Tensor array, List<@Nullable Object> sizes) {
        boolean isPoint = array.isVector() || array.isMap() && array.isPoint();
        boolean onesFollow = sizes.size() >= 2
                && sizes.subList(2, sizes.size()).stream()
                        .allMatch(size -> Long.valueOf(1).equals(Values.number(size)));
        if (!isPoint || !onesFollow || !isBatch(sizes.get(0)) || !isChannels(sizes.get(1), array)) {
            return null;
        }
        if (sizes.size() == 2) {
            return Tensor.vector(array.tracer(), array.node());
        }
        return sizes.size() == array.tracer().axes() + 2 ? Tensor.map(array.tracer(), array.node()) : null;
    }

    private static boolean isBatch(@Nullable Object size) {
        return size instanceof Dim dim && dim.axis() == Dim.BATCH && dim.factor() == 1
                || Long.valueOf(-1).equals(Values.number(size));
    }

    private static boolean isChannels(@Nullable Object size, Tensor array) {
        Long number = Values.number(size);
        return size instanceof Dim dim && dim.isOf(array.node(), Tensor.CHANNELS)
                || number != null && (number == -1 || number.equals(array.size(Dim.CHANNELS)));
    }

    /** {@code flatten}, {@code squeeze} and {@code expandDims}. */
    static Tensor ranked(Tensor array, Invocation invocation) {
        List<@Nullable Long> stated = numbers(invocation);
        int rank = array.order().size();
        if (invocation.name().equals("flatten") && array.isFollowed() && stated.size() == 2) {
            List<Integer> ends = dimensions(stated, rank);
            return ends.size() < 2 || ends.get(0) > ends.get(1)
                    ? TensorMethods.other(array, invocation)
                    : array.arranged(merged(array.order(), ends.get(0), ends.get(1)));
        }
        if (invocation.name().equals("squeeze") && array.isMap() && array.isPoint()) {
            Set<@Nullable Long> removed = new HashSet<>(stated);
            boolean all = removed.size() == rank - 2;
            for (int axis = 2; axis < rank; axis++) {
                all &= removed.contains((long) axis);
            }
            return all ? Tensor.vector(array.tracer(), array.node()) : TensorMethods.other(array, invocation);
        }
        return rest(array, invocation);
    }

    private static List<List<Integer>> merged(List<List<Integer>> order, int first, int last) {
        List<List<Integer>> result = new ArrayList<>(order.subList(0, first));
        result.add(Tensor.joined(order.subList(first, last + 1)));
        result.addAll(order.subList(last + 1, order.size()));
        return result;
    }

    /** Dimensions as they are counted from the front; those that are not known are left out. */
    private static List<Integer> dimensions(List<@Nullable Long> stated, int rank) {
        List<Integer> dimensions = new ArrayList<>();
        for (Long dimension : stated) {
            if (dimension != null && dimension >= -rank && dimension < rank) {
                dimensions.add((int) (dimension < 0 ? dimension + rank : dimension));
            }
        }
        return dimensions;
    }

    /** A reduction, which is a global pool where it takes all of the map's axes. */
    static Tensor reduced(Tensor array, String type, Invocation invocation) {
        List<@Nullable Long> stated = new ArrayList<>();
        if (invocation.count() > 0) {
            Values.entries(invocation.value(0)).forEach(entry -> stated.add(Values.number(entry)));
        }
        int rank = array.order().size();
        Set<Integer> over = new HashSet<>(dimensions(stated, rank));
        Set<Integer> read = new HashSet<>();
        List<List<Integer>> left = new ArrayList<>();
        for (int dimension = 0; dimension < rank; dimension++) {
            if (over.contains(dimension)) {
                read.addAll(array.order().get(dimension));
            } else {
                left.add(array.order().get(dimension));
            }
        }
        Object keeps = invocation.count() == 2 ? invocation.value(1) : Boolean.FALSE;
        boolean all = over.size() == stated.size()
                && read.equals(IntStream.range(2, array.tracer().axes() + 2)
                        .boxed()
                        .collect(java.util.stream.Collectors.toSet()));
        if (!array.isFollowed() || !all || !(keeps instanceof Boolean isKept)) {
            return TensorMethods.other(array, invocation);
        }
        Tensor pooled = Pools.global(array, type, invocation.code());
        return pooled.arranged(isKept ? array.order() : left);
    }
}
