package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Values;
import dev.fovea.processor.code.graph.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of an array, and borders around it. */
final class Slicing {
    private Slicing() {}

    /** {@code array.get(":, 1:3")}: a part of the channels, or the map without its borders. */
    static Tensor get(Tensor array, Invocation invocation) {
        String text = text(invocation);
        if (text == null || !array.isMap() && !array.isVector()) {
            return TensorMethods.other(array, invocation);
        }
        Tensor part = array;
        String[] axes = text.replace(" ", "").split(",");
        if (axes.length > array.order().size()) {
            return TensorMethods.other(array, invocation);
        }
        List<Long> begins = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (int axis = 0; axis < array.order().size(); axis++) {
            Long[] range = range(axis < axes.length ? axes[axis] : ":");
            if (range == null || axis == Dim.BATCH && (range[0] != 0 || range[1] != null)) {
                return TensorMethods.other(array, invocation);
            }
            if (axis == Dim.CHANNELS && (range[0] != 0 || range[1] != null)) {
                Tensor channels = channels(array, range, invocation);
                if (channels == null) {
                    return TensorMethods.other(array, invocation);
                }
                part = channels;
            } else if (axis > Dim.CHANNELS) {
                Long cut = cut(array, axis, range[1]);
                if (range[0] < 0 || cut == null) {
                    return TensorMethods.other(array, invocation);
                }
                begins.add(range[0]);
                ends.add(cut);
            }
        }
        begins.addAll(ends);
        return begins.stream().allMatch(amount -> amount == 0) ? part : bordered("Crop", part, begins, invocation);
    }

    private static @Nullable String text(Invocation invocation) {
        if (invocation.count() == 0 || !(invocation.value(0) instanceof String text)) {
            return null;
        }
        String filled = text;
        for (Argument argument : invocation.arguments().subList(1, invocation.count())) {
            Long number = Values.number(argument.value());
            if (number == null) {
                return null;
            }
            filled = filled.replaceFirst("\\{}", number.toString());
        }
        return filled.contains("{") ? null : filled;
    }

    /** First and last but one of a range; null for anything else. The end is null where it is the axis' own. */
    private static @Nullable Long @Nullable [] range(String text) {
        if (!text.matches("(-?\\d+)?:(-?\\d+)?")) {
            return null;
        }
        int colon = text.indexOf(':');
        String begin = text.substring(0, colon);
        String end = text.substring(colon + 1);
        return new Long[] {begin.isEmpty() ? 0L : Long.valueOf(begin), end.isEmpty() ? null : Long.valueOf(end)};
    }

    private static @Nullable Tensor channels(Tensor array, @Nullable Long[] range, Invocation invocation) {
        Long all = array.size(Dim.CHANNELS);
        Long begin = range[0];
        Long end = range[1] == null ? all : range[1];
        if (begin == null || end == null || begin < 0 || end <= begin || all != null && end > all) {
            return null;
        }
        return slice(array, begin, end, invocation);
    }

    private static Tensor slice(Tensor array, long begin, long end, Invocation invocation) {
        Node node = array.tracer()
                .add("Slice", null, invocation.code(), List.of(array.node()))
                .with("begin", begin, invocation.code())
                .with("end", end, invocation.code());
        return array.like(node);
    }

    /** How much is cut off at the end. */
    private static @Nullable Long cut(Tensor array, int axis, @Nullable Long end) {
        if (end == null) {
            return 0L;
        }
        if (end < 0) {
            return -end;
        }
        Long size = array.size(axis);
        return size == null || end > size ? null : Long.valueOf(size - end);
    }

    private static Tensor bordered(String annotation, Tensor array, List<Long> amounts, Invocation invocation) {
        Node node = array.tracer()
                .add(annotation, null, invocation.code(), List.of(array.node()))
                .with("padding", List.copyOf(amounts), invocation.code());
        return Tensor.map(array.tracer(), node);
    }

    /** {@code array.split(sections, 1)}. */
    static Object split(Tensor array, Invocation invocation) {
        Long sections = invocation.count() == 2 ? Values.number(invocation.value(0)) : null;
        Long axis = invocation.count() == 2 ? Values.number(invocation.value(1)) : null;
        Long channels = array.size(Dim.CHANNELS);
        boolean isFollowed = array.isMap()
                && Long.valueOf(Dim.CHANNELS).equals(axis)
                && sections != null
                && sections > 0
                && channels != null
                && channels % sections == 0;
        if (!isFollowed) {
            return TensorMethods.other(array, invocation).why();
        }
        long width = channels / sections;
        TensorList parts = new TensorList(List.of());
        for (long i = 0; i < sections; i++) {
            parts.add(slice(array, i * width, (i + 1) * width, invocation));
        }
        return parts;
    }

    /** {@code array.pad(shape, value)}: amounts before and after the last axis, then the one before it. */
    static Tensor pad(Tensor array, Invocation invocation) {
        int axes = array.tracer().axes();
        if (!array.isMap()
                || !(invocation.value(0) instanceof Shape shape)
                || shape.sizes().size() != 2 * axes) {
            return TensorMethods.other(array, invocation);
        }
        List<Long> begins = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (int axis = axes - 1; axis >= 0; axis--) {
            Long begin = Values.number(shape.sizes().get(2 * (axes - 1 - axis)));
            Long end = Values.number(shape.sizes().get(2 * (axes - 1 - axis) + 1));
            if (begin == null || end == null || begin < 0 || end < 0) {
                return TensorMethods.other(array, invocation);
            }
            begins.add(0, begin);
            ends.add(0, end);
        }
        begins.addAll(ends);
        return bordered("Pad", array, begins, invocation);
    }
}
