package dev.fovea.processor.rule;

import dev.fovea.Hdc;
import dev.fovea.processor.analysis.Analysis;
import dev.fovea.processor.analysis.DilationStack;
import dev.fovea.processor.analysis.DilationStacks;
import dev.fovea.processor.network.Network;
import java.util.List;

/**
 * What rules judge.
 *
 * @param strict whether the classical rule is enforced where no position is lost
 */
public record Subject(Analysis analysis, List<DilationStack> stacks, boolean strict) {
    /** Prepares an analysed network; a strictness that the model states beats the option. */
    public static Subject of(Analysis analysis, Hdc option) {
        Hdc hdc = analysis.network().hdc().orElse(option);
        return new Subject(analysis, DilationStacks.of(analysis.network()), hdc == Hdc.STRICT);
    }

    /** The network. */
    public Network network() {
        return analysis.network();
    }
}
