package dev.fovea.core.rule.stack;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.hdc.DilationAxis;
import dev.fovea.core.network.AxisNames;
import dev.fovea.core.repair.NumberList;
import dev.fovea.core.repair.Proposal;
import dev.fovea.core.repair.RateStatements;
import dev.fovea.core.repair.StackRepair;
import dev.fovea.core.repair.WrittenRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what to write instead of a stack's rates, as its author would type it. */
final class RepairText {
    private static final String ADVICE =
            "start with rate 1, let each rate exceed the reach of the smaller ones by at most 1, and avoid a common"
                    + " divisor";

    private final StackEvidence evidence;
    private final DilationStack stack;
    private final StackRepair repair;
    private final int axis;

    /** @param axis the axis with the violation */
    RepairText(StackEvidence evidence, StackRepair repair, int axis) {
        this.evidence = evidence;
        this.stack = evidence.stack();
        this.repair = repair;
        this.axis = axis;
    }

    /** {@code use rates 1, 3, 9 (field 27 instead of 29)}, or {@code write rate = {1, 2, 3} at layer4 (same field)}. */
    String text() {
        if (repair.proposals().isEmpty()) {
            return ADVICE;
        }
        Proposal best = repair.proposals().get(0);
        RepairedPaddings paddings = new RepairedPaddings(evidence, repair, 0);
        return (isList() && isAlike(best)
                        ? "use rates " + rates(best) + paddings.listed()
                        : "write " + RateStatements.of(repair.touched(), best.values()) + fields(best)
                                + paddings.stated())
                + paddings.remark();
    }

    /** True if every layer of the stack states its own rate, once for all axes, and nothing else takes it. */
    private boolean isList() {
        List<WrittenRate> own = repair.written().stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .toList();
        return evidence.alike()
                && own.stream().noneMatch(WrittenRate::isArgument)
                && own.stream().map(WrittenRate::place).distinct().count()
                        == repair.touched().size()
                && own.stream().map(rate -> rate.place().at(0)).distinct().count()
                        == stack.members().size();
    }

    /** True if all axes are alike, and stay so. */
    private boolean isAlike(Proposal best) {
        return evidence.alike() && best.rates().stream().distinct().count() == 1;
    }

    private String rates(Proposal best) {
        return mendedAxes(best).stream()
                .map(other -> NumberList.typed(counted(other, best.rates().get(other))) + where(best, other) + " ("
                        + change(other, best.rates().get(other)) + ")")
                .collect(Collectors.joining(" and "));
    }

    private String fields(Proposal best) {
        return mendedAxes(best).stream()
                .map(other -> change(other, best.rates().get(other)) + where(best, other))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    /** The axis with the violation, and others that differ and change. */
    private List<Integer> mendedAxes(Proposal best) {
        List<Integer> axes = new ArrayList<>();
        for (int other = 0; other < best.rates().size(); other++) {
            DilationStack.StackAxis before = stack.axes().get(other);
            boolean changes = !counted(other, best.rates().get(other))
                    .equals(before.verdict().axis().rates());
            if (other == axis || !isAlike(best) && changes) {
                axes.add(other);
            }
        }
        return axes;
    }

    private String where(Proposal best, int other) {
        return isAlike(best) ? "" : AxisNames.along(other, stack.axes().size());
    }

    private List<Integer> counted(int other, List<Integer> rates) {
        return stack.axes().get(other).members().stream().map(rates::get).toList();
    }

    private String change(int other, List<Integer> rates) {
        DilationAxis before = stack.axes().get(other).verdict().axis();
        long now = before.withRates(counted(other, rates)).ownSize();
        return now == before.ownSize() ? "same field" : "field %s instead of %s".formatted(now, before.ownSize());
    }
}
