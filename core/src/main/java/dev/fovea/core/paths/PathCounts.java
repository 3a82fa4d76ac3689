package dev.fovea.core.paths;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.Reach;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The effective receptive fields of all layers: path counts as marginals along each axis (Luo et al. 2016, section 2.1, with
 * all weights one and no activation in between).
 *
 * <p>Counts are multiplied along a path and added at a merge, in integers of any length. Paths that read the whole input are
 * left out, as in all figures of local fields. A layer is unknown where its paths drift apart, the data moves its window, or
 * a path reads the whole input along some axes only, and where a network is too deep.
 */
public final class PathCounts {
    private final Analysis analysis;
    private final int axes;
    private final Allowance allowance;
    private final List<Optional<List<AxisCounts>>> counts = new ArrayList<>();
    private final List<List<Optional<EffectiveField>>> fields = new ArrayList<>();
    private Merged newest = new Merged(List.of(), List.of());

    private PathCounts(Analysis analysis) {
        this.analysis = analysis;
        this.axes = analysis.network().axes();
        this.allowance = new Allowance(analysis.network().layers().size());
    }

    /** Follows every path from the input to every layer. */
    public static PathCounts of(Analysis analysis) {
        PathCounts result = new PathCounts(analysis);
        int[] lastReader = lastReaders(analysis.network());
        for (int i = 0; i < analysis.network().layers().size(); i++) {
            Layer layer = analysis.network().layers().get(i);
            Optional<List<AxisCounts>> marginals = result.follow(i, layer);
            result.counts.add(marginals);
            result.fields.add(result.fields(marginals));
            for (Link link : layer.links()) {
                if (link.source() != Network.INPUT && lastReader[link.source()] == i && !result.isShown(link)) {
                    result.counts.set(link.source(), Optional.empty());
                }
            }
        }
        return result;
    }

    /** The effective field of unit 0 of a layer; empty where it is unknown, and where no local path leads there. */
    public Optional<EffectiveField> field(int layer, int axis) {
        return fields.get(layer).get(axis);
    }

    /**
     * Where nearly all paths to the first units of a layer lie along an axis; empty where it is unknown, and of layers between
     * others, whose counts are not kept.
     */
    public Optional<Bulk> bulk(int layer, int axis, long units) {
        Optional<List<AxisCounts>> perAxis = counts.get(layer);
        return perAxis.isEmpty() ? Optional.empty() : perAxis.get().get(axis).bulk(units);
    }

    /** True of endpoints, and of maps that are read as a whole: there a network's local part ends. */
    private boolean isShown(Link link) {
        return analysis.network().layers().get(link.source()).marks().endpoint().isPresent()
                || Reach.of(analysis, link) == Reach.WHOLE;
    }

    /**
     * The numbers of paths from the positions along an axis to unit 0 of a layer; empty where they are unknown, where no local
     * path leads there, and of layers between others, whose counts are not kept.
     */
    public Optional<Line> line(int layer, int axis) {
        return counts.get(layer)
                .flatMap(perAxis -> perAxis.get(axis).first().row())
                .map(row -> new Line(row.start(), row.all(), row.error()));
    }

    /**
     * Numbers of paths along one axis.
     *
     * @param start the first position with a path; may lie in the padding
     * @param counts never less than the numbers, and 0 only where there is no path
     * @param error by how much a count may exceed the number
     */
    public record Line(long start, List<BigInteger> counts, BigInteger error) {}

    private static int[] lastReaders(Network network) {
        int[] last = new int[network.layers().size()];
        for (int i = 0; i < last.length; i++) {
            for (Link link : network.layers().get(i).links()) {
                if (link.source() != Network.INPUT) {
                    last[link.source()] = i;
                }
            }
        }
        return last;
    }

    private List<Optional<EffectiveField>> fields(Optional<List<AxisCounts>> marginals) {
        List<Optional<EffectiveField>> result = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            Counts first = marginals.isPresent() ? marginals.get().get(axis).first() : Counts.NONE;
            result.add(first.isEmpty() ? Optional.empty() : Optional.of(first.field()));
        }
        return result;
    }

    private Optional<List<AxisCounts>> follow(int index, Layer layer) {
        for (int axis = 0; axis < axes; axis++) {
            if (analysis.seen(index, axis).field().isEmpty()) {
                return Optional.empty();
            }
        }
        List<Link> local = new ArrayList<>();
        for (Link link : layer.links()) {
            Reach reach = Reach.of(analysis, link);
            if (reach != Reach.WHOLE) {
                if (reach != Reach.LOCAL || !isCounted(link.source())) {
                    return Optional.empty();
                }
                local.add(link);
            }
        }
        try {
            List<AxisCounts> result = new ArrayList<>();
            for (int axis = 0; axis < axes; axis++) {
                result.add(axis > 0 && isLikeTheFirst(local, axis) ? result.get(0) : sum(local, axis));
            }
            if (local.size() > 1) {
                newest = new Merged(local, result);
            }
            return Optional.of(result);
        } catch (Budget.SpentException | ArithmeticException tooMany) {
            return Optional.empty();
        }
    }

    private boolean isCounted(int source) {
        return source == Network.INPUT || counts.get(source).isPresent();
    }

    /** True if every layer so far is alike along both axes. */
    private boolean isLikeTheFirst(List<Link> links, int axis) {
        for (Link link : links) {
            for (Step step : link.steps()) {
                if (!step.equals(link.steps().get(0))) {
                    return false;
                }
            }
            if (link.source() != Network.INPUT && read(link, axis) != read(link, 0)) {
                return false;
            }
        }
        return true;
    }

    private AxisCounts read(Link link, int axis) {
        return link.source() == Network.INPUT
                ? AxisCounts.input(axes)
                : counts.get(link.source()).orElseThrow().get(axis);
    }

    /** What the merge before has added up already is not added up again: a dense network's merges read ever more layers. */
    private AxisCounts sum(List<Link> links, int axis) {
        int known = newest.links.size();
        boolean continues =
                known > 1 && known <= links.size() && links.subList(0, known).equals(newest.links);
        AxisCounts sum = continues ? newest.sums.get(axis) : through(links.get(0), axis);
        for (Link link : links.subList(continues ? known : 1, links.size())) {
            sum = sum.plus(through(link, axis), allowance);
        }
        return sum;
    }

    private AxisCounts through(Link link, int axis) {
        AxisCounts read = read(link, axis);
        return link.isIdentity() ? read : read.through(steps(link, axis), allowance);
    }

    /** A merge and, per axis, the sum over its links. */
    private record Merged(List<Link> links, List<AxisCounts> sums) {}

    /** The step along the axis itself, then those along the others. */
    private List<Step.Local> steps(Link link, int axis) {
        List<Step.Local> steps = new ArrayList<>(List.of(link.local(axis)));
        for (int other = 0; other < axes; other++) {
            if (other != axis) {
                steps.add(link.local(other));
            }
        }
        return steps;
    }
}
