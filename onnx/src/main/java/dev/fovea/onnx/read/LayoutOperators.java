package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Constant;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.fold.Reshaping;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Operators that move elements about: most of them only change how a map is looked at. */
final class LayoutOperators {
    private final Bench bench;
    private final Sketch sketch;
    private final Layouts layouts;
    private final Repeats repeats;

    LayoutOperators(Bench bench, Layouts layouts, Repeats repeats) {
        this.bench = bench;
        this.sketch = bench.sketch();
        this.layouts = layouts;
        this.repeats = repeats;
    }

    View reshape(Call call) {
        View view = call.view(0);
        Optional<List<Num>> asked = call.has(1)
                ? call.constant(1).flatMap(Constant::data)
                : Optional.of(call.node().numbers("shape").stream().map(Num::of).toList());
        if (asked.isEmpty()) {
            throw new NotRead("its extents are computed from the data");
        }
        List<Num> target = Reshaping.target(
                        asked.get(),
                        Optional.of(repeats.sizes(view)),
                        call.node().number("allowzero", 0) == 1)
                .orElseThrow(
                        () -> new NotRead("extents %s cannot become %s".formatted(repeats.sizes(view), asked.get())));
        return repeats.reshaped(view, target, call.node());
    }

    View flatten(Call call) {
        View view = call.view(0);
        int axis = call.axis(1, view.rank());
        List<Atom> first = new ArrayList<>();
        List<Atom> second = new ArrayList<>();
        for (int dim = 0; dim < view.rank(); dim++) {
            (dim < axis ? first : second).addAll(view.dims().get(dim));
        }
        View joined = view.withDims(List.of(first, second));
        return joined.reshaped(joined.sizes()).orElseThrow();
    }

    View transpose(Call call) {
        View view = call.view(0);
        List<Integer> order = new ArrayList<>();
        for (long axis : call.node().numbers("perm")) {
            order.add((int) axis);
        }
        if (order.isEmpty()) {
            for (int axis = view.rank() - 1; axis >= 0; axis--) {
                order.add(axis);
            }
        }
        List<Integer> sorted = new ArrayList<>(order);
        Collections.sort(sorted);
        for (int axis = 0; axis < view.rank(); axis++) {
            if (sorted.size() != view.rank() || sorted.get(axis) != axis) {
                throw new NotRead("its perm %s is not a permutation of %s axes".formatted(order, view.rank()));
            }
        }
        return view.permuted(order);
    }

    View squeeze(Call call) {
        View view = call.view(0);
        Optional<List<Integer>> axes = call.axes(1, view.rank());
        List<List<Atom>> dims = new ArrayList<>();
        for (int dim = 0; dim < view.rank(); dim++) {
            boolean drops =
                    axes.isPresent() ? axes.get().contains(dim) : view.size(dim).is(1);
            if (drops && !view.size(dim).is(1)) {
                throw new NotRead("it drops an axis of extent " + view.size(dim));
            }
            if (!drops) {
                dims.add(view.dims().get(dim));
            }
        }
        return view.withDims(dims);
    }

    View unsqueeze(Call call) {
        View view = call.view(0);
        int count = call.numbers(1, "axes").map(List::size).orElse(0);
        List<Integer> axes = new ArrayList<>(call.axes(1, view.rank() + count).orElse(List.of()));
        Collections.sort(axes);
        List<List<Atom>> dims = new ArrayList<>(view.dims());
        for (int axis : axes) {
            dims.add(axis, List.of());
        }
        return view.withDims(dims);
    }

    View pad(Call call) {
        Node node = call.node();
        View view = call.view(0);
        List<Long> pads = call.numbers(1, node.attribute("pads").isPresent() ? "pads" : "paddings")
                .orElseThrow(() -> new NotRead("it states no amounts"));
        Optional<List<Integer>> stated = call.has(3) ? call.axes(3, view.rank()) : Optional.empty();
        int count = pads.size() / 2;
        int axes = sketch.axes();
        List<Long> added = new ArrayList<>(Collections.nCopies(2 * axes, 0L));
        List<Long> removed = new ArrayList<>(Collections.nCopies(2 * axes, 0L));
        List<Integer> touched = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long begin = pads.get(i);
            long end = pads.get(count + i);
            if (begin == 0 && end == 0) {
                continue;
            }
            int dim = stated.isPresent() ? stated.get().get(i) : i;
            int axis = axis(view, dim);
            touched.add(dim);
            (begin > 0 ? added : removed).set(axis, Math.abs(begin));
            (end > 0 ? added : removed).set(axes + axis, Math.abs(end));
        }
        View result = touched.isEmpty() ? view : bench.settle(view, node);
        String mode = node.text("mode", "constant");
        result = border(result, node, "Pad", added, touched, mode);
        return border(result, node, "Crop", removed, touched, mode);
    }

    private int axis(View view, int dim) {
        List<Atom> atoms = view.dims().get(dim);
        if (atoms.size() == 1
                && atoms.get(0).isPosition()
                && bench.isWhole(view.layer(), atoms, atoms.get(0).axis())) {
            return atoms.get(0).axis() - Atom.SPACE;
        }
        if (atoms.isEmpty() && view.rank() == sketch.axes() + 2 && dim >= 2) {
            return dim - 2;
        }
        throw new NotRead("it pads something that is not an axis of the map: " + layouts.describe(atoms));
    }

    private View border(View view, Node node, String op, List<Long> amounts, List<Integer> dims, String mode) {
        if (Collections.max(amounts) == 0) {
            return view;
        }
        int axes = sketch.axes();
        int sign = op.equals("Pad") ? 1 : -1;
        List<Num> extents = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            Num extent = sketch.extent(view.layer(), axis);
            long more = sign * (amounts.get(axis) + amounts.get(axes + axis));
            extents.add(bench.plus(extent, more));
        }
        Item item = new Item(op, node, List.of(view.layer()), sketch.channels(view.layer()), extents);
        item.with("padding", List.copyOf(amounts));
        if (op.equals("Pad") && !mode.equals("constant")) {
            item.with("mode", mode);
        }
        View result = view.of(sketch.add(item));
        for (int dim : dims) {
            int axis = axis(view, dim);
            result = result.withDim(dim, Bench.whole(axis + Atom.SPACE, extents.get(axis)));
        }
        return result;
    }

    /** Extents that are not known are multiples of the block, or the graph could not run. */
    private Num divided(Num extent, long factor) {
        Optional<Num> exact = extent.dividedBy(Num.of(factor));
        if (exact.isEmpty() && extent.isKnown()) {
            throw new NotRead("its blocks do not divide the map");
        }
        return exact.orElseGet(() -> bench.windows(extent, 0, factor, factor, false));
    }

    View depthToSpace(Call call) {
        return blocks(call, "PixelShuffle");
    }

    View spaceToDepth(Call call) {
        return blocks(call, "SpaceToDepth");
    }

    private View blocks(Call call, String op) {
        View settled = bench.settle(call.view(0), call.node());
        Layouts.Grid grid = layouts.grid(settled, call.node(), 1, WindowOperators.space(settled));
        long factor = call.node().number("blocksize", 0);
        int layer = grid.view().layer();
        if (grid.axes().length != sketch.axes() || factor < 1) {
            throw new NotRead("its blocks do not extend along all axes");
        }
        boolean up = op.equals("PixelShuffle");
        Num size = Num.of(factor);
        Num channels = sketch.channels(layer);
        List<Num> extents = new ArrayList<>();
        for (Num extent : sketch.extents(layer)) {
            extents.add(up ? extent.times(size) : divided(extent, factor));
            channels = up
                    ? channels.dividedBy(size)
                            .orElseThrow(() -> new NotRead("its channels are not a multiple of its block"))
                    : channels.times(size);
        }
        Item item = new Item(op, call.node(), List.of(layer), channels, extents).with("factor", factor);
        List<List<Atom>> dims = new ArrayList<>(grid.view().dims());
        dims.set(1, Bench.whole(Atom.CHANNEL, channels));
        for (int i = 0; i < grid.axes().length; i++) {
            dims.set(i + 2, Bench.whole(grid.axes()[i] + Atom.SPACE, extents.get(grid.axes()[i])));
        }
        return new View(sketch.add(item), dims);
    }
}
