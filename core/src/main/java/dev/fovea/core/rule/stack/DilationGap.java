package dev.fovea.core.rule.stack;

import dev.fovea.core.hdc.RisingEdge;
import dev.fovea.core.hdc.Violation;

/**
 * The distance M2 between positions that are read exceeds the kernel (Wang et al. 2018, equation 2). Enforced because it
 * is what designers agreed on; the exact coverage stands beside it.
 */
public final class DilationGap extends StackRule {
    public DilationGap() {
        super(Violation.GAP, "M2 exceeds the kernel size in a rising edge of a stack's dilation rates.");
    }

    @Override
    String complaint(StackEvidence evidence) {
        RisingEdge edge = evidence.verdict().gapEdge().orElseThrow();
        return "rates %s of %s rise too fast%s: M2 = %s%s exceeds the kernel size K = %s, %s"
                .formatted(
                        evidence.rates(),
                        evidence.names(),
                        evidence.alike() ? "" : evidence.where(),
                        edge.m().get(1),
                        evidence.which(edge),
                        edge.kernel().getAsInt(),
                        evidence.verdict().isComplete()
                                ? "though no position is lost: the stack reads " + evidence.allGrids()
                                : "and the stack reads " + evidence.allGrids());
    }

    @Override
    String alternative(StackEvidence evidence) {
        return evidence.verdict().isComplete() ? ", or state hdc = Hdc.EXACT, which judges by what is read" : "";
    }
}
