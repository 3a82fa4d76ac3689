package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Constant;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Expand and Tile: what they repeat is broadcast anyway, or becomes a layer. */
final class Repeats {
    /** The axis of copies, which is none of the map's. */
    private static final int COPIES = -2;

    private final Bench bench;
    private final Sketch sketch;
    private final Layouts layouts;
    private final Map<View, List<Num>> expanded = new IdentityHashMap<>();

    Repeats(Bench bench, Layouts layouts) {
        this.bench = bench;
        this.sketch = bench.sketch();
        this.layouts = layouts;
    }

    View expand(Call call) {
        List<Num> target = call.constant(1)
                .flatMap(Constant::data)
                .orElseThrow(() -> new NotRead("its extents are computed from the data"));
        return expand(call.view(0), target, call.node());
    }

    View tile(Call call) {
        View view = call.view(0);
        List<Num> counts = call.constant(1)
                .flatMap(Constant::data)
                .orElseThrow(() -> new NotRead("how often it repeats is computed from the data"));
        if (call.count() != 2 || counts.size() != view.rank()) {
            throw new NotRead("it states %s repetitions for %s axes".formatted(counts.size(), view.rank()));
        }
        List<Num> target = new ArrayList<>();
        for (int dim = 0; dim < view.rank(); dim++) {
            Num count = counts.get(dim);
            if (!count.is(1) && !view.size(dim).is(1)) {
                view = copies(bench.settle(view, call.node()), dim, count, call.node());
                count = Num.ONE;
            }
            target.add(view.size(dim).times(count));
        }
        return expand(view, target, call.node());
    }

    /** The channels, one copy after the other. */
    private View copies(View view, int dim, Num count, Node node) {
        Num channels = sketch.channels(view.layer());
        if (!count.isWhole() || count.orUnknown() < 1 || count.orUnknown() > 64) {
            throw new NotRead("it repeats the map %s times".formatted(count));
        }
        if (!bench.isWhole(view.layer(), view.dims().get(dim), Atom.CHANNEL)) {
            throw new NotRead("it repeats " + layouts.describe(view.dims().get(dim)));
        }
        Num all = channels.times(count);
        List<Integer> sources = Collections.nCopies((int) count.orUnknown(), view.layer());
        int layer = sketch.add(new Item("Concat", node, sources, all, sketch.extents(view.layer())));
        return view.of(layer).withDim(dim, Bench.whole(Atom.CHANNEL, all));
    }

    /** Repeats extents of 1; other operators broadcast them anyway, so that only maps of one unit become layers. */
    private View expand(View view, List<Num> target, Node node) {
        int rank = Math.max(target.size(), view.rank());
        View wide = ElementOperators.widened(view, rank);
        List<Integer> grown = new ArrayList<>();
        List<Num> sizes = new ArrayList<>(wide.sizes());
        for (int dim = rank - target.size(); dim < rank; dim++) {
            Num asked = target.get(dim - rank + target.size());
            if (!asked.is(1) && wide.size(dim).is(1)) {
                grown.add(dim);
                sizes.set(dim, asked);
            } else if (!asked.is(1) && !asked.equals(wide.size(dim))) {
                throw new NotRead("it expands %s to %s".formatted(wide.sizes(), target));
            }
        }
        boolean positions = !grown.isEmpty() && grown.get(0) >= 2;
        if (!positions || rank != sketch.axes() + 2 || view.reduced()) {
            // A view of its own, by which a reshape knows it.
            View own = new View(wide.layer(), wide.dims(), wide.function(), wide.reduced(), wide.before());
            if (!grown.isEmpty()) {
                expanded.put(own, List.copyOf(sizes));
            }
            return own;
        }
        View settled = bench.settle(wide, node);
        Layouts.Grid grid = layouts.grid(settled, node, 1, WindowOperators.space(settled));
        List<Num> extents = new ArrayList<>(sketch.extents(grid.view().layer()));
        List<List<Atom>> result = new ArrayList<>(grid.view().dims());
        for (int dim : grown) {
            int axis = grid.axes()[dim - 2];
            extents.set(axis, sizes.get(dim));
            result.set(dim, Bench.whole(axis + Atom.SPACE, sizes.get(dim)));
        }
        List<Long> size = extents.stream().map(Num::orUnknown).toList();
        if (size.contains(-1L)) {
            throw new NotRead("it repeats a unit over extents that are not known");
        }
        return new View(upsample(grid.view().layer(), extents, "size", size, node), result);
    }

    private int upsample(int layer, List<Num> extents, String attribute, List<Long> amounts, Node node) {
        Item item = new Item("Upsample", node, List.of(layer), sketch.channels(layer), extents);
        return sketch.add(item.with("mode", "NEAREST").with(attribute, amounts));
    }

    /** The extents of a tensor: those of a view that was expanded are larger than the view's own. */
    List<Num> sizes(View view) {
        return expanded.getOrDefault(view, view.sizes());
    }

    /** The tensor under other extents; each position beside its copies is a map that is resampled to the nearest unit. */
    View reshaped(View given, List<Num> target, Node node) {
        List<Num> sizes = sizes(given);
        if (sizes.equals(given.sizes())) {
            return cut(given, sizes, target);
        }
        View view = bench.settle(given, node);
        for (int dim = 0; dim < view.rank(); dim++) {
            if (view.size(dim).is(1)) {
                view = view.withDim(dim, Bench.whole(COPIES, sizes.get(dim)));
            }
        }
        View copied = cut(view, sizes, target);
        List<Num> extents = new ArrayList<>(sketch.extents(view.layer()));
        List<Long> scale = new ArrayList<>(Collections.nCopies(sketch.axes(), 1L));
        List<List<Atom>> dims = new ArrayList<>();
        for (List<Atom> atoms : copied.dims()) {
            if (atoms.stream().noneMatch(atom -> atom.axis() == COPIES)) {
                dims.add(atoms);
                continue;
            }
            int axis = atoms.get(0).axis();
            boolean beside = atoms.size() == 2
                    && atoms.get(0).isPosition()
                    && axis < Atom.SPACE + sketch.axes()
                    && bench.isWhole(view.layer(), atoms.subList(0, 1), axis);
            if (!beside || !atoms.get(1).size().isWhole()) {
                throw new NotRead("it repeats parts of the map");
            }
            scale.set(axis - Atom.SPACE, atoms.get(1).size().orUnknown());
            extents.set(axis - Atom.SPACE, View.size(atoms));
            dims.add(Bench.whole(axis, View.size(atoms)));
        }
        return new View(upsample(view.layer(), extents, "scale", scale, node), dims);
    }

    private static View cut(View view, List<Num> sizes, List<Num> target) {
        return view.reshaped(target)
                .orElseThrow(
                        () -> new NotRead("it cuts the map in an irregular way: %s to %s".formatted(sizes, target)));
    }
}
