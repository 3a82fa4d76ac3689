package dev.fovea.core.rule.stack;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.analysis.DilationStack.StackAxis;
import dev.fovea.core.hdc.Violation;
import dev.fovea.core.rule.AnalysedNetwork;
import java.math.BigInteger;

/**
 * The rates of a stack share a divisor g &gt; 1 (Wang et al. 2018, section 3.2): along an axis its units fall into g
 * classes which read disjoint positions of the stack's input. This stays so when a layer before the stack makes the
 * pixels' coverage complete, which is why it is a rule of its own.
 */
public final class DilationCommonDivisor extends StackRule {
    public DilationCommonDivisor() {
        super(Violation.COMMON_DIVISOR, "All dilation rates of a stack are multiples of the same number.");
    }

    @Override
    String complaint(StackEvidence evidence) {
        return "gridding%s: rates %s of %s are %s multiples of %s, so %s"
                .formatted(
                        evidence.alike() ? "" : evidence.where(),
                        evidence.rates(),
                        evidence.names(),
                        evidence.verdict().axis().rates().size() == 2 ? "both" : "all",
                        evidence.verdict().divisor(),
                        evidence.reads());
    }

    @Override
    String consequence(StackEvidence evidence) {
        BigInteger lattices = BigInteger.ONE;
        for (StackAxis axis : evidence.stack().axes()) {
            if (axis.verdict().axis().isJudged()) {
                lattices = lattices.multiply(BigInteger.valueOf(axis.verdict().divisor()));
            }
        }
        return "\n  the stack is %s interleaved networks that share no position of its input".formatted(lattices);
    }

    @Override
    String harmless(AnalysedNetwork analysed, DilationStack stack) {
        return new DeclaredBelow(analysed, stack).text();
    }
}
