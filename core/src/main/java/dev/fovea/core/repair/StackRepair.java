package dev.fovea.core.repair;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.ArrayList;
import java.util.Collections;
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
        List<WrittenStack> all =
                stacks.stream().map(stack -> written(stack, network, model)).toList();
        for (StackGroup group : StackGroup.of(all, strict)) {
            List<Map<WrittenRate.Place, Integer>> found = new JointSearch(group, strict).proposals();
            List<WrittenRate> touched = group.touched();
            for (WrittenStack stack : group.faulty()) {
                List<Proposal> proposals = found.stream()
                        .map(values -> new Proposal(stack.rates(values), values))
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

    static boolean isSound(DilationStack stack, boolean strict) {
        return stack.axes().stream()
                .allMatch(axis -> axis.verdict().judge(strict).isEmpty());
    }

    private static WrittenStack written(DilationStack stack, Network network, ModelDeclaration model) {
        List<List<Optional<WrittenRate>>> written = new ArrayList<>();
        for (int axis = 0; axis < stack.axes().size(); axis++) {
            List<Optional<WrittenRate>> members = new ArrayList<>();
            for (int member : stack.members()) {
                Layer layer = network.layers().get(member);
                members.add(WrittenRate.of(model.declarations(layer.site()), layer.site(), axis));
            }
            written.add(members);
        }
        return new WrittenStack(stack, written);
    }
}
