package dev.fovea.core.tiles;

import dev.fovea.core.network.OutputExtent.Formula;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * The extents of all maps as formal functions of the input's: {@code extent(n + step) = extent(n) + units}, for all
 * integers n, rounding included.
 *
 * <p>Most maps of a network share the function of another, which then stands for them: the number of functions depends
 * on strides and borders, not on the number of layers.
 */
final class FormalExtents implements IntToLongFunction {
    private final AxisGraph graph;

    /** Per map, the first one that has the same function. */
    private final int[] standing;

    /** The maps that stand for others, the input among them. */
    private final List<Integer> distinct = new ArrayList<>();

    private final long[] extents;

    FormalExtents(AxisGraph graph) {
        this.graph = graph;
        this.standing = new int[graph.target() + 1];
        this.extents = new long[graph.target() + 1];
        distinct.add(0);
        Map<List<Long>, Integer> known = new HashMap<>();
        for (int map : graph.maps()) {
            standing[map] = standing(map, known);
            if (standing[map] == map) {
                distinct.add(map);
            }
        }
    }

    private int standing(int map, Map<List<Long>, Integer> known) {
        Optional<Formula> formula = graph.extent(map).formula();
        if (formula.isEmpty()) {
            return map;
        }
        int read = standing[formula.get().map() + 1];
        if (formula.get().isIdentity()) {
            return read;
        }
        Integer first = known.putIfAbsent(formula.get().of(read), map);
        return first == null ? map : first;
    }

    /** The map that stands for a map: it has its extent, whatever the input's. */
    int standing(int map) {
        return standing[map];
    }

    /** The maps that stand for all, the input among them. */
    List<Integer> distinct() {
        return distinct;
    }

    /** The extent of each map that the target depends on, where the input's is {@code n}. */
    long[] at(long n) {
        extents[0] = n;
        for (int map : distinct) {
            if (map > 0) {
                extents[map] = graph.extent(map).of(this);
            }
        }
        long[] all = new long[extents.length];
        for (int map = 0; map < all.length; map++) {
            all[map] = extents[standing[map]];
        }
        return all;
    }

    @Override
    public long applyAsLong(int source) {
        return extents[standing[source + 1]];
    }
}
