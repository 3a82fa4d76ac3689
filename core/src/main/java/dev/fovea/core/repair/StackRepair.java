package dev.fovea.core.repair;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rates that mend a stack on all axes, and with it all stacks that take rates from the same members.
 *
 * @param sound whether there is nothing to mend
 * @param proposals up to three, best first; none where the stack is sound, or none was found
 * @param written per axis and member where the rate is written; none where the stack is sound
 * @param touched the members' rates of all stacks that are mended at once, each number once
 */
public record StackRepair(
        boolean sound, List<Proposal> proposals, List<List<Optional<WrittenRate>>> written, List<WrittenRate> touched) {
    private static final StackRepair NONE = new StackRepair(true, List.of(), List.of(), List.of());

    /** Searches the repairs of all stacks of a network, the only time that this is done. */
    public static List<StackRepair> of(
            List<DilationStack> stacks, Network network, ModelDeclaration model, boolean strict) {
        List<StackRepair> repairs = new ArrayList<>(Collections.nCopies(stacks.size(), NONE));
        if (areSound(stacks, strict)) {
            return repairs;
        }
        TiedPlaces tied = new TiedPlaces();
        List<WrittenStack> all = stacks.stream()
                .map(stack -> written(stack, network, model, tied))
                .toList();
        for (StackGroup group : StackGroup.of(all, strict)) {
            List<Map<WrittenRate.Place, Integer>> found = proposals(group, network, strict);
            List<WrittenRate> touched = group.touched();
            for (WrittenStack stack : group.faulty()) {
                List<Proposal> proposals = found.stream()
                        .map(values -> new Proposal(stack.rates(values), everywhere(values, touched, tied)))
                        .toList();
                repairs.set(all.indexOf(stack), new StackRepair(false, proposals, stack.written(), touched));
            }
        }
        return repairs;
    }

    private static boolean areSound(List<DilationStack> stacks, boolean strict) {
        for (DilationStack stack : stacks) {
            if (!isSound(stack, strict)) {
                return false;
            }
        }
        return true;
    }

    /** Those that leave the sound stacks as they are, if there are any. */
    private static List<Map<WrittenRate.Place, Integer>> proposals(StackGroup group, Network network, boolean strict) {
        FittingRates fitting = new FittingRates(network, group);
        Map<WrittenRate.Place, Integer> settled = group.settled();
        Map<WrittenRate.Place, Integer> all = group.takenBySound();
        List<Map<WrittenRate.Place, Integer>> found =
                all.equals(settled) ? List.of() : new JointSearch(group, all, strict, fitting).proposals();
        return found.isEmpty() ? new JointSearch(group, settled, strict, fitting).proposals() : found;
    }

    static boolean isSound(DilationStack stack, boolean strict) {
        return stack.axes().stream()
                .allMatch(axis -> axis.verdict().judge(strict).isEmpty());
    }

    /** What one number of several that stay equal says of all. */
    private static Map<WrittenRate.Place, Integer> everywhere(
            Map<WrittenRate.Place, Integer> values, List<WrittenRate> touched, TiedPlaces tied) {
        Map<WrittenRate.Place, Integer> all = new HashMap<>(values);
        for (WrittenRate number : touched) {
            Integer value = values.get(tied.of(number.place()));
            if (value != null) {
                all.put(number.place(), value);
            }
        }
        return all;
    }

    private static WrittenStack written(DilationStack stack, Network network, ModelDeclaration model, TiedPlaces tied) {
        List<List<Optional<WrittenRate>>> written = new ArrayList<>();
        List<WrittenRate> twins = new ArrayList<>();
        for (int axis = 0; axis < stack.axes().size(); axis++) {
            List<Optional<WrittenRate>> members = new ArrayList<>();
            for (List<Integer> unit : stack.units()) {
                Optional<WrittenRate> first = written(network.layers().get(unit.get(0)), model, axis);
                for (int other : unit.subList(1, unit.size())) {
                    Optional<WrittenRate> twin = written(network.layers().get(other), model, axis);
                    if (first.isPresent() && twin.isPresent()) {
                        tied.tie(first.get().place(), twin.get().place());
                        twins.add(twin.get());
                    }
                }
                members.add(first);
            }
            written.add(members);
        }
        return new WrittenStack(stack, written, twins, tied);
    }

    private static Optional<WrittenRate> written(Layer layer, ModelDeclaration model, int axis) {
        return WrittenRate.of(model.declarations(layer.site()), layer.site(), axis);
    }
}
