package dev.fovea.core.analysis;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks the layers in order and carries along what each sees: over all paths, and along the path that grows least.
 */
final class Propagation {
    private final Network network;
    private final List<List<FieldUnion>> seen = new ArrayList<>();
    private final List<List<FieldUnion>> shortest = new ArrayList<>();
    private final List<List<ReceptiveField>> figures = new ArrayList<>();
    private final List<Boolean> faulty = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Propagation(Network network) {
        this.network = network;
    }

    Analysis run() {
        for (Layer layer : network.layers()) {
            try {
                add(layer, false);
            } catch (ArithmeticException overflow) {
                findings.add(Structural.INVALID_ATTRIBUTE.finding(
                        Place.layer(layer.site()),
                        "the receptive field of %s exceeds what 64 bits hold; use smaller strides, rates or kernels"
                                .formatted(layer.name())));
                add(layer, true);
            }
        }
        return new Analysis(network, figures, faulty, findings);
    }

    private void add(Layer layer, boolean overflow) {
        List<FieldUnion> all = new ArrayList<>();
        List<FieldUnion> least = new ArrayList<>();
        List<ReceptiveField> row = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            if (axis > 0 && !overflow && isLikeFirst(layer, axis)) {
                all.add(all.get(0));
                least.add(least.get(0));
                row.add(row.get(0));
                continue;
            }
            FieldUnion here = overflow ? FieldUnion.UNKNOWN : seen(layer, axis);
            FieldUnion path = overflow ? FieldUnion.UNKNOWN : shortest(layer, axis, here);
            all.add(here);
            least.add(path);
            row.add(ReceptiveField.of(
                    here,
                    path,
                    layer.shape().extents().get(axis),
                    network.input().extents().get(axis),
                    layer.jumps().get(axis)));
        }
        seen.add(all);
        shortest.add(least);
        figures.add(List.copyOf(row));
        boolean fault = overflow || layer.faulty();
        for (Link link : layer.links()) {
            fault |= link.source() != Network.INPUT && faulty.get(link.source());
        }
        faulty.add(fault);
    }

    /** True if a layer's windows read along an axis what they read along the first: what it sees is the same. */
    private boolean isLikeFirst(Layer layer, int axis) {
        for (Link link : layer.links()) {
            Step step = link.steps().get(axis);
            if (step.window().isEmpty()
                    || !step.equals(link.steps().get(0))
                    || of(seen, link, axis) != of(seen, link, 0)
                    || of(shortest, link, axis) != of(shortest, link, 0)) {
                return false;
            }
        }
        return layer.shape().extents().get(axis).equals(layer.shape().extents().get(0))
                && network.input()
                        .extents()
                        .get(axis)
                        .equals(network.input().extents().get(0))
                && layer.jumps().get(axis).equals(layer.jumps().get(0));
    }

    private FieldUnion seen(Layer layer, int axis) {
        FieldUnion union = FieldUnion.NOTHING;
        for (Link link : layer.links()) {
            union = union.union(through(of(seen, link, axis), link.steps().get(axis), axis));
        }
        return layer.wholeMap() ? union.andWhole() : union;
    }

    /** A gate of extent 1 whose field covers the whole input is a path that reads the whole input. */
    private FieldUnion through(FieldUnion read, Step step, int axis) {
        boolean whole =
                step.isBroadcast() && read.coversInput(network.input().extents().get(axis));
        return read.through(whole ? new Step.Whole() : step);
    }

    /** Follows, at a merge, the input whose field is smallest; without merges it is the field over all paths. */
    private FieldUnion shortest(Layer layer, int axis, FieldUnion here) {
        if (layer.links().size() == 1) {
            Link link = layer.links().get(0);
            FieldUnion path = of(shortest, link, axis);
            return path == of(seen, link, axis)
                    ? here
                    : through(path, link.steps().get(axis), axis);
        }
        FieldUnion smallest = FieldUnion.UNKNOWN;
        long size = Long.MAX_VALUE;
        for (Link link : layer.links()) {
            FieldUnion path = through(of(shortest, link, axis), link.steps().get(axis), axis);
            if (!path.known()) {
                return path;
            }
            long own = path.largest().orElse(Long.MAX_VALUE);
            if (smallest == FieldUnion.UNKNOWN || own < size) {
                size = own;
                smallest = path;
            }
        }
        return smallest;
    }

    private static FieldUnion of(List<List<FieldUnion>> table, Link link, int axis) {
        return link.source() == Network.INPUT
                ? FieldUnion.INPUT
                : table.get(link.source()).get(axis);
    }
}
