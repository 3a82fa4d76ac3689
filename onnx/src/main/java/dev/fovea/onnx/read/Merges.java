package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins two maps unit by unit; what one of them has only one of is repeated for the other. */
final class Merges {
    private final Bench bench;
    private final Sketch sketch;

    Merges(Bench bench) {
        this.bench = bench;
        this.sketch = bench.sketch();
    }

    View merge(Node node, View first, View second) {
        int rank = Math.max(first.rank(), second.rank());
        View left = ElementOperators.widened(first, rank);
        View right = ElementOperators.widened(second, rank);
        if (bench.is(left.layer(), "Scores") || bench.is(right.layer(), "Scores")) {
            throw new NotRead("it combines attention scores with a map");
        }
        List<List<Atom>> dims = new ArrayList<>();
        for (int dim = 0; dim < rank; dim++) {
            List<Atom> one = left.dims().get(dim);
            List<Atom> other = right.dims().get(dim);
            boolean alike = one.isEmpty() || other.isEmpty() || bench.areAlike(left.layer(), one, right.layer(), other);
            if (!alike) {
                throw new NotRead(
                        "it combines maps of different layouts: %s and %s".formatted(left.sizes(), right.sizes()));
            }
            dims.add(one.isEmpty() ? other : one);
        }
        left = repeated(left, right, node);
        right = repeated(right, left, node);
        List<Num> extents = new ArrayList<>();
        for (int axis = 0; axis < sketch.axes(); axis++) {
            Num one = sketch.extent(left.layer(), axis);
            Num other = sketch.extent(right.layer(), axis);
            boolean differ = one.isKnown() && other.isKnown() && !one.equals(other);
            if (differ && !one.is(1) && !other.is(1)) {
                throw new NotRead("it combines maps of different extents %s and %s".formatted(one, other));
            }
            extents.add(one.is(1) ? other : one);
        }
        Num channels =
                sketch.channels(left.layer()).is(1) ? sketch.channels(right.layer()) : sketch.channels(left.layer());
        requireApart(dims, channels, extents);
        boolean multiplies = node.type().equals("Mul") || node.type().equals("Div");
        List<Integer> sources = new ArrayList<>();
        for (View view : List.of(left, right)) {
            sources.add(widened(view, node, extents, multiplies));
        }
        Item item = new Item(multiplies ? "Multiply" : "Add", node, sources, channels, extents);
        if (!List.of("Add", "Mul", "Sum").contains(node.type())) {
            item.with("function", node.type().toLowerCase(Locale.ROOT));
        }
        return new View(sketch.add(item), dims, View.PLAIN, false, Math.max(left.before(), right.before()));
    }

    /** A product broadcasts single units by itself; all else is repeated by a layer. */
    private int widened(View view, Node node, List<Num> extents, boolean multiplies) {
        List<Num> own = sketch.extents(view.layer());
        boolean point = own.stream().allMatch(extent -> extent.is(1));
        boolean fits = true;
        for (int axis = 0; axis < own.size(); axis++) {
            fits &= own.get(axis).equals(extents.get(axis)) || !own.get(axis).is(1);
        }
        if (fits || multiplies && point) {
            return view.layer();
        }
        Item item = new Item("Upsample", node, List.of(view.layer()), sketch.channels(view.layer()), extents);
        item.with("mode", "NEAREST");
        List<Long> size = extents.stream().map(Num::orUnknown).toList();
        if (size.contains(-1L)) {
            throw new NotRead("it repeats a map over extents that are not known");
        }
        return sketch.add(item.with("size", size));
    }

    /** Where the other map has several groups of as many channels as this one, this one is repeated for each of them. */
    private View repeated(View view, View other, Node node) {
        Num own = sketch.channels(view.layer());
        Num wanted = sketch.channels(other.layer());
        if (own.is(1) || wanted.is(1) || own.equals(wanted) || !own.isWhole() || !wanted.isWhole()) {
            return view;
        }
        List<List<Atom>> dims = new ArrayList<>(view.dims());
        Num missing = Num.ONE;
        for (int dim = 0; dim < dims.size(); dim++) {
            for (Atom atom : other.dims().get(dim)) {
                if (atom.axis() == Atom.CHANNEL && dims.get(dim).isEmpty()) {
                    // Copies one after the other: the outermost part of the channels says which.
                    if (!missing.is(1) || !atom.stride().equals(own)) {
                        return view;
                    }
                    missing = atom.size();
                    dims.set(dim, List.of(atom));
                }
            }
        }
        if (!own.times(missing).equals(wanted) || missing.is(1)) {
            return view;
        }
        List<Integer> copies = Collections.nCopies((int) missing.orUnknown(), view.layer());
        int layer = sketch.add(new Item("Concat", node, copies, wanted, sketch.extents(view.layer())));
        return view.of(layer).withDims(dims);
    }

    /** Each place of a map meets one place of the other: no outer products, of channels or of positions. */
    private void requireApart(List<List<Atom>> dims, Num channels, List<Num> extents) {
        Map<Integer, Num> sizes = new HashMap<>();
        for (List<Atom> atoms : dims) {
            for (Atom atom : atoms) {
                sizes.merge(atom.axis(), atom.size(), Num::times);
            }
        }
        boolean fits = fits(sizes.get(Atom.CHANNEL), channels);
        for (int axis = 0; axis < extents.size(); axis++) {
            fits &= fits(sizes.get(Atom.SPACE + axis), extents.get(axis));
        }
        if (!fits) {
            throw new NotRead("it combines each unit of one map with several of the other");
        }
    }

    private static boolean fits(@Nullable Num size, Num extent) {
        return size == null || !size.isKnown() || !extent.isKnown() || size.equals(extent);
    }
}
