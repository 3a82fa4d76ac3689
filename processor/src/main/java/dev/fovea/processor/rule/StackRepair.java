package dev.fovea.processor.rule;

import dev.fovea.processor.analysis.DilationStack;
import dev.fovea.processor.hdc.AxisVerdict;
import dev.fovea.processor.hdc.Repair;
import java.util.ArrayList;
import java.util.List;

/** Rates that mend a stack on all axes. */
public final class StackRepair {
    private static final int MOST = 3;

    private StackRepair() {}

    /** The best proposal, rates per axis and member; empty where the stack is sound or nothing is proposed. */
    static List<List<Integer>> best(DilationStack stack, boolean strict) {
        List<List<List<Integer>>> all = proposals(stack, strict);
        return all.isEmpty() ? List.of() : all.get(0);
    }

    /** Up to three proposals, best first; rates per axis and member. */
    public static List<List<List<Integer>>> proposals(DilationStack stack, boolean strict) {
        boolean sound = stack.axes().stream()
                .allMatch(axis -> axis.verdict().judge(strict).isEmpty());
        if (sound) {
            return List.of();
        }
        List<List<List<Integer>>> perAxis = new ArrayList<>();
        int most = 1;
        for (DilationStack.StackAxis axis : stack.axes()) {
            AxisVerdict verdict = axis.verdict();
            List<List<Integer>> rates = verdict.judge(strict).isEmpty()
                    ? List.of(verdict.axis().rates())
                    : Repair.proposals(verdict.axis(), strict, MOST);
            if (rates.isEmpty()) {
                return List.of();
            }
            most = Math.max(most, rates.size());
            perAxis.add(rates);
        }
        List<List<List<Integer>>> proposals = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            List<List<Integer>> proposal = new ArrayList<>();
            for (int axis = 0; axis < perAxis.size(); axis++) {
                List<List<Integer>> rates = perAxis.get(axis);
                proposal.add(merged(stack.axes().get(axis), rates.get(Math.min(i, rates.size() - 1))));
            }
            proposals.add(proposal);
        }
        return proposals;
    }

    /** The rates of all members: those that count on the axis take the proposed ones. */
    private static List<Integer> merged(DilationStack.StackAxis axis, List<Integer> proposed) {
        List<Integer> rates = new ArrayList<>(axis.rates());
        for (int i = 0; i < proposed.size(); i++) {
            rates.set(axis.members().get(i), proposed.get(i));
        }
        return List.copyOf(rates);
    }
}
