package dev.fovea.core.rule.stack;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.finding.Site;
import dev.fovea.core.hdc.Violation;
import dev.fovea.core.network.Layer;
import dev.fovea.core.repair.StackRepair;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.core.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A rule on dilation stacks. A stack has at most one finding: the gravest violation of any axis hides the others, which
 * have the same cause.
 */
abstract class StackRule extends Rule {
    private final Violation violation;

    StackRule(Violation violation, String summary) {
        super(Severity.ERROR, summary);
        this.violation = violation;
    }

    /** What is wrong, with the figures and the reason; the repair is added to it. */
    abstract String complaint(StackEvidence evidence);

    /** A line for the details, what follows from the fault; empty where there is nothing to say. */
    String consequence(StackEvidence evidence) {
        return "";
    }

    /** A repair that changes no figure, offered before other rates; empty where there is nothing. */
    String harmless(AnalysedNetwork analysed, DilationStack stack) {
        return "";
    }

    /** What the author may do instead of writing other rates, to be added to the message; empty where there is nothing. */
    String alternative(StackEvidence evidence) {
        return "";
    }

    @Override
    public final void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        for (int i = 0; i < analysed.stacks().size(); i++) {
            DilationStack stack = analysed.stacks().get(i);
            OptionalInt axis = firstAxis(stack, analysed.strict());
            if (axis.isPresent()) {
                findings.accept(finding(analysed, stack, analysed.repairs().get(i), axis.getAsInt()));
            }
        }
    }

    /** The first axis with this violation, if none of the axes has a more serious one. */
    private OptionalInt firstAxis(DilationStack stack, boolean strict) {
        OptionalInt first = OptionalInt.empty();
        for (int axis = 0; axis < stack.axes().size(); axis++) {
            Optional<Violation> found = stack.axes().get(axis).verdict().judge(strict);
            if (found.isPresent() && found.get().compareTo(violation) < 0) {
                return OptionalInt.empty();
            }
            if (found.isPresent() && found.get() == violation && first.isEmpty()) {
                first = OptionalInt.of(axis);
            }
        }
        return first;
    }

    private Finding finding(AnalysedNetwork analysed, DilationStack stack, StackRepair repair, int axis) {
        StackEvidence evidence = new StackEvidence(analysed, stack, axis);
        DilationStack.StackAxis judged = stack.axes().get(axis);
        int member = judged.members().get(judged.verdict().anchor(violation));
        Layer anchor = analysed.network().layers().get(stack.members().get(member));
        List<Site> layers = new ArrayList<>();
        for (int index : stack.layers()) {
            layers.add(analysed.network().layers().get(index).site());
        }
        Finding finding = finding(
                Place.attribute(anchor.site(), "rate").at(axis),
                layers,
                complaint(evidence)
                        + "; "
                        + harmless(analysed, stack)
                        + new RepairText(evidence, repair, axis).text()
                        + alternative(evidence)
                        + consequence(evidence)
                        + new StackDetails(evidence).text());
        return finding.advising(RepairStatements.of(evidence, repair).stream().toList());
    }
}
