package dev.fovea.core.rule;

import dev.fovea.core.analysis.Ancestry;
import dev.fovea.core.analysis.LikeAxes;
import dev.fovea.core.analysis.MergePaths;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Operation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A rule on the inputs of a merge; a merge has at most one finding, on the first axis that has one. */
abstract class MergeRule extends Rule {
    MergeRule(Severity severity, String summary) {
        super(severity, summary);
    }

    @Override
    public final void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        List<Layer> layers = analysed.network().layers();
        if (!joins(layers)) {
            return;
        }
        boolean[] reported = new boolean[layers.size()];
        for (int axis = 0; axis < analysed.network().axes(); axis++) {
            // Where an axis is like the first, so is the verdict.
            BitSet judged = axis == 0 ? new BitSet() : LikeAxes.of(analysed.network(), axis);
            Ancestry ancestry = Ancestry.of(analysed.analysis(), axis);
            MergePaths paths = new MergePaths(analysed.analysis(), axis);
            for (int i = 0; i < reported.length; i++) {
                if (reported[i] || judged.get(i) || analysed.analysis().faulty().get(i)) {
                    continue;
                }
                List<Integer> inputs = inputs(layers.get(i));
                if (inputs.size() > 1) {
                    Merge merge = new Merge(
                            analysed,
                            layers.get(i),
                            inputs,
                            axis,
                            ancestry.coarsest().get(i),
                            ancestry.causal().get(i),
                            paths);
                    Optional<Finding> finding = check(merge);
                    reported[i] = finding.isPresent();
                    finding.ifPresent(findings);
                }
            }
        }
    }

    /** What is wrong with a merge along an axis, if anything. */
    abstract Optional<Finding> check(Merge merge);

    private static boolean joins(List<Layer> layers) {
        for (Layer layer : layers) {
            if (layer.links().size() > 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * Positions of the links that are joined unit by unit; gates of extent 1 and maps that are read as a whole are not, and
     * what an unpooling reads besides, its indices, is on another grid by nature.
     */
    private static List<Integer> inputs(Layer layer) {
        List<Integer> inputs = new ArrayList<>();
        if (layer.operation() == Operation.UNPOOL) {
            return inputs;
        }
        for (int i = 0; i < layer.links().size(); i++) {
            Link link = layer.links().get(i);
            if (!link.isBroadcast() && !link.isWhole()) {
                inputs.add(i);
            }
        }
        return inputs;
    }
}
