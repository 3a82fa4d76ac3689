package dev.fovea.core.rule;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.hdc.Violation;
import dev.fovea.core.network.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A rule on dilation stacks. A stack has at most one finding: the gravest violation of any axis hides the others, which
 * have the same cause.
 */
abstract class StackRule implements Rule {
    private final RuleInfo info;
    private final Violation violation;

    StackRule(Violation violation, String summary) {
        this.info = new RuleInfo(getClass().getSimpleName(), Optional.of(Severity.ERROR), false, summary);
        this.violation = violation;
    }

    /** What is wrong, with the figures and the reason; the mending is added to it. */
    abstract String complaint(StackEvidence evidence);

    /** What the author may do instead of writing other rates, to be added to the message; empty where there is nothing. */
    String alternative(StackEvidence evidence) {
        return "";
    }

    @Override
    public final RuleInfo info() {
        return info;
    }

    @Override
    public final void check(Subject subject, Consumer<Finding> findings) {
        for (int i = 0; i < subject.stacks().size(); i++) {
            DilationStack stack = subject.stacks().get(i);
            OptionalInt axis = firstAxis(stack, subject.strict());
            if (axis.isPresent()) {
                findings.accept(finding(subject, stack, subject.repairs().get(i), axis.getAsInt()));
            }
        }
    }

    /** The first axis with this violation, if none of the axes has a graver one. */
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

    private Finding finding(Subject subject, DilationStack stack, StackRepair repair, int axis) {
        StackEvidence evidence = new StackEvidence(subject, stack, axis);
        DilationStack.StackAxis judged = stack.axes().get(axis);
        int member = judged.members().get(judged.verdict().anchor(violation));
        Layer anchor = subject.network().layers().get(stack.members().get(member));
        List<Integer> layers = new ArrayList<>();
        for (int index : stack.layers()) {
            layers.add(subject.network().layers().get(index).declared());
        }
        return new Finding(
                info.name(),
                Place.attribute(anchor.declared(), "rate").at(axis),
                layers,
                Optional.empty(),
                false,
                complaint(evidence)
                        + "; "
                        + new Mending(evidence, repair, axis).text()
                        + alternative(evidence)
                        + evidence.details());
    }
}
