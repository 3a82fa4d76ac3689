package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.view.Atom;
import dev.fovea.onnx.view.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** LSTM, GRU and plain recurrences along an axis. */
final class RecurrentOperators {
    private final Bench bench;
    private final Layouts layouts;

    RecurrentOperators(Bench bench, Layouts layouts) {
        this.bench = bench;
        this.layouts = layouts;
    }

    /** The outputs Y and Y_h. */
    List<View> recurrent(Call call) {
        Node node = call.node();
        if (node.number("layout", 0) == 1) {
            throw new NotRead("its layout is batch first");
        }
        View input = layouts.channels(bench.settle(call.view(0), node), node, 2);
        int layer = input.layer();
        List<Atom> sequence = input.dims().get(0);
        int axis = sequence.isEmpty() ? -1 : sequence.get(0).axis();
        if (axis < Atom.SPACE || axis >= Atom.SPACE + bench.sketch().axes() || !bench.isWhole(layer, sequence, axis)) {
            throw new NotRead("it runs along something that is not an axis of the map: " + layouts.describe(sequence));
        }
        for (Atom atom : input.dims().get(1)) {
            if (atom.axis() != Atom.BATCH && !bench.isWhole(layer, List.of(atom), atom.axis())) {
                throw new NotRead("it runs in parts of the map");
            }
        }
        boolean both = node.text("direction", "forward").equals("bidirectional");
        long units = node.number("hidden_size", 0);
        if (units < 1) {
            throw new NotRead("it states no hidden_size");
        }
        Num out = Num.of(both ? 2 * units : units);
        Item item =
                new Item("Recurrent", node, List.of(layer), out, bench.sketch().extents(layer));
        item.with("axis", (long) axis - Atom.SPACE).with("units", units).with("bidirectional", both);
        item.with("type", node.type());
        item.with("reverse", node.text("direction", "forward").equals("reverse"));
        int index = bench.sketch().add(item);
        Atom directions = new Atom(Atom.CHANNEL, Num.of(2), Num.of(units));
        List<Atom> hidden = units == 1 ? List.of() : List.of(new Atom(Atom.CHANNEL, Num.of(units), Num.ONE));
        List<Atom> first = both ? List.of(directions) : List.of();
        View all = new View(index, List.of(sequence, first, input.dims().get(1), hidden));
        Num extent = bench.sketch().extent(layer, axis - Atom.SPACE);
        if (both
                || !extent.isWhole()
                || node.outputs().size() < 2
                || node.outputs().get(1).isEmpty()) {
            return List.of(all);
        }
        return List.of(all, last(all, node, axis - Atom.SPACE, extent.orUnknown()));
    }

    /** The state after the last position, which is the output there. */
    private View last(View all, Node node, int axis, long extent) {
        boolean reverse = node.text("direction", "forward").equals("reverse");
        int axes = bench.sketch().axes();
        List<Long> padding = new ArrayList<>(Collections.nCopies(2 * axes, 0L));
        padding.set(reverse ? axes + axis : axis, extent - 1);
        List<Num> extents = new ArrayList<>(bench.sketch().extents(all.layer()));
        extents.set(axis, Num.ONE);
        Item item = new Item("Crop", node, List.of(all.layer()), bench.sketch().channels(all.layer()), extents);
        int layer = bench.sketch().add(item.with("padding", List.copyOf(padding)));
        return new View(
                layer, List.of(all.dims().get(1), all.dims().get(2), all.dims().get(3)));
    }
}
