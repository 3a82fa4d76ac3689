package dev.fovea.core.analysis;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.report.Rational;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A network in which every merge of branches reads only the one that sees least: of a pyramid's level the lateral branch,
 * without what comes down from coarser levels. A shortcut around layers of one grid is not a branch.
 */
public final class NarrowestBranches {
    private final Analysis analysis;

    private NarrowestBranches(Analysis analysis) {
        this.analysis = analysis;
    }

    /** The network with its narrowest branches alone, followed anew; the same where nothing is to be left out. */
    public static Analysis of(Analysis analysis) {
        NarrowestBranches branches = new NarrowestBranches(analysis);
        Network network = analysis.network();
        List<Layer> layers = new ArrayList<>(network.layers());
        boolean branched = false;
        for (int i = 0; i < layers.size(); i++) {
            Optional<Link> narrowest = branches.narrowest(layers.get(i));
            if (narrowest.isPresent()) {
                layers.set(i, layers.get(i).reading(narrowest.get()));
                branched = true;
            }
        }
        return branched ? Analysis.of(network.with(layers)) : analysis;
    }

    /** The narrowest input of a merge; empty where the inputs are not branches, or the field of one is unknown. */
    private Optional<Link> narrowest(Layer layer) {
        List<Link> local = layer.links().stream().filter(this::isLocal).toList();
        if (local.size() < 2 || hasShortcut(local)) {
            return Optional.empty();
        }
        Optional<Link> narrowest = Optional.empty();
        long least = Long.MAX_VALUE;
        for (Link link : local) {
            OptionalLong size = size(link);
            if (size.isEmpty()) {
                return Optional.empty();
            }
            if (size.getAsLong() < least) {
                least = size.getAsLong();
                narrowest = Optional.of(link);
            }
        }
        return narrowest;
    }

    private boolean isLocal(Link link) {
        for (int axis = 0; axis < link.steps().size(); axis++) {
            if (analysis.readsWhole(link, axis)) {
                return false;
            }
        }
        return true;
    }

    /** The largest of the axes' fields. */
    private OptionalLong size(Link link) {
        if (link.source() == Network.INPUT) {
            return OptionalLong.of(1);
        }
        long largest = 0;
        for (ReceptiveField field : analysis.figures().get(link.source())) {
            if (field.size().isEmpty()) {
                return OptionalLong.empty();
            }
            largest = Math.max(largest, field.size().getAsLong());
        }
        return OptionalLong.of(largest);
    }

    private boolean hasShortcut(List<Link> links) {
        for (Link one : links) {
            for (Link other : links) {
                if (one.source() < other.source() && leadsTo(one.source(), other.source())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** True if a path of maps with one jump leads from a map to another. */
    private boolean leadsTo(int map, int end) {
        List<Optional<Rational>> jumps = jumps(map);
        BitSet passed = new BitSet();
        Deque<Integer> maps = new ArrayDeque<>(List.of(end));
        while (!maps.isEmpty()) {
            for (Link link : analysis.network().layers().get(maps.pop()).links()) {
                int source = link.source();
                if (source == map) {
                    return true;
                }
                if (source > map && !passed.get(source) && jumps(source).equals(jumps)) {
                    passed.set(source);
                    maps.push(source);
                }
            }
        }
        return false;
    }

    private List<Optional<Rational>> jumps(int map) {
        List<Optional<Rational>> jumps = new ArrayList<>();
        for (int axis = 0; axis < analysis.network().axes(); axis++) {
            jumps.add(analysis.jump(map, axis));
        }
        return jumps;
    }
}
