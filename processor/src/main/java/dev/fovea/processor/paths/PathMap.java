package dev.fovea.processor.paths;

import dev.fovea.processor.analysis.Analysis;
import dev.fovea.processor.network.Link;
import dev.fovea.processor.network.Network;
import dev.fovea.processor.network.Step;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The number of paths from every pixel to one unit, over all axes together: what its gradient is with all weights one. Paths
 * that read the whole input are left out.
 *
 * @param start first pixel of the box that all paths come from, per axis; may lie in the padding
 * @param size pixels of that box, per axis
 * @param counts paths from each pixel of the box; the last axis runs fastest
 */
public record PathMap(List<Long> start, List<Integer> size, List<BigInteger> counts) {
    public PathMap {
        start = List.copyOf(start);
        size = List.copyOf(size);
        counts = List.copyOf(counts);
    }

    /** The paths to a unit; empty where they cannot be followed, or come from more than 2^18 pixels. */
    public static Optional<PathMap> of(Analysis analysis, int layer, List<Long> unit) {
        try {
            TreeMap<Integer, CountGrid> open = new TreeMap<>();
            open.put(
                    layer,
                    CountGrid.point(unit.stream().mapToLong(Long::longValue).toArray()));
            while (open.lastKey() != Network.INPUT) {
                int top = open.lastKey();
                CountGrid grid = open.remove(top);
                for (Link link : analysis.network().layers().get(top).links()) {
                    if (!analysis.readsWhole(link, 0)) {
                        open.merge(link.source(), read(analysis, grid, link), CountGrid::plus);
                    }
                }
                if (open.isEmpty()) {
                    return Optional.empty();
                }
            }
            return Optional.of(map(open.get(Network.INPUT).cropped()));
        } catch (Budget.SpentException | ArithmeticException tooMany) {
            return Optional.empty();
        }
    }

    private static CountGrid read(Analysis analysis, CountGrid grid, Link link) {
        CountGrid read = grid;
        for (int axis = 0; axis < link.steps().size(); axis++) {
            if (analysis.readsWhole(link, axis)
                    || !(link.steps().get(axis) instanceof Step.Local step)
                    || step instanceof Step.Window window && window.unknownBegin() != 0) {
                throw new Budget.SpentException();
            }
            read = step.equals(Step.IDENTITY) ? read : read.read(axis, step);
        }
        return read;
    }

    private static PathMap map(CountGrid grid) {
        return new PathMap(
                Arrays.stream(grid.start()).boxed().toList(),
                Arrays.stream(grid.size()).boxed().toList(),
                Arrays.asList(grid.values()));
    }

    /** The same along one axis: the paths from all pixels of each position; empty where no path leads to the unit. */
    public Optional<PathCounts.Line> line(int axis) {
        int inner = size.subList(axis + 1, size.size()).stream().reduce(1, Math::multiplyExact);
        BigInteger[] sums = new BigInteger[size.get(axis)];
        Arrays.fill(sums, BigInteger.ZERO);
        for (int index = 0; index < counts.size(); index++) {
            int place = index / inner % sums.length;
            sums[place] = sums[place].add(counts.get(index));
        }
        return sums.length == 0 ? Optional.empty() : Optional.of(new PathCounts.Line(start.get(axis), List.of(sums)));
    }

    /** All paths. */
    public BigInteger total() {
        return counts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The paths from the pixel that has most. */
    public BigInteger most() {
        return counts.stream().reduce(BigInteger.ZERO, BigInteger::max);
    }
}
