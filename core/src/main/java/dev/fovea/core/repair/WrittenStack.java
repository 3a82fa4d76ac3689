package dev.fovea.core.repair;

import dev.fovea.core.analysis.DilationStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stack and where its rates are written. Two stacks are never equal.
 *
 * @param written per axis and member
 * @param twins the rates of layers that count as one with a member
 * @param tied which of the network's numbers stay equal
 */
record WrittenStack(
        DilationStack stack, List<List<Optional<WrittenRate>>> written, List<WrittenRate> twins, TiedPlaces tied) {
    /** All numbers that it takes rates from. */
    Stream<WrittenRate> numbers() {
        return Stream.concat(written.stream().flatMap(List::stream).flatMap(Optional::stream), twins.stream());
    }

    /** Its axes. */
    List<RateAxis> axes() {
        List<RateAxis> axes = new ArrayList<>();
        for (int axis = 0; axis < written.size(); axis++) {
            List<Optional<WrittenRate>> members = written.get(axis);
            DilationStack.StackAxis judged = stack.axes().get(axis);
            axes.add(new RateAxis(
                    judged.verdict().axis(),
                    judged.members().stream()
                            .map(member ->
                                    members.get(member).map(WrittenRate::place).map(tied::of))
                            .toList()));
        }
        return axes;
    }

    /** The rates of all members: one that does not count on the axis takes what is written for another, too. */
    List<List<Integer>> rates(Map<WrittenRate.Place, Integer> values) {
        List<List<Integer>> rates = new ArrayList<>();
        for (int axis = 0; axis < written.size(); axis++) {
            List<Integer> present = stack.axes().get(axis).rates();
            List<Integer> proposed = new ArrayList<>();
            for (int member = 0; member < present.size(); member++) {
                int before = present.get(member);
                proposed.add(written.get(axis)
                        .get(member)
                        .map(number -> values.getOrDefault(tied.of(number.place()), before))
                        .orElse(before));
            }
            rates.add(proposed);
        }
        return rates;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
