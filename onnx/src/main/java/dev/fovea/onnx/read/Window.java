package dev.fovea.onnx.read;

import dev.fovea.Padding;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The window of a convolution or pool, one entry for each axis of the network.
 *
 * @param same whether the padding is the one that keeps extents, the odd unit at the end
 */
record Window(List<Long> kernel, List<Long> stride, List<Long> rate, List<Long> begin, List<Long> end, boolean same) {

    /** Amounts, one for each axis of the network. */
    record Amounts(List<Long> values) {}

    /** @param extents of the map that the window slides over */
    static Window of(Node node, Layouts.Grid grid, List<Long> kernel, List<Num> extents) {
        int axes = extents.size();
        int[] of = grid.axes();
        if (kernel.size() != of.length) {
            throw new NotRead("its kernel has %s entries for %s axes".formatted(kernel.size(), of.length));
        }
        List<Long> kernels = spread(kernel, of, axes, 1);
        List<Long> strides = spread(node.numbers("strides"), of, axes, 1);
        List<Long> rates = spread(node.numbers("dilations"), of, axes, 1);
        for (int axis = 0; axis < axes; axis++) {
            if (kernels.get(axis) < 1 || strides.get(axis) < 1 || rates.get(axis) < 1) {
                throw new NotRead("its kernel, stride or dilation is below 1");
            }
        }
        String auto = node.text("auto_pad", "NOTSET");
        List<Long> pads = node.numbers("pads");
        if (auto.equals("SAME_UPPER")) {
            return new Window(kernels, strides, rates, List.of(), List.of(), true);
        }
        if (auto.equals("SAME_LOWER")) {
            return lower(kernels, strides, rates, extents);
        }
        boolean stated = !auto.equals("VALID") && !pads.isEmpty();
        if (stated && pads.size() != 2 * of.length) {
            throw new NotRead("its padding has %s entries for %s axes".formatted(pads.size(), of.length));
        }
        List<Long> begins = spread(stated ? pads.subList(0, of.length) : List.of(), of, axes, 0);
        List<Long> ends = spread(stated ? pads.subList(of.length, pads.size()) : List.of(), of, axes, 0);
        if (Collections.min(begins) < 0 || Collections.min(ends) < 0) {
            throw new NotRead("its padding is negative");
        }
        return new Window(kernels, strides, rates, begins, ends, false);
    }

    /** The odd unit at the beginning. */
    private static Window lower(List<Long> kernels, List<Long> strides, List<Long> rates, List<Num> extents) {
        List<Long> begins = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (int axis = 0; axis < kernels.size(); axis++) {
            long stride = strides.get(axis);
            Num extent = extents.get(axis);
            if (stride != 1 && !extent.isWhole()) {
                throw new NotRead("auto_pad SAME_LOWER with a stride pads by the input's extent, which is not known");
            }
            // By how many units the last window starts after the last unit of the input: 0 with stride 1.
            long spare = stride == 1 ? 0 : Math.floorMod(-extent.orUnknown(), stride) - stride + 1;
            long total = Math.max(0, (kernels.get(axis) - 1) * rates.get(axis) + spare);
            begins.add((total + 1) / 2);
            ends.add(total / 2);
        }
        return new Window(kernels, strides, rates, begins, ends, false);
    }

    private static List<Long> spread(List<Long> stated, int[] of, int axes, long neutral) {
        List<Long> result = new ArrayList<>(Collections.nCopies(axes, neutral));
        if (!stated.isEmpty() && stated.size() != of.length) {
            throw new NotRead("it has %s entries for %s axes".formatted(stated.size(), of.length));
        }
        for (int i = 0; i < stated.size(); i++) {
            result.set(of[i], stated.get(i));
        }
        return List.copyOf(result);
    }

    Amounts amounts(List<Long> stated, Layouts.Grid grid) {
        return new Amounts(spread(stated, grid.axes(), kernel.size(), 0));
    }

    List<Num> extents(Bench bench, List<Num> input, boolean ceil) {
        List<Num> extents = new ArrayList<>();
        for (int axis = 0; axis < kernel.size(); axis++) {
            Num extent = input.get(axis);
            long step = stride.get(axis);
            if (same) {
                extents.add(bench.windows(extent, 0, 1, step, false));
                continue;
            }
            long reach = rate.get(axis) * (kernel.get(axis) - 1) + 1;
            Num count = bench.windows(extent, begin.get(axis) + end.get(axis), reach, step, ceil);
            boolean beyond = ceil
                    && count.isWhole()
                    && extent.isWhole()
                    && (count.factor() - 1) * step >= extent.factor() + begin.get(axis);
            extents.add(beyond ? Num.of(count.factor() - 1) : count);
        }
        return extents;
    }

    /** States kernel, stride and padding. */
    void state(Item item) {
        item.with("kernel", kernel).with("stride", stride);
        List<Long> padding = new ArrayList<>(begin);
        padding.addAll(end);
        item.with("padding", same ? List.of((long) Padding.SAME) : padding);
    }
}
