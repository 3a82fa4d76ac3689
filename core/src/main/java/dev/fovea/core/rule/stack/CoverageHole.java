package dev.fovea.core.rule.stack;

import dev.fovea.core.hdc.Violation;

/**
 * A stack leaves positions of its field unread though its rates share no divisor and keep {@code M2 <= K}: the classical
 * rule does not look at the first rate, nor across a fall of the rates.
 */
public final class CoverageHole extends StackRule {
    public CoverageHole() {
        super(Violation.HOLE, "A stack never reads some positions of its field.");
    }

    @Override
    String complaint(StackEvidence evidence) {
        return "gridding%s: rates %s of %s leave gaps, so %s"
                .formatted(
                        evidence.alike() ? "" : evidence.where(),
                        evidence.rates(),
                        evidence.names(),
                        evidence.readsWithNeighbours());
    }
}
