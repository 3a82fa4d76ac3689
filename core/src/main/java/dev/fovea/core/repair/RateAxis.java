package dev.fovea.core.repair;

import dev.fovea.core.hdc.DilationAxis;
import dev.fovea.core.hdc.RepairTask;
import dev.fovea.core.repair.WrittenRate.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One axis of a stack, and where the rates of the layers that count there are written.
 *
 * @param judged with its present rates
 * @param places per layer; empty where the rate cannot be changed
 */
record RateAxis(DilationAxis judged, List<Optional<Place>> places) {
    /** The places, each once. */
    Set<Place> distinct() {
        Set<Place> distinct = new HashSet<>();
        places.forEach(place -> place.ifPresent(distinct::add));
        return distinct;
    }

    /** The axis with what is settled so far. */
    DilationAxis with(Map<Place, Integer> settled) {
        List<Integer> rates = new ArrayList<>(judged.rates());
        for (int i = 0; i < rates.size(); i++) {
            Optional<Place> place = places.get(i);
            if (place.isPresent()) {
                rates.set(i, settled.getOrDefault(place.get(), rates.get(i)));
            }
        }
        return judged.withRates(rates);
    }

    boolean isSound(Map<Place, Integer> settled, boolean strict) {
        return RepairTask.isSound(with(settled), strict);
    }

    /** True if the stack's own field is what it is at present. */
    boolean keepsField(Map<Place, Integer> settled) {
        return with(settled).ownSize() == judged.ownSize();
    }

    /** What is settled by these rates of its layers. */
    Map<Place, Integer> settle(List<Integer> rates) {
        Map<Place, Integer> settled = new HashMap<>();
        for (int i = 0; i < rates.size(); i++) {
            if (places.get(i).isPresent()) {
                settled.put(places.get(i).get(), rates.get(i));
            }
        }
        return settled;
    }

    /** The search for the rates that are not settled. */
    RepairTask task(Map<Place, Integer> settled, boolean strict, Predicate<List<Integer>> elsewhere) {
        List<Integer> ties = new ArrayList<>();
        Set<Integer> given = new HashSet<>();
        Map<Place, Integer> lowest = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            Optional<Place> place = places.get(i);
            if (place.isEmpty() || settled.containsKey(place.get())) {
                given.add(i);
            }
            ties.add(place.isEmpty() ? i : lowest.merge(place.get(), i, (before, now) -> before));
        }
        return new RepairTask(with(settled), ties, given, judged.ownSize(), strict, elsewhere);
    }
}
