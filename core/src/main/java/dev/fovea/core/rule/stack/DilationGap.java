package dev.fovea.core.rule.stack;

import dev.fovea.core.hdc.RisingEdge;
import dev.fovea.core.hdc.Violation;

/**
 * The distance M2 between positions that are read exceeds the kernel (Wang et al. 2018, equation 2). Enforced because it
 * is what designers agreed on; the exact coverage stands beside it.
 */
public final class DilationGap extends StackRule {
    private static final int LONG = 200;

    public DilationGap() {
        super(Violation.GAP, "The dilation rates of a stack rise too fast for its kernel.");
    }

    /** Where it grows long, the rates and their neighbours are named on the further lines only. */
    @Override
    String complaint(StackEvidence evidence) {
        RisingEdge edge = evidence.verdict().gapEdge().orElseThrow();
        String whole =
                complaint(evidence, edge, evidence.rates() + " of ", evidence.which(edge), evidence.neighbours());
        return whole.length() < LONG ? whole : complaint(evidence, edge, "of ", "", "its neighbours");
    }

    private static String complaint(
            StackEvidence evidence, RisingEdge edge, String rates, String which, String neighbours) {
        boolean lossless = evidence.verdict().isComplete();
        String where = evidence.alike() ? "" : evidence.where();
        return "%srates %s%s rise too fast%s for kernel %s%s, %s"
                .formatted(
                        lossless ? "" : "gridding%s: ".formatted(where),
                        rates,
                        evidence.names(),
                        lossless ? where : "",
                        edge.kernel().getAsInt(),
                        which,
                        (lossless ? "though " : "so ") + evidence.readsWith(neighbours));
    }

    @Override
    String alternative(StackEvidence evidence) {
        return evidence.verdict().isComplete() ? ", or state hdc = Hdc.EXACT, which judges by what is read" : "";
    }
}
