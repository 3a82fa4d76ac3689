package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Brings a view into a layout in which an operator can read it, with layers for what the layout does to the map. */
final class Layouts {
    private final Bench bench;
    private final Sketch sketch;

    Layouts(Bench bench) {
        this.bench = bench;
        this.sketch = bench.sketch();
    }

    /**
     * A view as a grid of positions with channels.
     *
     * @param view of a map that is as it should be
     * @param axes for each of the tensor's positional dimensions, which axis of the network it is, from 0
     */
    record Grid(View view, int[] axes) {}

    /** The view, its dimension {@code channel} being all channels and the following ones one axis each. */
    Grid grid(View given, Node node, int channel, List<Integer> space) {
        View view = given;
        Optional<View> shuffled = pixelShuffle(view, node, channel, space);
        view = shuffled.isPresent() ? shuffled.get() : channels(view, node, channel);
        int[] axes = new int[space.size()];
        Arrays.fill(axes, -1);
        boolean[] taken = new boolean[sketch.axes()];
        for (int i = 0; i < axes.length; i++) {
            List<Atom> atoms = view.dims().get(space.get(i));
            if (atoms.isEmpty()) {
                continue;
            }
            int axis = atoms.get(0).axis() - Atom.SPACE;
            if (axis < 0
                    || axis >= taken.length
                    || taken[axis]
                    || !bench.isWhole(view.layer(), atoms, axis + Atom.SPACE)) {
                throw new NotRead("it slides over something that is not an axis of the map: " + describe(atoms));
            }
            axes[i] = axis;
            taken[axis] = true;
        }
        for (int i = 0; i < axes.length; i++) {
            // An extent of 1 may stand for any axis of that extent; the order of the axes is kept.
            for (int axis = 0; axis < taken.length && axes[i] < 0; axis++) {
                if (!taken[axis] && sketch.extent(view.layer(), axis).is(1)) {
                    axes[i] = axis;
                    taken[axis] = true;
                }
            }
            if (axes[i] < 0) {
                throw new NotRead("it slides over an axis that the map does not have");
            }
        }
        for (int dim = 0; dim < view.rank(); dim++) {
            if (dim != channel && !space.contains(dim)) {
                checkApart(view, view.dims().get(dim));
            }
        }
        return new Grid(view, axes);
    }

    /** Whole axes may be counted in the batch; parts of them may not. */
    private void checkApart(View view, List<Atom> atoms) {
        for (Atom atom : atoms) {
            boolean whole = atom.axis() == Atom.BATCH
                    || atom.axis() >= Atom.SPACE
                            && atom.axis() < Atom.SPACE + sketch.axes()
                            && atom.size().equals(sketch.extent(view.layer(), atom.axis() - Atom.SPACE));
            if (!whole) {
                throw new NotRead("it works in parts of the map: " + describe(atoms));
            }
        }
    }

    /** The view, its dimension {@code dim} being all channels of a layer. */
    View channels(View given, Node node, int dim) {
        View view = given;
        if (dim >= view.rank()) {
            throw new NotRead("it has too few dimensions");
        }
        List<Atom> atoms = view.dims().get(dim);
        if (bench.isWhole(view.layer(), atoms, Atom.CHANNEL)) {
            return view;
        }
        if (atoms.stream().anyMatch(Atom::isPosition)) {
            return spaceToDepth(view, node, dim);
        }
        Num channels = sketch.channels(view.layer());
        boolean all = atoms.stream().allMatch(atom -> atom.axis() == Atom.CHANNEL)
                && View.size(atoms).equals(channels);
        if (!all) {
            throw new NotRead("it works on parts of the channels: " + describe(atoms));
        }
        Item shuffle = bench.map("ChannelShuffle", node, view.layer());
        Num outer = atoms.stream()
                .max((a, b) -> Double.compare(a.stride().factor(), b.stride().factor()))
                .orElseThrow()
                .size();
        shuffle.with("groups", outer.orUnknown());
        return view.of(sketch.add(shuffle)).withDim(dim, Bench.whole(Atom.CHANNEL, channels));
    }

    /** Neighbouring positions that stand among the channels. */
    private View spaceToDepth(View view, Node node, int dim) {
        long factor = 0;
        Num channels = Num.ONE;
        int found = 0;
        for (Atom atom : view.dims().get(dim)) {
            if (atom.axis() == Atom.CHANNEL) {
                channels = channels.times(atom.size());
                continue;
            }
            boolean inner = atom.isPosition()
                    && atom.axis() < Atom.SPACE + sketch.axes()
                    && atom.stride().is(1)
                    && (factor == 0 || atom.size().is(factor));
            if (!inner) {
                throw new NotRead("positions stand among its channels: "
                        + describe(view.dims().get(dim)));
            }
            factor = atom.size().orUnknown();
            found++;
        }
        if (found != sketch.axes() || factor < 2 || !channels.equals(sketch.channels(view.layer()))) {
            throw new NotRead("positions stand among its channels: "
                    + describe(view.dims().get(dim)));
        }
        Num size = Num.of(factor);
        List<Num> extents = new ArrayList<>();
        for (Num extent : sketch.extents(view.layer())) {
            extents.add(extent.parted(size).orElseThrow(() -> new NotRead("its blocks do not divide the map")));
        }
        Num merged = View.size(view.dims().get(dim));
        int layer = sketch.add(
                new Item("SpaceToDepth", node, List.of(view.layer()), merged, extents).with("factor", factor));
        List<List<Atom>> dims = new ArrayList<>();
        for (int i = 0; i < view.rank(); i++) {
            List<Atom> atoms = new ArrayList<>();
            for (Atom atom : view.dims().get(i)) {
                if (i == dim || !atom.isPosition()) {
                    atoms.add(atom);
                } else {
                    atoms.add(atom.withStride(atom.stride()
                            .dividedBy(size)
                            .orElseThrow(() -> new NotRead("its blocks are not tiles of the map"))));
                }
            }
            dims.add(i == dim ? Bench.whole(Atom.CHANNEL, merged) : atoms);
        }
        return new View(layer, dims);
    }

    /** Channels that stand inside the positions, all axes alike. */
    private Optional<View> pixelShuffle(View view, Node node, int channel, List<Integer> space) {
        Num factor = Num.ZERO;
        List<List<Atom>> dims = new ArrayList<>(view.dims());
        Num squares = Num.ONE;
        List<Num> extents = new ArrayList<>(sketch.extents(view.layer()));
        for (int dim : space) {
            List<Atom> atoms = view.dims().get(dim);
            boolean fits = atoms.size() == 2
                    && atoms.get(0).isPosition()
                    && atoms.get(1).axis() == Atom.CHANNEL
                    && bench.isWhole(
                            view.layer(), List.of(atoms.get(0)), atoms.get(0).axis())
                    && (factor.is(0) || atoms.get(1).size().equals(factor));
            if (!fits) {
                return Optional.empty();
            }
            factor = atoms.get(1).size();
            squares = squares.times(factor);
            int axis = atoms.get(0).axis();
            extents.set(axis - Atom.SPACE, atoms.get(0).size().times(factor));
            dims.set(dim, List.of(new Atom(axis, atoms.get(0).size().times(factor), Num.ONE)));
        }
        Optional<Num> channels = sketch.channels(view.layer()).dividedBy(squares);
        if (space.size() != sketch.axes()
                || channels.isEmpty()
                || channel >= view.rank()
                || !view.size(channel).equals(channels.get())) {
            return Optional.empty();
        }
        dims.set(channel, Bench.whole(Atom.CHANNEL, channels.get()));
        Item item = new Item("PixelShuffle", node, List.of(view.layer()), channels.get(), extents)
                .with("factor", factor.orUnknown());
        return Optional.of(new View(sketch.add(item), dims));
    }

    /** A layout in words, for messages. */
    String describe(List<Atom> atoms) {
        List<String> parts = new ArrayList<>();
        for (Atom atom : atoms) {
            String name = atom.axis() == Atom.BATCH
                    ? "batch"
                    : atom.axis() == Atom.CHANNEL
                            ? "channels"
                            : atom.axis() == Atom.HIDDEN
                                    ? "hidden values"
                                    : atom.axis() == Atom.TOKENS
                                            ? "tokens"
                                            : atom.isKey() ? "keys" : "axis " + (atom.axis() - Atom.SPACE);
            parts.add("%s of %s by %s".formatted(atom.size(), name, atom.stride()));
        }
        return parts.isEmpty() ? "an extent of 1" : String.join(", ", parts);
    }
}
