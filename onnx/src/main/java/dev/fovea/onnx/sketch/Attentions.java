package dev.fovea.onnx.sketch;

import dev.fovea.onnx.fold.Num;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Joins the projections, products and shifts of self-attention into one layer (Vaswani et al. 2017; windows: Liu et al.
 * 2021; grids: Tu et al. 2022).
 */
final class Attentions {
    private final Rewriting net;

    private Attentions(Rewriting net) {
        this.net = net;
    }

    static void join(Rewriting net) {
        Attentions attentions = new Attentions(net);
        for (int layer = 0; layer < net.size(); layer++) {
            if (net.is(layer, "AttentionCore") && !attentions.join(layer)) {
                attentions.stand(layer);
            }
        }
    }

    /** Where projections and products are not one layer: of queries, keys and values as they are, if it reads all of them. */
    private void stand(int core) {
        if (net.item(core).has(Item.PARTS, true)) {
            net.item(core).become("Attention");
        }
    }

    /** False where there are not four projections of and for one map. */
    private boolean join(int core) {
        Set<Integer> inputs = new HashSet<>();
        Set<Integer> projections = new LinkedHashSet<>();
        for (int source : net.item(core).sources()) {
            int part = source;
            // Queries and keys may be scaled or normalised, each for itself.
            while (net.is(part, "Activate") && !net.item(part).values().containsKey("value")) {
                part = net.item(part).sources().get(0);
            }
            int projection = net.is(part, "Slice") ? net.item(part).sources().get(0) : part;
            if (projection < 0 || !net.item(projection).isPointwise()) {
                return false;
            }
            projections.add(projection);
            inputs.add(net.item(projection).sources().get(0));
            if (!net.sketch()
                    .channels(part)
                    .equals(net.sketch().channels(net.item(projection).sources().get(0)))) {
                return false;
            }
        }
        int projected = net.onlyReader(core);
        if (inputs.size() != 1 || projected < 0 || !net.item(projected).isPointwise()) {
            return false;
        }
        int input = inputs.iterator().next();
        List<Long> window = net.item(core).numbers("window");
        Ends ends = new Ends(input, projected, Collections.nCopies(net.sketch().axes(), 0L));
        if (!window.isEmpty()) {
            ends = widened(ends, window);
        }
        Item last = net.item(ends.output());
        Item attention = net.item(projected);
        long out = attention.channels().equals(net.sketch().channels(input))
                ? 0
                : attention.channels().orUnknown();
        Object heads = net.item(core).values().get("heads");
        attention.become("Attention");
        for (int projection : projections) {
            attention.withWeights(net.item(projection).weights());
        }
        attention.values().clear();
        attention.with("heads", heads).with("out", out).with("window", window);
        attention.with("grid", net.item(core).numbers("grid"));
        if (Collections.max(ends.shift()) > 0) {
            attention.with("shift", ends.shift());
        }
        attention.extents().clear();
        attention.extents().addAll(last.extents());
        net.rewire(projected, List.of(ends.input()));
        if (ends.output() != projected) {
            net.redirect(ends.output(), projected);
        }
        return true;
    }

    /** What the layer reads, where its result is, and by how much the windows are shifted. */
    private record Ends(int input, int output, List<Long> shift) {}

    /** Around windows: the map is padded at its end and rolled before, rolled back and cropped after. */
    private Ends widened(Ends inner, List<Long> window) {
        int axes = net.sketch().axes();
        List<Long> shift = new ArrayList<>(Collections.nCopies(axes, 0L));
        int input = inner.input();
        while (net.is(input, "Roll")) {
            add(shift, net.item(input).numbers("shift"));
            input = net.item(input).sources().get(0);
        }
        int output = inner.output();
        List<Long> back = new ArrayList<>(Collections.nCopies(axes, 0L));
        while (net.is(net.onlyReader(output), "Roll")) {
            output = net.onlyReader(output);
            add(back, net.item(output).numbers("shift"));
        }
        for (int axis = 0; axis < axes; axis++) {
            Num extent = net.sketch().extent(inner.input(), axis);
            long sum = shift.get(axis) + back.get(axis);
            if (sum != 0 && !extent.is(sum)) {
                return inner;
            }
        }
        if (!net.is(input, "Pad")) {
            return new Ends(input, output, List.copyOf(shift));
        }
        List<Long> padding = net.item(input).numbers("padding");
        List<Long> cropped = new ArrayList<>(Collections.nCopies(2 * axes, 0L));
        while (net.is(net.onlyReader(output), "Crop")) {
            output = net.onlyReader(output);
            add(cropped, net.item(output).numbers("padding"));
        }
        boolean atEnd = padding.equals(cropped) && !net.item(input).values().containsKey("mode");
        for (int axis = 0; axis < axes; axis++) {
            atEnd &= padding.get(axis) == 0 && padding.get(axes + axis) < window.get(axis);
        }
        return atEnd ? new Ends(net.item(input).sources().get(0), output, List.copyOf(shift)) : inner;
    }

    private static void add(List<Long> sums, List<Long> more) {
        for (int i = 0; i < sums.size(); i++) {
            sums.set(i, sums.get(i) + more.get(i));
        }
    }
}
