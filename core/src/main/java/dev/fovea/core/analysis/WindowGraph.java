package dev.fovea.core.analysis;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The graph of the layers that widen, stride or resample: an edge leads from one to the next where only transparent
 * layers lie between them, unless a longer path implies it (transitive reduction).
 *
 * <p>So a shortcut around a convolution vanishes: the convolution's readers already read the same map through it.
 */
public final class WindowGraph {
    private final List<List<Integer>> predecessors = new ArrayList<>();
    private final List<List<Integer>> successors = new ArrayList<>();

    /** Per layer, the nearest window layers from which its output comes, itself if it is one. */
    private final List<List<Integer>> origins = new ArrayList<>();

    private final BitSet windows = new BitSet();
    private final BitSet ends = new BitSet();

    public WindowGraph(Network network) {
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            boolean global = isGlobal(network, layer);
            List<Integer> below = global ? List.of() : below(layer);
            boolean window = !global && isWindow(layer);
            windows.set(i, window);
            ends.set(i, global);
            predecessors.add(window ? below : List.of());
            successors.add(new ArrayList<>());
            origins.add(window ? List.of(i) : below);
            for (int predecessor : predecessors.get(i)) {
                successors.get(predecessor).add(i);
            }
        }
    }

    /** True for a layer that widens, strides or resamples. */
    public boolean isWindow(int layer) {
        return windows.get(layer);
    }

    /** True for a layer that reads the whole input, or only layers that do: a path ends there. */
    public boolean isEnd(int layer) {
        return ends.get(layer);
    }

    /** Window layers directly below, in declaration order. */
    List<Integer> predecessors(int layer) {
        return predecessors.get(layer);
    }

    /** Window layers directly above, in declaration order. */
    List<Integer> successors(int layer) {
        return successors.get(layer);
    }

    private List<Integer> below(Layer layer) {
        if (layer.links().size() == 1) {
            return origins(layer.links().get(0));
        }
        List<Integer> below = new ArrayList<>();
        for (Link link : layer.links()) {
            if (!link.isWhole()) {
                below.addAll(origins(link));
            }
        }
        Collections.sort(below);
        List<Integer> ascending = new ArrayList<>();
        for (Integer one : below) {
            if (ascending.isEmpty() || !one.equals(ascending.get(ascending.size() - 1))) {
                ascending.add(one);
            }
        }
        return reduced(ascending);
    }

    private List<Integer> origins(Link link) {
        return link.source() == Network.INPUT ? List.of() : origins.get(link.source());
    }

    /** Drops every layer from which a path leads to another one of the set; the layers are in ascending order. */
    private List<Integer> reduced(List<Integer> layers) {
        if (layers.size() < 2) {
            return List.copyOf(layers);
        }
        int lowest = layers.get(0);
        BitSet implied = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(layers);
        while (!open.isEmpty()) {
            List<Integer> below = predecessors.get(open.pop());
            // Ascending: what lies below the lowest can imply nothing.
            for (int i = below.size() - 1; i >= 0 && below.get(i) >= lowest; i--) {
                Integer predecessor = below.get(i);
                if (!implied.get(predecessor - lowest)) {
                    implied.set(predecessor - lowest);
                    open.push(predecessor);
                }
            }
        }
        int offset = lowest;
        return layers.stream().filter(layer -> !implied.get(layer - offset)).toList();
    }

    /** True if the layer reads the whole input, or only layers that do: a path ends there. */
    private static boolean isGlobal(Network network, Layer layer) {
        for (Link link : layer.links()) {
            boolean readsGlobal = link.source() != Network.INPUT
                    && network.layers().get(link.source()).isGlobal();
            if (!link.isWhole() && !readsGlobal) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWindow(Layer layer) {
        boolean readsWhole = false;
        boolean isLocal = false;
        for (Link link : layer.links()) {
            readsWhole |= link.isWhole();
            isLocal |= !link.isWhole();
            for (Step step : link.steps()) {
                if (!step.isTransparent() && !link.isWhole()) {
                    return true;
                }
            }
        }
        // What is read as a whole beside a local path does not bar that one.
        return readsWhole && !isLocal;
    }
}
