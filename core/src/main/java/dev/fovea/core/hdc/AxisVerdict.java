package dev.fovea.core.hdc;

import java.util.List;
import java.util.Optional;

/**
 * Everything the rules on dilation stacks need to know about one axis.
 *
 * @param axis what was judged
 * @param divisor greatest common divisor of the rates; the neighbours do not count; 0 for a stack without layers
 * @param edges the rising edges, from the bottom to the top
 * @param whole the whole stack read as one edge; empty for a stack without layers
 * @param own coverage by the stack alone, on its own grid
 * @param full coverage by the stack with its entry and exit layer
 * @param evenness how the paths share out among the divisor's residue classes, where there are several
 */
public record AxisVerdict(
        DilationAxis axis,
        long divisor,
        List<RisingEdge> edges,
        Optional<RisingEdge> whole,
        Coverage own,
        Coverage full,
        Optional<Evenness> evenness) {
    /**
     * Judges one axis.
     *
     * @throws ArithmeticException where the field leaves the range of {@code long}
     */
    public static AxisVerdict of(DilationAxis axis) {
        Coverage own = Coverage.of(axis.ownWindows());
        long divisor = axis.divisor();
        boolean alone = axis.entryKernel().isEmpty() && axis.exitKernel().isEmpty();
        return new AxisVerdict(
                axis,
                divisor,
                RisingEdge.cut(axis),
                axis.rates().isEmpty() ? Optional.empty() : Optional.of(RisingEdge.whole(axis)),
                own,
                alone ? own : Coverage.of(axis.allWindows()),
                axis.isJudged() ? Evenness.of(axis, divisor) : Optional.empty());
    }

    /** True if every position of the box is read, the neighbours' share included. */
    public boolean isComplete() {
        return full.isComplete();
    }

    /** The edge at fault by the classical rule, if there is one. */
    public Optional<RisingEdge> gapEdge() {
        return whole.flatMap(list -> RisingEdge.firstGap(list, edges));
    }

    /**
     * What is wrong, if anything; a stack of fewer than two layers is not judged.
     *
     * @param strict whether the classical rule is enforced where no position is lost
     */
    public Optional<Violation> judge(boolean strict) {
        if (!axis.isJudged()) {
            return Optional.empty();
        }
        if (divisor > 1) {
            return Optional.of(Violation.COMMON_DIVISOR);
        }
        if ((strict || !isComplete()) && gapEdge().isPresent()) {
            return Optional.of(Violation.GAP);
        }
        return isComplete() ? Optional.empty() : Optional.of(Violation.HOLE);
    }

    /**
     * The layer whose rate a violation is reported at, as an index among the stack's layers: the first for a common
     * divisor, otherwise the one whose rate first exceeds the theorem's bound; for a gap without a hole the same within the
     * offending edge, so that the place does not change with the neighbours, or the edge's second layer.
     *
     * @param violation what {@link #judge} returned
     */
    public int anchor(Violation violation) {
        if (violation == Violation.COMMON_DIVISOR) {
            return 0;
        }
        return full.firstBeyond().orElseGet(() -> gapEdge().orElseThrow().offender());
    }
}
