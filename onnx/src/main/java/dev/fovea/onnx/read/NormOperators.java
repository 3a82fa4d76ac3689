package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.unread.Missing;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.List;

/** Normalisations. */
final class NormOperators {
    private final Bench bench;
    private final Layouts layouts;
    private final Remarks remarks;

    NormOperators(Bench bench, Layouts layouts, Remarks remarks) {
        this.bench = bench;
        this.layouts = layouts;
        this.remarks = remarks;
    }

    View batch(Call call) {
        View view = layouts.channels(bench.settle(call.view(0), call.node()), call.node(), 1);
        return view.of(add(view, call.node(), "BATCH"));
    }

    private int add(View view, Node node, String norm) {
        return bench.sketch().add(bench.map("Normalize", node, view.layer()).with("value", norm));
    }

    /** Over all that follows the dimension 1, which may be a part of the channels: then it is a group norm. */
    View instance(Call call) {
        View view = bench.settle(call.view(0), call.node());
        List<Atom> rest = new ArrayList<>();
        for (int dim = 2; dim < view.rank(); dim++) {
            rest.addAll(view.dims().get(dim));
        }
        requireAllPositions(view, rest);
        if (bench.isWhole(view.layer(), view.dims().get(1), Atom.CHANNEL)) {
            Item item = bench.map("Normalize", call.node(), view.layer()).with("value", "INSTANCE_AFFINE");
            return view.of(bench.sketch().add(item));
        }
        boolean channels = rest.stream().anyMatch(atom -> atom.axis() == Atom.CHANNEL)
                && view.dims().get(1).stream().allMatch(atom -> atom.axis() == Atom.CHANNEL);
        if (!channels && !view.dims().get(1).isEmpty()) {
            throw new NotRead("it normalises over something that is not part of a map");
        }
        // Its own scale and shift are ones and zeros for the groups; those of the channels follow.
        return view.of(add(view, call.node(), "GROUP"));
    }

    /** Over all that an image holds of a channel, unless the axes say otherwise. */
    View meanVariance(Call call) {
        View view = layouts.channels(bench.settle(call.view(0), call.node()), call.node(), 1);
        List<Integer> axes = new ArrayList<>(call.axes(99, view.rank()).orElse(List.of(0, 2, 3)));
        axes.remove((Integer) 0);
        List<Atom> over = new ArrayList<>();
        axes.forEach(axis -> over.addAll(view.dims().get(axis)));
        if (over.stream().anyMatch(atom -> atom.axis() == Atom.CHANNEL)) {
            throw new NotRead("it normalises over the channels too");
        }
        requireAllPositions(view, over);
        return view.of(add(view, call.node(), "INSTANCE"));
    }

    View group(Call call) {
        View view = layouts.channels(bench.settle(call.view(0), call.node()), call.node(), 1);
        return view.of(add(view, call.node(), "GROUP"));
    }

    View layer(Call call) {
        Node node = call.node();
        View view = bench.settle(call.view(0), node);
        int axis = call.axis(-1, view.rank());
        List<Atom> over = new ArrayList<>();
        for (int dim = axis; dim < view.rank(); dim++) {
            over.addAll(view.dims().get(dim));
        }
        if (bench.isWhole(view.layer(), over, Atom.CHANNEL)) {
            return view.of(add(view, node, node.type().equals("LayerNormalization") ? "LAYER" : "RMS"));
        }
        Num all = bench.sketch().channels(view.layer());
        for (Num extent : bench.sketch().extents(view.layer())) {
            all = all.times(extent);
        }
        if (View.size(over).equals(all)) {
            remarks.add(node, "a norm over channels and positions counts as a group norm", Missing.COSTS);
            return view.of(add(view, node, "GROUP"));
        }
        throw new NotRead("it normalises over something other than the channels: " + layouts.describe(over));
    }

    View local(Call call) {
        View view = layouts.channels(bench.settle(call.view(0), call.node()), call.node(), 1);
        Item item = bench.map("LocalResponseNorm", call.node(), view.layer())
                .with("value", call.node().number("size", 1));
        return view.of(bench.sketch().add(item));
    }

    private void requireAllPositions(View view, List<Atom> atoms) {
        Num positions = Num.ONE;
        for (Atom atom : atoms) {
            if (atom.isPosition()) {
                positions = positions.times(atom.size());
            }
        }
        Num all = Num.ONE;
        for (Num extent : bench.sketch().extents(view.layer())) {
            all = all.times(extent);
        }
        if (!positions.equals(all)) {
            throw new NotRead("it normalises over a part of the map: " + layouts.describe(atoms));
        }
    }
}
