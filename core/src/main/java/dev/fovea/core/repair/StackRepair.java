package dev.fovea.core.repair;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.hdc.DilationAxis;
import dev.fovea.core.hdc.Repair;
import dev.fovea.core.hdc.RepairTask;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rates that mend a stack on all axes.
 *
 * @param proposals up to three, best first; none where the stack is sound
 * @param written per axis and member where the rate is written; none where the stack is sound
 */
public record StackRepair(List<Proposal> proposals, List<List<Optional<WrittenRate>>> written) {
    /** Searches the repairs of a stack, the only time that this is done. */
    public static StackRepair of(DilationStack stack, Network network, ModelDeclaration model, boolean strict) {
        boolean sound = stack.axes().stream()
                .allMatch(axis -> axis.verdict().judge(strict).isEmpty());
        if (sound) {
            return new StackRepair(List.of(), List.of());
        }
        List<List<Optional<WrittenRate>>> written = new ArrayList<>();
        for (int axis = 0; axis < stack.axes().size(); axis++) {
            List<Optional<WrittenRate>> members = new ArrayList<>();
            for (int member : stack.members()) {
                Layer layer = network.layers().get(member);
                members.add(WrittenRate.of(model.declarations(layer.site()), layer.site(), axis));
            }
            written.add(members);
        }
        return new StackRepair(new Search(stack, written, strict).proposals(), written);
    }

    /** What a proposal writes in each place. */
    public Map<WrittenRate.Place, Integer> values(Proposal proposal) {
        Map<WrittenRate.Place, Integer> values = new HashMap<>();
        for (int axis = 0; axis < written.size(); axis++) {
            for (int member = 0; member < proposal.rates().get(axis).size(); member++) {
                int rate = proposal.rates().get(axis).get(member);
                written.get(axis).get(member).ifPresent(source -> values.put(source.place(), rate));
            }
        }
        return values;
    }

    /**
     * Mends one axis after the other, the first one at fault first. A number written once holds on every axis, so what one
     * axis has settled stays; axes that this leaves nothing to choose have a say in the search itself.
     */
    private record Search(DilationStack stack, List<List<Optional<WrittenRate>>> written, boolean strict) {
        private static final int MOST = 3;

        List<Proposal> proposals() {
            int first = 0;
            while (stack.axes().get(first).verdict().judge(strict).isEmpty()) {
                first++;
            }
            List<Proposal> proposals = new ArrayList<>();
            Map<Integer, List<List<Integer>>> alone = new HashMap<>();
            for (List<Integer> rates : Repair.proposals(task(first, Map.of()), MOST)) {
                Map<WrittenRate.Place, Integer> settled = new HashMap<>();
                settle(first, rates, settled);
                if (mendOthers(first, settled, alone, proposals.size())) {
                    proposals.add(proposal(settled));
                }
            }
            return List.copyOf(proposals);
        }

        /**
         * Settles the other axes; false if that cannot be done.
         *
         * @param alone repairs of axes that share no number with others, found once for all choices
         */
        private boolean mendOthers(
                int first,
                Map<WrittenRate.Place, Integer> settled,
                Map<Integer, List<List<Integer>>> alone,
                int choice) {
            for (int axis = 0; axis < written.size(); axis++) {
                DilationAxis present = axis(axis, settled);
                List<Integer> rates = present.rates();
                if (axis != first && !RepairTask.isSound(present, strict)) {
                    boolean isAlone = places(axis).stream().noneMatch(settled::containsKey);
                    List<List<Integer>> found = isAlone
                            ? alone.computeIfAbsent(axis, one -> Repair.proposals(task(one, Map.of()), MOST))
                            : Repair.proposals(task(axis, settled), 1);
                    if (found.isEmpty()) {
                        return false;
                    }
                    rates = found.get(Math.min(choice, found.size() - 1));
                }
                settle(axis, rates, settled);
            }
            return true;
        }

        private RepairTask task(int axis, Map<WrittenRate.Place, Integer> settled) {
            DilationAxis present = axis(axis, settled);
            List<Optional<WrittenRate.Place>> counted = counted(axis);
            List<Integer> ties = new ArrayList<>();
            Set<Integer> given = new HashSet<>();
            Map<WrittenRate.Place, Integer> lowest = new HashMap<>();
            for (int i = 0; i < counted.size(); i++) {
                Optional<WrittenRate.Place> place = counted.get(i);
                if (place.isEmpty() || settled.containsKey(place.get())) {
                    given.add(i);
                }
                ties.add(place.isEmpty() ? i : lowest.merge(place.get(), i, (before, now) -> before));
            }
            long size = stack.axes().get(axis).verdict().axis().ownSize();
            List<Integer> others = otherAxes(axis);
            return new RepairTask(
                    present,
                    ties,
                    given,
                    size,
                    strict,
                    rates -> others.isEmpty() || follow(others, axis, rates, settled));
        }

        /** The axes that take numbers from this one, but are not alike. */
        private List<Integer> otherAxes(int axis) {
            List<WrittenRate.Place> places = places(axis);
            Set<WrittenRate.Place> distinct = new HashSet<>(places);
            DilationAxis judged = stack.axes().get(axis).verdict().axis();
            return IntStream.range(0, written.size())
                    .filter(other -> !places(other).equals(places)
                            || !stack.axes().get(other).verdict().axis().equals(judged))
                    .filter(other -> places(other).stream().anyMatch(distinct::contains))
                    .boxed()
                    .toList();
        }

        /** True if those axes are sound on which these rates leave nothing to choose. */
        private boolean follow(
                List<Integer> others, int axis, List<Integer> rates, Map<WrittenRate.Place, Integer> settled) {
            Map<WrittenRate.Place, Integer> all = new HashMap<>(settled);
            settle(axis, rates, all);
            return others.stream()
                    .filter(other -> all.keySet().containsAll(places(other)))
                    .allMatch(other -> RepairTask.isSound(axis(other, all), strict));
        }

        private void settle(int axis, List<Integer> rates, Map<WrittenRate.Place, Integer> settled) {
            List<Optional<WrittenRate.Place>> counted = counted(axis);
            for (int i = 0; i < counted.size(); i++) {
                if (counted.get(i).isPresent()) {
                    settled.put(counted.get(i).get(), rates.get(i));
                }
            }
        }

        /** The axis with what is settled so far. */
        private DilationAxis axis(int axis, Map<WrittenRate.Place, Integer> settled) {
            DilationAxis before = stack.axes().get(axis).verdict().axis();
            List<Optional<WrittenRate.Place>> counted = counted(axis);
            List<Integer> rates = new ArrayList<>(before.rates());
            for (int i = 0; i < rates.size(); i++) {
                if (counted.get(i).isPresent()) {
                    rates.set(i, settled.getOrDefault(counted.get(i).get(), rates.get(i)));
                }
            }
            return before.withRates(rates);
        }

        private List<WrittenRate.Place> places(int axis) {
            return counted(axis).stream().flatMap(Optional::stream).toList();
        }

        /** The places of the members that count on the axis. */
        private List<Optional<WrittenRate.Place>> counted(int axis) {
            return stack.axes().get(axis).members().stream()
                    .map(member -> written.get(axis).get(member).map(WrittenRate::place))
                    .toList();
        }

        /** The rates of all members: one that does not count on the axis takes what is written for another, too. */
        private Proposal proposal(Map<WrittenRate.Place, Integer> settled) {
            List<List<Integer>> rates = new ArrayList<>();
            for (int axis = 0; axis < written.size(); axis++) {
                List<Integer> present = stack.axes().get(axis).rates();
                List<Integer> proposed = new ArrayList<>();
                for (int member = 0; member < present.size(); member++) {
                    Optional<WrittenRate> source = written.get(axis).get(member);
                    proposed.add(
                            source.isEmpty()
                                    ? present.get(member)
                                    : settled.getOrDefault(source.get().place(), present.get(member)));
                }
                rates.add(proposed);
            }
            return new Proposal(rates);
        }
    }
}
