package dev.fovea.core.tiles;

import dev.fovea.Borders;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What units at an image's own borders read of maps that are mirrored there, or whose outermost unit is repeated.
 *
 * <p>As a rule that lies within what units in the middle read. This is not so where more is padded than half a window,
 * or a whole one: in causal layers, and at the longer side of even kernels. Tiles carry that much more there, wherever
 * they lie.
 */
final class Folds {
    private final AxisGraph graph;
    private final List<List<Reads>> reads;

    private Folds(AxisGraph graph, List<List<Reads>> reads) {
        this.graph = graph;
        this.reads = reads;
    }

    /** What is read, at the borders too; the same list where that adds nothing. */
    static List<List<Reads>> of(AxisGraph graph, List<List<Reads>> reads) {
        if (!areFolded(graph)) {
            return reads;
        }
        Folds folds = new Folds(graph, reads);
        List<List<Reads>> result = new ArrayList<>();
        for (int map = 0; map < reads.size(); map++) {
            result.add(folds.of(map));
        }
        return result.equals(reads) ? reads : result;
    }

    private static boolean areFolded(AxisGraph graph) {
        for (int map : graph.maps()) {
            if (isFolded(graph.layer(map).borders())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFolded(Borders borders) {
        return borders == Borders.REFLECT || borders == Borders.REPLICATE;
    }

    private List<Reads> of(int map) {
        List<Reads> own = new ArrayList<>();
        for (Reads read : reads.get(map)) {
            own.add(
                    read.step() instanceof Step.Window window && graph.needs(map) && map > 0
                            ? new Reads(read.source(), folded(map, window))
                            : read);
        }
        return own;
    }

    private Step.Window folded(int map, Step.Window window) {
        Borders borders = graph.layer(map).borders();
        if (!isFolded(borders)) {
            return window;
        }
        long times = borders == Borders.REFLECT ? 2 : 1;
        // Offsets of what a unit reads from where its window begins: beyond either end the place is turned back.
        long low = Math.min(0, window.reach() - times * window.end());
        long high = Math.max(window.reach(), times * window.begin());
        if (low == 0 && high == window.reach() || isWithinReaders(map, window, times)) {
            return window;
        }
        return new Step.Window(high - low + 1, window.stride(), 1, window.begin() - low, window.end(), 0);
    }

    /** A map that is only padded, for windows so large that their middle reads all that is turned back. */
    private boolean isWithinReaders(int map, Step.Window window, long times) {
        if (window.kernel() > 1 || window.stride() > 1) {
            return false;
        }
        long turned = times * Math.max(window.begin(), window.end());
        boolean read = false;
        for (int reader = map + 1; reader <= graph.target(); reader++) {
            Layer layer = graph.layer(reader);
            for (Link link : layer.links()) {
                if (link.source() + 1 == map && graph.needs(reader)) {
                    read = true;
                    if (!(link.steps().get(graph.axis()) instanceof Step.Window own)
                            || own.begin() > 0
                            || own.end() > 0
                            || own.reach() < turned) {
                        return false;
                    }
                }
            }
        }
        return read;
    }
}
