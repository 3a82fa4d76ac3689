package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Statistics over dimensions: over positions they are pools, over channels they stay where they are. */
final class ReduceOperators {
    private final Bench bench;
    private final WindowOperators windows;
    private final SharedPools shared;

    ReduceOperators(Bench bench, WindowOperators windows) {
        this.bench = bench;
        this.windows = windows;
        this.shared = new SharedPools(bench);
    }

    View reduce(Call call, String function) {
        Node node = call.node();
        View view = call.view(0);
        List<Integer> dims = new ArrayList<>(
                function.startsWith("arg")
                        ? List.of(call.axis(0, view.rank()))
                        : call.axes(1, view.rank()).orElse(List.of()));
        if (dims.isEmpty()) {
            if (node.number("noop_with_empty_axes", 0) == 1) {
                return view;
            }
            for (int dim = 0; dim < view.rank(); dim++) {
                dims.add(dim);
            }
        }
        List<Integer> space = new ArrayList<>();
        List<Integer> channels = new ArrayList<>();
        for (int dim : dims) {
            List<Atom> atoms = view.dims().get(dim);
            if (atoms.stream().anyMatch(Atom::isPosition)) {
                space.add(dim);
            } else if (!atoms.isEmpty()) {
                channels.add(dim);
            }
        }
        View result = view;
        if (!space.isEmpty()) {
            View summed = function.equals("mean") ? shared.summed(view, space) : view;
            result = positions(bench.settle(summed, node), node, space, function);
        }
        for (int dim : channels) {
            boolean ofChannels = result.dims().get(dim).stream().allMatch(atom -> atom.axis() == Atom.CHANNEL);
            if (!ofChannels) {
                boolean ofBatch = result.dims().get(dim).stream().allMatch(atom -> atom.axis() == Atom.BATCH);
                throw new NotRead("it takes a statistic over " + (ofBatch ? "the batch" : "a part of the channels"));
            }
            result = new View(
                    result.layer(),
                    result.withDim(dim, List.of()).dims(),
                    function + "(" + result.function() + ")",
                    true,
                    result.before());
        }
        if (node.number("keepdims", 1) == 1) {
            return result;
        }
        List<List<Atom>> left = new ArrayList<>();
        for (int dim = 0; dim < result.rank(); dim++) {
            if (!dims.contains(dim)) {
                left.add(result.dims().get(dim));
            }
        }
        return result.withDims(left);
    }

    private View positions(View view, Node node, List<Integer> dims, String function) {
        String type = function.equals("max") ? "MAX" : "AVERAGE";
        boolean all = true;
        for (int dim : dims) {
            for (Atom atom : view.dims().get(dim)) {
                all &= atom.axis() == Atom.TOKENS
                        || atom.isPosition() && bench.isWhole(view.layer(), List.of(atom), atom.axis());
            }
        }
        return all ? windows.globalPool(view, node, dims, type) : tiles(view, node, dims, type);
    }

    /** Neighbours that a reshape put into dimensions of their own: a pool whose stride is its kernel. */
    private View tiles(View view, Node node, List<Integer> dims, String type) {
        List<Num> extents = new ArrayList<>(bench.sketch().extents(view.layer()));
        List<Long> kernel = new ArrayList<>(Collections.nCopies(extents.size(), 1L));
        for (int dim : dims) {
            List<Atom> atoms = view.dims().get(dim);
            int axis = atoms.get(0).axis() - Atom.SPACE;
            boolean tiles = atoms.size() == 1
                    && axis < extents.size()
                    && atoms.get(0).stride().is(1)
                    && kernel.get(axis) == 1
                    && atoms.get(0).size().isWhole()
                    && extents.get(axis).dividedBy(atoms.get(0).size()).isPresent();
            if (!tiles) {
                throw new NotRead("it takes a statistic over a part of the map");
            }
            kernel.set(axis, atoms.get(0).size().orUnknown());
            extents.set(axis, extents.get(axis).dividedBy(atoms.get(0).size()).get());
        }
        Item item = new Item("Pool", node, List.of(view.layer()), bench.sketch().channels(view.layer()), extents);
        item.with("kernel", List.copyOf(kernel))
                .with("stride", List.copyOf(kernel))
                .with("type", type);
        View pooled = view.of(bench.sketch().add(item));
        for (int dim = 0; dim < view.rank(); dim++) {
            pooled = pooled.withDim(
                    dim, dims.contains(dim) ? List.of() : shrunk(view.dims().get(dim), kernel));
        }
        return pooled;
    }

    /** Atoms of the tiles, as those of the pool's units. */
    private static List<Atom> shrunk(List<Atom> atoms, List<Long> kernel) {
        List<Atom> shrunk = new ArrayList<>();
        for (Atom atom : atoms) {
            int axis = atom.axis() - Atom.SPACE;
            boolean pooled = axis >= 0 && axis < kernel.size() && kernel.get(axis) > 1;
            shrunk.add(
                    pooled
                            ? atom.withStride(atom.stride()
                                    .dividedBy(Num.of(kernel.get(axis)))
                                    .orElseThrow(() -> new NotRead("it takes a statistic over a part of the map")))
                            : atom);
        }
        return shrunk;
    }
}
