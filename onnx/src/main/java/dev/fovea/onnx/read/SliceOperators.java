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
import java.util.List;
import java.util.Optional;

/** Operators that keep a part of a tensor: of the channels, of the map, or every n-th position. */
final class SliceOperators {
    private final Bench bench;
    private final Sketch sketch;
    private final Layouts layouts;

    SliceOperators(Bench bench, Layouts layouts) {
        this.bench = bench;
        this.sketch = bench.sketch();
        this.layouts = layouts;
    }

    /**
     * A part of a dimension.
     *
     * @param after what is left out after it
     */
    private record Part(long begin, Num after, long step, Num count) {}

    View slice(Call call) {
        Node node = call.node();
        View view = call.view(0);
        List<Long> starts = call.numbers(1, "starts").orElseThrow(() -> new NotRead("it states no starts"));
        List<Long> ends = call.numbers(2, "ends").orElseThrow(() -> new NotRead("it states no ends"));
        Optional<List<Integer>> stated = call.axes(3, view.rank());
        List<Long> steps = call.has(4) ? call.numbers(4, "").orElseThrow() : Collections.nCopies(starts.size(), 1L);
        for (int i = 0; i < starts.size(); i++) {
            int dim = stated.isPresent() ? stated.get().get(i) : i;
            view = slice(view, node, dim, starts.get(i), ends.get(i), steps.get(i));
        }
        return view;
    }

    View slice(View view, Node node, int dim, long start, long end, long step) {
        Num size = view.size(dim);
        if (step < 1) {
            return reversed(view, node, dim, start, end, step);
        }
        Part part = part(size, start, end, step);
        if (part.begin() == 0 && part.after().is(0) && step == 1) {
            return view;
        }
        if (part.count().isKnown() && part.count().factor() < 1) {
            throw new NotRead("it keeps nothing");
        }
        List<Atom> atoms = view.dims().get(dim);
        if (atoms.size() > 1 && atoms.stream().allMatch(atom -> atom.axis() == Atom.CHANNEL)) {
            return slice(layouts.channels(bench.settle(view, node), node, dim), node, dim, start, end, step);
        }
        if (atoms.size() == 1 && atoms.get(0).axis() == Atom.TOKENS) {
            return tokens(bench.settle(view, node), node, dim, part);
        }
        if (atoms.size() != 1) {
            throw new NotRead("it keeps a part of " + layouts.describe(atoms));
        }
        Atom atom = atoms.get(0);
        if (atom.axis() == Atom.CHANNEL) {
            return channels(bench.settle(view, node), node, dim, part);
        }
        if (bench.isWhole(view.layer(), atoms, atom.axis()) && atom.isPosition()) {
            return positions(bench.settle(view, node), node, dim, part);
        }
        throw new NotRead("it keeps a part of " + layouts.describe(atoms));
    }

    /** Channels in reverse order are the same ones; positions are not. */
    private View reversed(View view, Node node, int dim, long start, long end, long step) {
        Num size = view.size(dim);
        boolean channels = view.dims().get(dim).stream().allMatch(atom -> atom.axis() == Atom.CHANNEL);
        if (!channels || !size.isWhole() || step == 0) {
            throw new NotRead("it reverses an axis");
        }
        long extent = size.orUnknown();
        long first = Math.min(extent - 1, start < 0 ? start + extent : start);
        long stop = Math.max(-1, end < 0 ? end + extent : end);
        return some(view, node, dim, Math.max(0, (first - stop - step - 1) / -step));
    }

    /** Some of the channels, in any order: what counts is how many. */
    private View some(View view, Node node, int dim, long count) {
        if (Num.of(count).equals(view.size(dim))) {
            return view;
        }
        if (count < 1) {
            throw new NotRead("it keeps nothing");
        }
        View whole = layouts.channels(bench.settle(view, node), node, dim);
        return channels(whole, node, dim, new Part(0, Num.of(view.size(dim).orUnknown() - count), 1, Num.of(count)));
    }

    private Part part(Num size, long start, long end, long step) {
        if (size.isWhole()) {
            long extent = size.orUnknown();
            long begin = Math.min(extent, Math.max(0, start < 0 ? start + extent : start));
            long stop = Math.min(extent, Math.max(0, end < 0 ? end + extent : end));
            long count = Math.max(0, (stop - begin + step - 1) / step);
            return new Part(begin, Num.of(extent - stop), step, Num.of(count));
        }
        if (start < 0 || end >= 0 && end < 1L << 31) {
            throw new NotRead("what it keeps depends on an extent that is not known");
        }
        Num after = Num.of(end < 0 ? -end : 0);
        Num rest = bench.plus(size, -start - after.orUnknown());
        return new Part(start, after, step, step == 1 ? rest : bench.windows(rest, 0, 1, step, false));
    }

    /** Channels; where they are split over several dimensions, those with some indices in one of them. */
    private View channels(View view, Node node, int dim, Part part) {
        Atom atom = view.dims().get(dim).get(0);
        Num count = part.count();
        Num channels = sketch.channels(view.layer());
        Num left = channels.dividedBy(atom.size()).orElseThrow().times(count);
        Item item = new Item("Slice", node, List.of(view.layer()), left, sketch.extents(view.layer()));
        boolean outermost = part.step() == 1 && atom.stride().times(atom.size()).equals(channels);
        long begin = outermost ? Num.of(part.begin()).times(atom.stride()).orUnknown() : 0;
        item.with("begin", begin).with("end", begin + left.orUnknown());
        if (!outermost) {
            item.with("function", "every part of the channels");
        }
        int layer = sketch.add(item);
        List<List<Atom>> dims = new ArrayList<>();
        for (int i = 0; i < view.rank(); i++) {
            List<Atom> atoms = new ArrayList<>();
            for (Atom other : view.dims().get(i)) {
                if (i == dim) {
                    if (!count.is(1)) {
                        atoms.add(new Atom(Atom.CHANNEL, count, other.stride()));
                    }
                } else if (other.axis() == Atom.CHANNEL
                        && other.stride().factor() > atom.stride().factor()) {
                    Num stride = other.stride()
                            .dividedBy(atom.size())
                            .orElseThrow(() -> new NotRead("it keeps channels in an irregular way"));
                    atoms.add(other.withStride(stride.times(count)));
                } else {
                    atoms.add(other);
                }
            }
            dims.add(atoms);
        }
        return view.of(layer).withDims(dims);
    }

    private View positions(View view, Node node, int dim, Part part) {
        int axis = view.dims().get(dim).get(0).axis() - Atom.SPACE;
        View result = view;
        int axes = sketch.axes();
        if (part.step() > 1) {
            if (!part.count().isWhole() && !part.after().is(0)) {
                throw new NotRead("what it keeps depends on an extent that is not known");
            }
            List<Long> begin = new ArrayList<>(Collections.nCopies(axes, 0L));
            List<Long> stride = new ArrayList<>(Collections.nCopies(axes, 1L));
            List<Long> end = new ArrayList<>(begin);
            int source = view.layer();
            if (bench.is(source, "Every")
                    && bench.item(source).numbers("stride").get(axis) == 1) {
                begin = new ArrayList<>(bench.item(source).numbers("begin"));
                stride = new ArrayList<>(bench.item(source).numbers("stride"));
                end = new ArrayList<>(bench.item(source).numbers("end"));
                source = bench.item(source).sources().get(0);
            }
            begin.set(axis, part.begin());
            stride.set(axis, part.step());
            // What the stride steps over anyway need not be left out.
            Num rest = bench.plus(view.size(dim), -part.begin());
            boolean stepped = bench.windows(rest, part.step() - 1, part.step(), part.step(), false)
                    .equals(part.count());
            end.set(axis, stepped ? 0 : part.after().orUnknown());
            List<Num> extents = new ArrayList<>(sketch.extents(view.layer()));
            extents.set(axis, part.count());
            Item item = new Item("Every", node, List.of(source), sketch.channels(source), extents);
            item.with("begin", List.copyOf(begin)).with("stride", List.copyOf(stride));
            item.with("end", List.copyOf(end));
            result = result.of(sketch.add(item));
        } else {
            if (!part.after().isWhole()) {
                throw new NotRead("what it keeps depends on an extent that is not known");
            }
            List<Long> padding = new ArrayList<>(Collections.nCopies(2 * axes, 0L));
            padding.set(axis, part.begin());
            padding.set(axes + axis, part.after().orUnknown());
            List<Num> extents = new ArrayList<>(sketch.extents(view.layer()));
            extents.set(axis, part.count());
            Item item = new Item("Crop", node, List.of(view.layer()), sketch.channels(view.layer()), extents);
            result = result.of(sketch.add(item.with("padding", List.copyOf(padding))));
        }
        return result.withDim(dim, Bench.whole(axis + Atom.SPACE, part.count()));
    }

    /** Of the positions and the tokens beside them: the positions alone, or one token. */
    private View tokens(View view, Node node, int dim, Part part) {
        List<Atom> grid = new ArrayList<>();
        Num positions = Num.ONE;
        for (int axis = 0; axis < sketch.axes(); axis++) {
            Num extent = sketch.extent(view.layer(), axis);
            grid.addAll(Bench.whole(axis + Atom.SPACE, extent));
            positions = positions.times(extent);
        }
        if (part.step() == 1 && part.begin() == view.before() && part.count().equals(positions)) {
            return new View(view.layer(), view.withDim(dim, grid).dims());
        }
        boolean token = part.count().is(1) && part.begin() < view.before();
        if (!token) {
            throw new NotRead("it keeps a part of the tokens");
        }
        List<Num> ones = Collections.nCopies(sketch.axes(), Num.ONE);
        Item item = new Item("GlobalPool", node, List.of(view.layer()), sketch.channels(view.layer()), ones);
        item.with("type", "AVERAGE").with("function", "the token beside the map");
        return new View(sketch.add(item), view.withDim(dim, List.of()).dims());
    }

    View gather(Call call) {
        View view = call.view(0);
        int dim = call.axis(0, view.rank());
        Constant indices = call.constant(1).orElseThrow(() -> new NotRead("its indices depend on the data"));
        List<Long> wholes = indices.wholes().orElseThrow(() -> new NotRead("its indices are not known"));
        long first = wholes.isEmpty() ? 0 : wholes.get(0);
        for (int i = 0; i < wholes.size(); i++) {
            if (wholes.get(i) != first + i) {
                return irregular(view, call.node(), dim, indices, wholes.size());
            }
        }
        long end = first + wholes.size();
        View part = slice(view, call.node(), dim, first, first < 0 && end == 0 ? Long.MAX_VALUE : end, 1);
        if (indices.rank() == 1) {
            return part;
        }
        if (indices.rank() != 0 || !part.size(dim).is(1)) {
            throw new NotRead("its indices have several axes");
        }
        List<List<Atom>> dims = new ArrayList<>(part.dims());
        dims.remove(dim);
        return part.withDims(dims);
    }

    private View irregular(View view, Node node, int dim, Constant indices, int count) {
        boolean channels = view.dims().get(dim).stream().allMatch(atom -> atom.axis() == Atom.CHANNEL)
                && !view.dims().get(dim).isEmpty();
        if (!channels || indices.rank() != 1 || count > view.size(dim).orUnknown()) {
            throw new NotRead("it picks in an irregular way");
        }
        return some(view, node, dim, count);
    }

    List<View> split(Call call) {
        View view = call.view(0);
        int dim = call.axis(0, view.rank());
        int outputs = call.node().outputs().size();
        Optional<List<Long>> stated = call.numbers(1, "split");
        long extent = view.size(dim).orUnknown();
        if (extent < 0) {
            throw new NotRead("it splits an extent that is not known");
        }
        List<View> parts = new ArrayList<>();
        long begin = 0;
        for (int i = 0; i < outputs; i++) {
            long chunk = stated.isPresent() ? stated.get().get(i) : (extent + outputs - 1) / outputs;
            parts.add(slice(view, call.node(), dim, begin, Math.min(extent, begin + chunk), 1));
            begin += chunk;
        }
        return parts;
    }
}
