package dev.fovea.core.tiles;

import dev.fovea.report.ExtentSet;
import dev.fovea.report.InputExtents;
import dev.fovea.report.Rational;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks at every class of the input's extents, those with one remainder modulo the step. */
final class Survey {
    private final AxisGraph graph;
    private final FormalExtents formal;
    private final Conditions conditions;
    private final ExtentClasses working;
    private final ExtentClasses lossless;
    private final ExtentClasses uniform;
    private final ExtentClasses proportional;
    private OptionalLong alignedAfter = OptionalLong.empty();
    private Optional<Rational> commonLoss = Optional.empty();
    private boolean lossesDiffer;

    private Survey(AxisGraph graph, FormalExtents formal) {
        int step = Math.toIntExact(graph.step());
        this.graph = graph;
        this.formal = formal;
        this.conditions = new Conditions(graph, formal);
        this.working = new ExtentClasses(step);
        this.lossless = new ExtentClasses(step);
        this.uniform = new ExtentClasses(step);
        this.proportional = new ExtentClasses(step);
    }

    /**
     * Looks at all classes.
     *
     * @param context what the units of one step depend on, where tiles can be exact
     * @param reference the extents for which {@code context} holds, as far as padding depends on them
     */
    static Survey of(AxisGraph graph, FormalExtents formal, Optional<Context> context, long[] reference) {
        Survey survey = new Survey(graph, formal);
        for (int residue = 0; survey.conditions.areKnown() && residue < graph.step(); residue++) {
            survey.look(residue, context, reference);
        }
        return survey;
    }

    private void look(int residue, Optional<Context> context, long[] reference) {
        long[] extents = formal.at(residue);
        Steps steps = new Steps(0);
        conditions.keepWorking(steps, extents);
        if (steps.isEmpty()) {
            return;
        }
        working.put(residue, steps);
        Steps even = new Steps(steps);
        conditions.keepUniform(even, extents);
        uniform.put(residue, even);
        if (conditions.isLossless(extents)) {
            lossless.put(residue, even);
        }
        Steps matching = new Steps(steps);
        conditions.keepProportional(matching, extents);
        proportional.put(residue, matching);
        if (graph.declared(0).isEmpty() && steps.isEndless() && graph.grows(graph.target())) {
            Optional<Rational> loss = Optional.of(loss(extents));
            lossesDiffer |= commonLoss.isPresent() && !commonLoss.equals(loss);
            commonLoss = loss;
        }
        if (context.isPresent() && even.isEndless() && context.get().padsAlike(extents, reference)) {
            long after = context.get().alignedAfter(residue, extents);
            alignedAfter = OptionalLong.of(Math.min(after, alignedAfter.orElse(after)));
        }
    }

    private Rational loss(long[] extents) {
        int target = graph.target();
        return Rational.of(extents[0]).minus(graph.jump(target).times(Rational.of(extents[target])));
    }

    /** The least number of pixels by which a tile must end later; empty where no tile is exact. */
    OptionalLong alignedAfter() {
        return alignedAfter;
    }

    /** Pixels for which there is no output: at the declared extent, else for any. */
    Optional<Rational> lost() {
        if (!graph.grows(graph.target())) {
            return Optional.empty();
        }
        OptionalLong declared = graph.declared(0);
        if (declared.isPresent()) {
            return Optional.of(loss(formal.at(declared.getAsLong())));
        }
        return lossesDiffer ? Optional.empty() : commonLoss;
    }

    InputExtents extents() {
        if (!conditions.areKnown()) {
            return InputExtents.UNKNOWN;
        }
        ExtentSet set = working.set();
        OptionalLong declared = graph.declared(0);
        return new InputExtents(
                Optional.of(set),
                Optional.of(lossless.set()),
                Optional.of(uniform.set()),
                Optional.of(proportional.set()),
                declared.isPresent() ? set.atOrBelow(declared.getAsLong()) : OptionalLong.empty(),
                declared.isPresent() ? set.atOrAbove(declared.getAsLong()) : OptionalLong.empty());
    }
}
