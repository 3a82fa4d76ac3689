package dev.fovea.core.rule;

import dev.fovea.Hdc;
import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.analysis.DilationStacks;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.paths.PathCounts;
import dev.fovea.core.repair.StackRepair;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.support.Supports;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rules judge; sets of pixels and numbers of paths are computed when a rule or the report first asks for them. */
public final class AnalysedNetwork {
    private final Analysis analysis;
    private final ModelDeclaration model;
    private final List<DilationStack> stacks;
    private final List<StackRepair> repairs;
    private final boolean strict;
    private @Nullable Supports supports;
    private @Nullable PathCounts paths;

    private AnalysedNetwork(
            Analysis analysis,
            ModelDeclaration model,
            List<DilationStack> stacks,
            List<StackRepair> repairs,
            boolean strict) {
        this.analysis = analysis;
        this.model = model;
        this.stacks = stacks;
        this.repairs = repairs;
        this.strict = strict;
    }

    /**
     * Prepares an analysed network; a strictness that the model states beats the option.
     *
     * @param model what it was put together from
     */
    public static AnalysedNetwork of(Analysis analysis, ModelDeclaration model, Hdc option) {
        boolean strict = analysis.network().hdc().orElse(option) == Hdc.STRICT;
        List<DilationStack> stacks = DilationStacks.of(analysis.network());
        List<StackRepair> repairs = StackRepair.of(stacks, analysis.network(), model, strict);
        return new AnalysedNetwork(analysis, model, stacks, repairs, strict);
    }

    /** The receptive fields of all layers, one axis at a time. */
    public Analysis analysis() {
        return analysis;
    }

    /** What the network was put together from. */
    public ModelDeclaration model() {
        return model;
    }

    /** The dilation stacks. */
    public List<DilationStack> stacks() {
        return stacks;
    }

    /** How the stacks can be mended, in the same order. */
    public List<StackRepair> repairs() {
        return repairs;
    }

    /** True if the classical rule is enforced where no position is lost. */
    public boolean strict() {
        return strict;
    }

    /** Indices of the layers in stacks whose rates are reported, or accepted as they are. */
    public Set<Integer> layersOfFaultyStacks() {
        Set<Integer> layers = new HashSet<>();
        for (List<Integer> stack : faultyStacks()) {
            layers.addAll(stack);
        }
        return Set.copyOf(layers);
    }

    /** The layers of the stacks whose rates break a rule if some layers are changed. */
    public Set<List<Integer>> faultyStacksWith(List<Layer> changed) {
        return faulty(DilationStacks.of(network().with(changed)));
    }

    /** The layers of the stacks whose rates break a rule. */
    public Set<List<Integer>> faultyStacks() {
        return faulty(stacks);
    }

    private Set<List<Integer>> faulty(List<DilationStack> judged) {
        Set<List<Integer>> faulty = new HashSet<>();
        for (DilationStack stack : judged) {
            for (DilationStack.StackAxis axis : stack.axes()) {
                if (axis.verdict().judge(strict).isPresent()) {
                    faulty.add(stack.layers());
                }
            }
        }
        return faulty;
    }

    /** The network. */
    public Network network() {
        return analysis.network();
    }

    /** The sets of pixels that units see, over all axes together. */
    public Supports supports() {
        Supports known = supports;
        if (known == null) {
            known = Supports.of(analysis);
            supports = known;
        }
        return known;
    }

    /** The effective receptive fields. */
    public PathCounts paths() {
        PathCounts known = paths;
        if (known == null) {
            known = PathCounts.of(analysis);
            paths = known;
        }
        return known;
    }
}
