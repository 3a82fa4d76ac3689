package dev.fovea.onnx.read;

import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
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
                throw new NotRead("it takes a statistic over a part of the channels");
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
        for (int dim : dims) {
            for (Atom atom : view.dims().get(dim)) {
                boolean whole = atom.axis() == Atom.TOKENS
                        || atom.isPosition() && bench.isWhole(view.layer(), List.of(atom), atom.axis());
                if (!whole) {
                    throw new NotRead("it takes a statistic over a part of the map");
                }
            }
        }
        return windows.globalPool(view, node, dims, function.equals("max") ? "MAX" : "AVERAGE");
    }
}
