package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where layers are put together: turns views into layers as operators need them. */
final class Bench {
    private final Sketch sketch;
    private final Initializers initializers = new Initializers();
    private final Map<String, Integer> settled = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<Num, Sum> sums = new HashMap<>();

    Bench(Sketch sketch) {
        this.sketch = sketch;
    }

    Sketch sketch() {
        return sketch;
    }

    Initializers initializers() {
        return initializers;
    }

    Item item(int layer) {
        return sketch.items().get(layer);
    }

    boolean is(int layer, String op) {
        return layer >= 0 && item(layer).is(op);
    }

    /** The view of a layer that holds what the function made of it. */
    View settle(View view, Node node) {
        if (view.isPlain()) {
            return view;
        }
        if (isScores(view.layer())) {
            return view.withFunction(View.PLAIN);
        }
        SharedPools.requireNone(view);
        if (view.reduced()) {
            List<List<Atom>> left = channelsLeft(view.dims());
            Num channels = channels(left);
            String what = "reduced %s %s".formatted(view.function(), view.dims());
            return view.of(memo(view.layer(), what, () -> statistic(view, channels, node)))
                    .withDims(left);
        }
        Optional<Functions.Known> known = Functions.of(view.function());
        if (known.isPresent() && known.get().isIdentity()) {
            return view.of(view.layer());
        }
        return view.of(memo(view.layer(), view.function(), () -> function(view, known, node)));
    }

    private boolean isScores(int layer) {
        return is(layer, "Scores");
    }

    private interface Made {
        Item item();
    }

    private int memo(int layer, String what, Made made) {
        String key = layer + " " + what;
        Integer known = settled.get(key);
        if (known == null) {
            known = sketch.add(made.item());
            settled.put(key, known);
        }
        return known;
    }

    private Item function(View view, Optional<Functions.Known> known, Node node) {
        int layer = view.layer();
        if (known.isPresent() && known.get().isNorm()) {
            return map("Normalize", node, layer).with("value", known.get().name());
        }
        Item item = map("Activate", node, layer);
        item.with("function", view.function());
        known.ifPresent(activation -> item.with("value", activation.name()));
        return item;
    }

    /** What a statistic over channels leaves: one for each group, each position for itself. */
    private Item statistic(View view, Num channels, Node node) {
        return new Item("Slice", node, List.of(view.layer()), channels, sketch.extents(view.layer()))
                .with("begin", 0L)
                .with("end", channels.orUnknown())
                .with("function", view.function());
    }

    /** Parts of the channels that are left, those that were beside the others' values now beside each other. */
    private static List<List<Atom>> channelsLeft(List<List<Atom>> dims) {
        List<List<Atom>> left = new ArrayList<>();
        for (List<Atom> atoms : dims) {
            List<Atom> kept = new ArrayList<>();
            for (Atom atom : atoms) {
                Num stride = Num.ONE;
                for (List<Atom> others : dims) {
                    for (Atom other : others) {
                        boolean inner = other.axis() == Atom.CHANNEL
                                && other.stride().factor() < atom.stride().factor();
                        stride = inner ? stride.times(other.size()) : stride;
                    }
                }
                kept.add(atom.axis() == Atom.CHANNEL ? atom.withStride(stride) : atom);
            }
            left.add(kept);
        }
        return left;
    }

    private static Num channels(List<List<Atom>> dims) {
        Num channels = Num.ONE;
        for (List<Atom> atoms : dims) {
            for (Atom atom : atoms) {
                channels = atom.axis() == Atom.CHANNEL ? channels.times(atom.size()) : channels;
            }
        }
        return channels;
    }

    /** A layer of the same shape as {@code layer}. */
    Item map(String op, Node node, int layer) {
        return new Item(op, node, List.of(layer), sketch.channels(layer), sketch.extents(layer));
    }

    /** True if the atoms are all of an axis, in order. */
    boolean isWhole(int layer, List<Atom> atoms, int axis) {
        Num extent = axis == Atom.CHANNEL ? sketch.channels(layer) : sketch.extent(layer, axis - Atom.SPACE);
        if (extent.is(1)) {
            return atoms.isEmpty();
        }
        return atoms.size() == 1
                && atoms.get(0).axis() == axis
                && atoms.get(0).size().equals(extent)
                && atoms.get(0).stride().is(1);
    }

    /**
     * True if dimensions of two maps hold the same places. Whole axes whose extents are not known do: a graph that joins
     * them could not run otherwise.
     */
    boolean areAlike(int layer, List<Atom> atoms, int other, List<Atom> others) {
        if (atoms.equals(others)) {
            return true;
        }
        if (atoms.size() != 1
                || others.size() != 1
                || atoms.get(0).axis() != others.get(0).axis()) {
            return false;
        }
        int axis = atoms.get(0).axis();
        boolean open = !atoms.get(0).size().isKnown() || !others.get(0).size().isKnown();
        return open && axis <= Atom.SPACE + 2 && isWhole(layer, atoms, axis) && isWhole(other, others, axis);
    }

    /** An axis that is whole; nothing for an extent of 1. */
    static List<Atom> whole(int axis, Num extent) {
        return extent.is(1) ? List.of() : List.of(new Atom(axis, extent, Num.ONE));
    }

    /** The number of windows along an axis: {@code (extent + pads - reach) / stride + 1}, rounded. */
    Num windows(Num extent, long pads, long reach, long stride, boolean ceil) {
        long spare = pads - reach;
        if (extent.isWhole()) {
            double room = extent.factor() + spare;
            double count = (ceil ? Math.ceil(room / stride) : Math.floor(room / stride)) + 1;
            return Num.of(count);
        }
        if (stride == 1) {
            return plus(extent, spare + 1);
        }
        if (spare == -stride || spare < 0 && spare > -stride && extent.factor() % stride == 0) {
            Optional<Num> exact = extent.dividedBy(Num.of(stride));
            if (exact.isPresent()) {
                return exact.get();
            }
        }
        return named("(%s + %s)/%s %s".formatted(extent, spare, stride, ceil ? "up" : "down"));
    }

    /** An extent and an amount; amounts that cancel each other leave the extent itself. */
    Num plus(Num extent, long amount) {
        if (extent.isKnown()) {
            return Num.of(extent.factor() + amount);
        }
        Sum before = sums.getOrDefault(extent, new Sum(extent, 0));
        Sum sum = new Sum(before.extent(), before.amount() + amount);
        if (sum.amount() == 0) {
            return sum.extent();
        }
        Num result = named(sum.extent() + " + " + sum.amount());
        sums.put(result, sum);
        return result;
    }

    private record Sum(Num extent, long amount) {}

    /** An extent that is not known; the same for equal descriptions. */
    Num named(String description) {
        return Num.unknown(names.computeIfAbsent(description, key -> "n" + names.size()));
    }
}
