package dev.fovea.core.tiles;

import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Step;
import dev.fovea.core.paths.Bulk;
import dev.fovea.core.paths.PathCounts;
import dev.fovea.report.InputExtents;
import dev.fovea.report.Obstacle;
import dev.fovea.report.StreamPlan;
import dev.fovea.report.Target;
import dev.fovea.report.TargetAxis;
import dev.fovea.report.TilePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How a network is fed so that a target comes out: the last layer, or an endpoint. */
public final class Targets {
    private final Network network;
    private final AxisGraph graph;
    private final FormalExtents formal;

    private Targets(Network network, AxisGraph graph) {
        this.network = network;
        this.graph = graph;
        this.formal = new FormalExtents(graph);
    }

    /**
     * The last layer, then each other endpoint, in declaration order.
     *
     * @param paths of the same network
     */
    public static List<Target> of(Network network, PathCounts paths) {
        int last = network.layers().size() - 1;
        List<Target> targets = new ArrayList<>();
        targets.add(target(network, last, paths));
        for (int i = 0; i < last; i++) {
            if (network.layers().get(i).marks().endpoint().isPresent()) {
                targets.add(target(network, i, paths));
            }
        }
        return targets;
    }

    private static Target target(Network network, int target, PathCounts paths) {
        Layer layer = network.layers().get(target);
        List<TargetAxis> axes = new ArrayList<>();
        for (TargetAxis axis : axes(network, target)) {
            TilePlan plan = approximated(axis.tiles(), paths, target, axes.size());
            axes.add(new TargetAxis(plan, axis.extents(), axis.stream()));
        }
        return new Target(layer.name(), layer.marks().endpoint(), axes);
    }

    /** With the context that holds nearly all paths, where there is an exact one and it is known. */
    private static TilePlan approximated(TilePlan plan, PathCounts paths, int target, int axis) {
        if (!plan.exact() || plan.units().isEmpty()) {
            return plan;
        }
        long step = plan.step().orElseThrow();
        Optional<Bulk> bulk = paths.bulk(target, axis, plan.units().getAsLong());
        return bulk.isEmpty()
                ? plan
                : plan.withApproximate(-bulk.get().first(), bulk.get().last() + 1 - step);
    }

    /** The figures of any layer, per axis. */
    public static List<TargetAxis> axes(Network network, int target) {
        List<TargetAxis> axes = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            axes.add(axis > 0 && isLikeFirst(network, target, axis) ? axes.get(0) : of(network, target, axis));
        }
        return axes;
    }

    /** True if nothing differs from the first axis, so that no figure does. */
    private static boolean isLikeFirst(Network network, int target, int axis) {
        List<Extent> input = network.input().extents();
        if (!input.get(axis).known().equals(input.get(0).known())) {
            return false;
        }
        for (int i = 0; i <= target; i++) {
            Layer layer = network.layers().get(i);
            List<Extent> own = layer.shape().extents();
            boolean alike = own.get(axis).known().equals(own.get(0).known())
                    && (layer.outputExtents().isEmpty()
                            || layer.outputExtents()
                                    .get(axis)
                                    .equals(layer.outputExtents().get(0)));
            for (Link link : layer.links()) {
                alike &= isLike(link.steps().get(axis), link.steps().get(0));
            }
            if (!alike) {
                return false;
            }
        }
        return true;
    }

    /** Which unknown number of units is padded does not matter: tiles assume whole steps. */
    private static boolean isLike(Step step, Step other) {
        return step.equals(other)
                || step.window()
                        .flatMap(one -> other.window().filter(two -> isLike(one, two)))
                        .isPresent();
    }

    private static boolean isLike(Step.Window window, Step.Window other) {
        return window.unknownBegin() != 0
                && other.unknownBegin() != 0
                && window.kernel() == other.kernel()
                && window.stride() == other.stride()
                && window.rate() == other.rate();
    }

    /** The figures along one axis. */
    static TargetAxis of(Network network, int target, int axis) {
        if (dependsOnFault(network, target)) {
            return none(Optional.empty(), OptionalLong.empty());
        }
        AxisGraph graph;
        try {
            graph = AxisGraph.of(network, target, axis);
        } catch (ArithmeticException overflow) {
            return none(Optional.of(Obstacle.STEP), OptionalLong.empty());
        }
        if (graph.isTooLarge()) {
            return none(Obstacles.of(graph), OptionalLong.of(graph.step()));
        }
        try {
            return new Targets(network, graph).figures();
        } catch (ArithmeticException overflow) {
            return none(Optional.of(Obstacle.STEP), OptionalLong.empty());
        }
    }

    private static boolean dependsOnFault(Network network, int target) {
        boolean[] unknown = new boolean[target + 1];
        for (int i = 0; i <= target; i++) {
            Layer layer = network.layers().get(i);
            unknown[i] = layer.outputExtents().isEmpty();
            for (Link link : layer.links()) {
                unknown[i] |= link.source() != Network.INPUT && unknown[link.source()];
            }
            for (OutputExtent extent : layer.outputExtents()) {
                int copied = extent.copied().orElse(Network.INPUT);
                unknown[i] |= copied != Network.INPUT && unknown[copied];
            }
        }
        return unknown[target];
    }

    private static TargetAxis none(Optional<Obstacle> reason, OptionalLong step) {
        OptionalLong unknown = OptionalLong.empty();
        return new TargetAxis(
                new TilePlan(
                        false,
                        reason,
                        step,
                        unknown,
                        unknown,
                        unknown,
                        unknown,
                        unknown,
                        Optional.empty(),
                        unknown,
                        unknown),
                InputExtents.UNKNOWN,
                StreamPlan.NONE);
    }

    private TargetAxis figures() {
        Optional<Obstacle> reason = Obstacles.of(graph);
        long[] reference = formal.at(Math.floorMod(graph.declared(0).orElse(0), graph.step()));
        Optional<List<List<Reads>>> reads =
                reason.isEmpty() ? Optional.of(Reads.of(graph, reference)) : Optional.empty();
        Optional<Context> context =
                reads.isPresent() ? Optional.of(Context.of(graph, formal, reads.get())) : Optional.empty();
        if (context.isPresent() && context.get().isEmpty()) {
            reason = Optional.of(Obstacle.EMPTY);
            context = Optional.empty();
        }
        Optional<Context> carried =
                context.isPresent() ? Optional.of(carried(context.get(), reads.orElseThrow())) : Optional.empty();
        Survey survey = Survey.of(graph, formal, carried, reference);
        return new TargetAxis(
                plan(reason, context, carried, survey),
                survey.extents(),
                context.isPresent() ? Stream.of(network, graph, reads.get()) : StreamPlan.NONE);
    }

    /** What tiles must carry, so that they are exact at the image's own borders too. */
    private Context carried(Context context, List<List<Reads>> reads) {
        List<List<Reads>> folded = Folds.of(graph, reads);
        return folded == reads ? context : Context.of(graph, formal, folded);
    }

    private TilePlan plan(
            Optional<Obstacle> reason, Optional<Context> context, Optional<Context> carried, Survey survey) {
        boolean steps = !reason.equals(Optional.of(Obstacle.FIXED)) && !reason.equals(Optional.of(Obstacle.NONUNIFORM));
        OptionalLong step = steps ? OptionalLong.of(graph.step()) : OptionalLong.empty();
        OptionalLong units = steps && graph.grows(graph.target())
                ? OptionalLong.of(graph.units(graph.target()))
                : OptionalLong.empty();
        if (context.isEmpty()) {
            OptionalLong none = OptionalLong.empty();
            return new TilePlan(false, reason, step, units, none, none, none, none, survey.lost(), none, none);
        }
        Context read = context.get();
        return new TilePlan(
                true,
                reason,
                step,
                units,
                OptionalLong.of(read.before()),
                OptionalLong.of(read.after()),
                survey.alignedAfter().isPresent()
                        ? OptionalLong.of(carried.orElseThrow().alignedBefore())
                        : OptionalLong.empty(),
                survey.alignedAfter(),
                survey.lost(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }
}
