package dev.fovea.core.repair;

import dev.fovea.core.hdc.Repair;
import dev.fovea.core.hdc.RepairTask;
import dev.fovea.core.repair.WrittenRate.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Searches numbers that mend all axes of several stacks at once.
 *
 * <p>Axes are mended one after the other, the first one at fault first. A number written once holds wherever it is taken,
 * so what one axis has settled stays; but no axis takes numbers with which another that shares some of them could not be
 * mended. Where even so nothing is found, rates are raised from 1, with which most stacks are sound.
 */
final class JointSearch {
    private static final int MOST = 3;

    /** Searches within a search, counted rather than timed so that every machine proposes the same. */
    private static final int MOST_LOOKS_AHEAD = 200;

    private static final Predicate<List<Integer>> ALWAYS = rates -> true;

    private final List<RateAxis> axes;
    private final List<Set<Place>> places;
    private final Map<Place, Integer> fixed;
    private final boolean strict;
    private final Predicate<Map<Place, Integer>> fitting;

    /** Whether an axis can be mended with what others have settled of its numbers. */
    private final Map<List<Object>, Boolean> mendable = new HashMap<>();

    /** Repairs of axes that share no number with others. */
    private final Map<RepairTask, List<List<Integer>>> alone = new HashMap<>();

    /**
     * @param fixed what stays as it is
     * @param fitting what the numbers must also satisfy, all together
     */
    JointSearch(StackGroup group, Map<Place, Integer> fixed, boolean strict, Predicate<Map<Place, Integer>> fitting) {
        this.axes = group.axes();
        this.places = axes.stream().map(RateAxis::distinct).toList();
        this.fixed = fixed;
        this.strict = strict;
        this.fitting = fitting;
    }

    /** Up to three, best first; what is not named stays. */
    List<Map<Place, Integer>> proposals() {
        int first = 0;
        while (axes.get(first).isSound(Map.of(), strict)) {
            first++;
        }
        List<Map<Place, Integer>> found = new ArrayList<>();
        for (List<Integer> rates : Repair.proposals(task(first, fixed), MOST)) {
            Map<Place, Integer> settled = new HashMap<>(fixed);
            settled.putAll(axes.get(first).settle(rates));
            if (mendOthers(first, settled, found.size()) && fitting.test(settled)) {
                found.add(settled);
            }
        }
        return found.isEmpty() ? new RaisedRates(axes, fixed, strict, fitting).proposals() : List.copyOf(found);
    }

    /** Settles the other axes, also those that are sound with what is settled but of another field; false if that cannot be done. */
    private boolean mendOthers(int first, Map<Place, Integer> settled, int choice) {
        for (int axis = 0; axis < axes.size(); axis++) {
            if (axis == first) {
                continue;
            }
            List<Integer> rates = axes.get(axis).with(settled).rates();
            boolean sound = axes.get(axis).isSound(settled, strict);
            if (!sound || !axes.get(axis).keepsField(settled)) {
                List<List<Integer>> found = repairs(axis, settled);
                if (found.isEmpty() && !sound) {
                    return false;
                }
                rates = found.isEmpty() ? rates : found.get(Math.min(choice, found.size() - 1));
            }
            settled.putAll(axes.get(axis).settle(rates));
        }
        return true;
    }

    private List<List<Integer>> repairs(int axis, Map<Place, Integer> settled) {
        boolean isAlone = places.get(axis).stream().noneMatch(settled::containsKey)
                && sharing(axis).isEmpty();
        if (!isAlone) {
            return Repair.proposals(task(axis, settled), 1);
        }
        RepairTask task = axes.get(axis).task(Map.of(), strict, ALWAYS);
        List<List<Integer>> found = alone.computeIfAbsent(task, one -> Repair.proposals(one, MOST)).stream()
                .filter(rates -> fits(axis, rates, settled))
                .toList();
        return found.isEmpty() ? Repair.proposals(task(axis, settled), 1) : found;
    }

    private RepairTask task(int axis, Map<Place, Integer> settled) {
        List<Integer> others = sharing(axis);
        return axes.get(axis)
                .task(settled, strict, rates -> fits(axis, rates, settled) && canFollow(axis, others, rates, settled));
    }

    private boolean fits(int axis, List<Integer> rates, Map<Place, Integer> settled) {
        Map<Place, Integer> all = new HashMap<>(settled);
        all.putAll(axes.get(axis).settle(rates));
        return fitting.test(all);
    }

    /** The axes that take numbers from this one. */
    private List<Integer> sharing(int axis) {
        List<Integer> sharing = new ArrayList<>();
        for (int other = 0; other < axes.size(); other++) {
            if (other != axis && places.get(other).stream().anyMatch(places.get(axis)::contains)) {
                sharing.add(other);
            }
        }
        return sharing;
    }

    /** True if these rates leave the others sound, or to be mended. */
    private boolean canFollow(int axis, List<Integer> others, List<Integer> rates, Map<Place, Integer> settled) {
        Map<Place, Integer> all = new HashMap<>(settled);
        all.putAll(axes.get(axis).settle(rates));
        for (int other : others) {
            if (!axes.get(other).isSound(all, strict) && !isMendable(other, all)) {
                return false;
            }
        }
        return true;
    }

    private boolean isMendable(int axis, Map<Place, Integer> settled) {
        if (settled.keySet().containsAll(places.get(axis))) {
            return false;
        }
        Map<Place, Integer> own = new HashMap<>(settled);
        own.keySet().retainAll(places.get(axis));
        List<Object> key = List.of(axis, own);
        Boolean known = mendable.get(key);
        if (known == null) {
            if (mendable.size() >= MOST_LOOKS_AHEAD) {
                return true;
            }
            known = !Repair.proposals(axes.get(axis).task(own, strict, ALWAYS), 1)
                    .isEmpty();
            mendable.put(key, known);
        }
        return known;
    }
}
