package dev.fovea.core.rule.stack;

import dev.fovea.core.hdc.RisingEdge;
import dev.fovea.core.hdc.Violation;

/**
 * The distance M2 between positions that are read exceeds the kernel (Wang et al. 2018, equation 2). Enforced because it
 * is what designers agreed on; the exact coverage stands beside it.
 */
public final class DilationGap extends StackRule {
    public DilationGap() {
        super(Violation.GAP, "The dilation rates of a stack rise too fast for its kernel.");
    }

    @Override
    String complaint(StackEvidence evidence) {
        RisingEdge edge = evidence.verdict().gapEdge().orElseThrow();
        boolean lossless = evidence.verdict().isComplete();
        return "%s%s: rates %s of %s rise too fast for kernel %s%s, %s"
                .formatted(
                        lossless ? "hybrid dilated convolution" : "gridding",
                        evidence.alike() ? "" : evidence.where(),
                        evidence.rates(),
                        evidence.names(),
                        edge.kernel().getAsInt(),
                        evidence.which(edge),
                        (lossless ? "though " : "so ") + evidence.readsWithNeighbours());
    }

    @Override
    String alternative(StackEvidence evidence) {
        return evidence.verdict().isComplete() ? ", or state hdc = Hdc.EXACT, which judges by what is read" : "";
    }
}
