package dev.fovea.core.tiles;

import java.util.List;

/**
 * The extents of all maps as formal functions of the input's: {@code extent(n + step) = extent(n) + units}, for all
 * integers n, rounding included.
 */
final class FormalExtents {
    private final AxisGraph graph;
    private final List<Integer> maps;

    FormalExtents(AxisGraph graph) {
        this.graph = graph;
        this.maps = graph.maps();
    }

    /** The extent of each map that the target depends on, where the input's is {@code n}. */
    long[] at(long n) {
        long[] extents = new long[graph.target() + 1];
        extents[0] = n;
        for (int map : maps) {
            extents[map] = graph.extent(map).of(source -> extents[source + 1]);
        }
        return extents;
    }
}
