package dev.fovea.core.pathmap;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.Reach;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Step;
import dev.fovea.core.paths.Budget;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Some of the paths to a unit: those to a grid of units below it, each of which is reached from the pixels by a factor times
 * the product of the paths along the axes.
 */
record PathPart(CountGrid grid, BigInteger factor, List<AxisPath> paths) {
    /** All paths to a unit: they are followed down, unit by unit, to where a few products tell the rest. */
    static List<PathPart> of(Analysis analysis, Products products, int layer, List<Long> unit, Budget budget)
            throws UncountedException {
        List<PathPart> parts = new ArrayList<>();
        TreeMap<Integer, CountGrid> open = new TreeMap<>();
        open.put(layer, CountGrid.point(unit.stream().mapToLong(Long::longValue).toArray()));
        while (!open.isEmpty()) {
            int top = open.lastKey();
            CountGrid grid = open.remove(top);
            Optional<Map<List<AxisPath>, BigInteger>> rest = products.of(top);
            if (rest.isPresent()) {
                CountGrid cropped = grid.cropped();
                rest.get().forEach((paths, factor) -> parts.add(new PathPart(cropped, factor, paths)));
                continue;
            }
            for (Link link : analysis.network().layers().get(top).links()) {
                Reach reach = Reach.of(analysis, link);
                if (reach == Reach.LOCAL) {
                    CountGrid read = read(grid, link, budget);
                    CountGrid known = open.get(link.source());
                    if (known != null) {
                        budget.take(read.values().length + known.values().length, 0);
                    }
                    open.put(link.source(), known == null ? read : known.plus(read));
                } else if (reach != Reach.WHOLE) {
                    throw new UncountedException(reach.why());
                }
            }
        }
        return parts;
    }

    private static CountGrid read(CountGrid grid, Link link, Budget budget) {
        CountGrid read = grid;
        for (int axis = 0; axis < link.steps().size(); axis++) {
            Step.Local step = link.local(axis);
            if (!step.isIdentity()) {
                read = read.read(axis, step);
                budget.take(read.values().length, 0);
            }
        }
        return read;
    }
}
