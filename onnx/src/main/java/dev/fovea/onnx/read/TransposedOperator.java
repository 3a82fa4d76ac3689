package dev.fovea.onnx.read;

import dev.fovea.Groups;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Transposed convolution. */
final class TransposedOperator {
    private final Bench bench;
    private final Layouts layouts;
    private final WindowOperators windows;

    TransposedOperator(Bench bench, Layouts layouts, WindowOperators windows) {
        this.bench = bench;
        this.layouts = layouts;
        this.windows = windows;
    }

    View transposed(Call call) {
        Node node = call.node();
        View input = bench.settle(call.view(0), node);
        List<Num> weight = call.weight(1);
        Layouts.Grid grid = layouts.grid(input, node, 1, WindowOperators.space(input));
        int layer = grid.view().layer();
        List<Num> from = bench.sketch().extents(layer);
        Window stated = Window.of(node, grid, WindowOperators.kernel(node, weight, grid.axes().length), from);
        List<Long> extra = stated.amounts(node.numbers("output_padding"), grid).values();
        Padded padded = padded(node, stated, extra, from, grid);
        Window window = padded.window();
        long groups = node.number("group", 1);
        Num in = bench.sketch().channels(layer);
        Num out = weight.get(1).times(Num.of(groups));
        if (!weight.get(0).equals(in)) {
            throw new NotRead("its weights expect %s channels, its input has %s".formatted(weight.get(0), in));
        }
        List<Num> extents = new ArrayList<>();
        for (int axis = 0; axis < from.size(); axis++) {
            long stride = window.stride().get(axis);
            long rest = reach(window, axis)
                    - stride
                    - window.begin().get(axis)
                    - window.end().get(axis)
                    + padded.extra().get(axis);
            extents.add(bench.plus(from.get(axis).times(Num.of(stride)), rest));
        }
        Item item = new Item("TransposedConv", node, List.of(layer), out, extents);
        window.state(item);
        item.with("rate", window.rate());
        item.with("outputPadding", padded.extra());
        item.with("out", WindowOperators.channels(out));
        item.with("groups", groups > 1 && in.is(groups) ? (long) Groups.DEPTHWISE : groups);
        item.with("bias", call.has(2));
        return windows.result(grid, item);
    }

    private static long reach(Window window, int axis) {
        return Math.addExact(
                Math.multiplyExact(window.rate().get(axis), window.kernel().get(axis) - 1), 1);
    }

    /** The window with amounts of padding, and what is added after the last unit. */
    private record Padded(Window window, List<Long> extra) {}

    /** Where a node states what extents its output has, the padding is what leads to them. */
    private Padded padded(Node node, Window window, List<Long> extra, List<Num> from, Layouts.Grid grid) {
        String auto = node.text("auto_pad", "NOTSET");
        boolean same = auto.startsWith("SAME");
        List<Long> asked = node.numbers("output_shape");
        if (!same && asked.isEmpty()) {
            return new Padded(window, extra);
        }
        // The batch and the channels may be stated too.
        List<Long> shape = window.amounts(
                        asked.subList(Math.max(0, asked.size() - grid.axes().length), asked.size()), grid)
                .values();
        List<Long> begins = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        List<Long> added = new ArrayList<>();
        for (int axis = 0; axis < from.size(); axis++) {
            long stride = window.stride().get(axis);
            long total = reach(window, axis) - stride + extra.get(axis);
            if (!asked.isEmpty()) {
                if (!from.get(axis).isWhole()) {
                    throw new NotRead("its output_shape says its padding only where the input's extent is known");
                }
                total += stride * from.get(axis).orUnknown() - (shape.get(axis) == 0 ? 1 : shape.get(axis));
            }
            long padding = Math.max(0, total);
            long begin = auto.equals("SAME_UPPER") ? padding / 2 : padding - padding / 2;
            begins.add(begin);
            ends.add(padding - begin);
            added.add(extra.get(axis) + padding - total);
            if (added.get(axis) >= Math.max(stride, window.rate().get(axis)) && added.get(axis) > 0) {
                throw new NotRead("its output_shape is larger than its windows reach");
            }
        }
        return new Padded(
                new Window(
                        window.kernel(),
                        window.stride(),
                        window.rate(),
                        Collections.unmodifiableList(begins),
                        Collections.unmodifiableList(ends),
                        false),
                List.copyOf(added));
    }
}
