package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Constant;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.unread.Missing;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Concatenation: of channels, of two parts of a map that change places, of a map and tokens. */
final class ConcatOperators {
    private final Bench bench;
    private final Sketch sketch;
    private final Layouts layouts;
    private final Remarks remarks;

    ConcatOperators(Bench bench, Layouts layouts, Remarks remarks) {
        this.bench = bench;
        this.sketch = bench.sketch();
        this.layouts = layouts;
        this.remarks = remarks;
    }

    View concat(Call call) {
        Node node = call.node();
        List<View> views = new ArrayList<>();
        for (int i = 0; i < call.count(); i++) {
            if (call.isView(i)) {
                views.add(bench.settle(call.view(i), node));
            }
        }
        int dim = call.axis(1, views.get(0).rank());
        if (views.size() < call.count()) {
            return withConstants(call, views, dim);
        }
        if (views.size() == 1) {
            return views.get(0);
        }
        Optional<View> rolled = roll(views, node, dim);
        if (rolled.isPresent()) {
            return rolled.get();
        }
        if (views.stream().allMatch(view -> view.dims().get(dim).isEmpty() && !isChannel(view, dim))) {
            return stacked(views, node, dim);
        }
        List<View> parts = new ArrayList<>();
        for (View view : views) {
            if (view.dims().get(dim).stream().anyMatch(Atom::isPosition)) {
                throw new NotRead("it joins positions of several maps");
            }
            parts.add(layouts.channels(view, node, dim));
        }
        requireAlike(parts, dim);
        Optional<View> blocks = blocks(parts, node, dim);
        if (blocks.isPresent()) {
            return blocks.get();
        }
        Num channels = Num.ZERO;
        for (View part : parts) {
            channels = channels.plus(sketch.channels(part.layer())).orElseThrow();
        }
        int layer = sketch.add(merge(parts, node, channels));
        return parts.get(0).of(layer).withDim(dim, Bench.whole(Atom.CHANNEL, channels));
    }

    private boolean isChannel(View view, int dim) {
        return bench.isWhole(view.layer(), view.dims().get(dim), Atom.CHANNEL);
    }

    private Item merge(List<View> parts, Node node, Num channels) {
        List<Integer> layers = parts.stream().map(View::layer).toList();
        return new Item("Concat", node, layers, channels, sketch.extents(layers.get(0)));
    }

    private void requireAlike(List<View> parts, int dim) {
        View first = parts.get(0);
        for (View part : parts) {
            boolean alike = part.rank() == first.rank();
            for (int i = 0; alike && i < first.rank(); i++) {
                alike = i == dim
                        || bench.areAlike(
                                part.layer(),
                                part.dims().get(i),
                                first.layer(),
                                first.dims().get(i));
            }
            if (!alike) {
                throw new NotRead("it joins maps of different extents or layouts: %s and %s"
                        .formatted(first.sizes(), part.sizes()));
            }
        }
    }

    /** Along a new dimension: the parts' channels, one part after the other. */
    private View stacked(List<View> views, Node node, int dim) {
        Num each = sketch.channels(views.get(0).layer());
        for (View view : views) {
            if (!sketch.channels(view.layer()).equals(each)) {
                throw new NotRead("it stacks maps of different channels");
            }
        }
        requireAlike(views, -1);
        Num count = Num.of(views.size());
        int layer = sketch.add(merge(views, node, each.times(count)));
        return views.get(0).of(layer).withDim(dim, List.of(new Atom(Atom.CHANNEL, count, each)));
    }

    /** All strided parts of one map: its blocks, moved among the channels (the focus layer of detectors). */
    private Optional<View> blocks(List<View> parts, Node node, int dim) {
        Set<List<Long>> begins = new HashSet<>();
        int base = -2;
        long factor = 0;
        for (View part : parts) {
            if (!bench.is(part.layer(), "Every")) {
                return Optional.empty();
            }
            Item item = bench.item(part.layer());
            long stride = item.numbers("stride").get(0);
            boolean alike = (base == -2 || item.sources().get(0) == base && stride == factor)
                    && item.numbers("stride").stream().allMatch(s -> s == stride)
                    && item.numbers("begin").stream().allMatch(b -> b < stride)
                    && item.numbers("end").stream().allMatch(e -> e == 0);
            if (!alike) {
                return Optional.empty();
            }
            base = item.sources().get(0);
            factor = stride;
            begins.add(item.numbers("begin"));
        }
        boolean divides = true;
        for (Num extent : sketch.extents(base)) {
            divides &= extent.dividedBy(Num.of(factor)).isPresent();
        }
        if (!divides || begins.size() != parts.size() || parts.size() != Math.pow(factor, sketch.axes())) {
            return Optional.empty();
        }
        Num channels = sketch.channels(base).times(Num.of(parts.size()));
        Item item = new Item(
                "SpaceToDepth",
                node,
                List.of(base),
                channels,
                sketch.extents(parts.get(0).layer()));
        int layer = sketch.add(item.with("factor", factor));
        return Optional.of(parts.get(0).of(layer).withDim(dim, Bench.whole(Atom.CHANNEL, channels)));
    }

    /** The end of a map and then its beginning. */
    private Optional<View> roll(List<View> views, Node node, int dim) {
        if (views.size() != 2
                || !bench.is(views.get(0).layer(), "Crop")
                || !bench.is(views.get(1).layer(), "Crop")) {
            return Optional.empty();
        }
        Item end = bench.item(views.get(0).layer());
        Item begin = bench.item(views.get(1).layer());
        int base = end.sources().get(0);
        List<Atom> atoms = views.get(0).dims().get(dim);
        if (base != begin.sources().get(0) || atoms.size() > 1) {
            return Optional.empty();
        }
        int axes = sketch.axes();
        for (int axis = 0; axis < axes; axis++) {
            long shift = end.numbers("padding").get(axis);
            List<Long> first = new ArrayList<>(Collections.nCopies(2 * axes, 0L));
            List<Long> second = new ArrayList<>(first);
            first.set(axis, shift);
            second.set(axes + axis, sketch.extent(base, axis).orUnknown() - shift);
            if (shift > 0
                    && end.numbers("padding").equals(first)
                    && begin.numbers("padding").equals(second)) {
                List<Long> shifts = new ArrayList<>(Collections.nCopies(axes, 0L));
                shifts.set(axis, shift);
                Item roll = bench.map("Roll", node, base).with("shift", List.copyOf(shifts));
                View result = views.get(0).of(sketch.add(roll));
                return Optional.of(result.withDim(dim, Bench.whole(axis + Atom.SPACE, sketch.extent(base, axis))));
            }
        }
        return Optional.empty();
    }

    /** A map and constants: tokens beside its positions, or zeros around it. */
    private View withConstants(Call call, List<View> views, int dim) {
        if (views.size() != 1) {
            throw new NotRead("it joins several maps and constants");
        }
        View view = views.get(0);
        List<Atom> atoms = view.dims().get(dim);
        if (atoms.isEmpty() || !atoms.stream().allMatch(Atom::isPosition)) {
            throw new NotRead("it joins constants and " + layouts.describe(atoms));
        }
        long before = 0;
        long after = 0;
        boolean seen = false;
        boolean zeros = true;
        for (int i = 0; i < call.count(); i++) {
            seen |= call.isView(i);
            if (!call.isView(i)) {
                Constant constant = call.constant(i).orElseThrow();
                long count = constant.dims()
                        .filter(dims -> dim < dims.size())
                        .map(dims -> dims.get(dim).orUnknown())
                        .orElse(-1L);
                if (count < 0) {
                    throw new NotRead("it joins the map and a constant whose extents are not known");
                }
                zeros &= constant.data()
                        .filter(data -> data.stream().allMatch(number -> number.is(0)))
                        .isPresent();
                before += seen ? 0 : count;
                after += seen ? count : 0;
            }
        }
        int axis = atoms.get(0).axis();
        if (zeros && atoms.size() == 1 && bench.isWhole(view.layer(), atoms, axis)) {
            return padded(view, call.node(), dim, axis - Atom.SPACE, before, after);
        }
        boolean all = View.size(atoms).equals(Constant.product(sketch.extents(view.layer())));
        if (!all) {
            throw new NotRead("it joins constants and a part of the map");
        }
        Num size = bench.plus(View.size(atoms), before + after);
        remarks.add(
                call.node(),
                "%s beside the map: its cost is not counted"
                        .formatted(before + after == 1 ? "a token" : before + after + " tokens"),
                Missing.COSTS);
        View tokens = new View(view.layer(), view.dims(), View.PLAIN, false, before);
        return tokens.withDim(dim, List.of(new Atom(Atom.TOKENS, size, Num.ONE)));
    }

    private View padded(View view, Node node, int dim, int axis, long before, long after) {
        List<Long> padding = new ArrayList<>(Collections.nCopies(2 * sketch.axes(), 0L));
        padding.set(axis, before);
        padding.set(sketch.axes() + axis, after);
        List<Num> extents = new ArrayList<>(sketch.extents(view.layer()));
        Num extent = extents.get(axis);
        Num grown = bench.plus(extent, before + after);
        extents.set(axis, grown);
        Item item = new Item("Pad", node, List.of(view.layer()), sketch.channels(view.layer()), extents);
        return view.of(sketch.add(item.with("padding", List.copyOf(padding))))
                .withDim(dim, Bench.whole(axis + Atom.SPACE, grown));
    }
}
