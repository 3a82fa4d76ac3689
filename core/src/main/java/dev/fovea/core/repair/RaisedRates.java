package dev.fovea.core.repair;

import dev.fovea.core.repair.WrittenRate.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Numbers that keep every rule on all axes, found by raising them from 1 as far towards the present ones as all axes stay
 * sound: not always the best, but there are some wherever rates of 1 are sound.
 */
final class RaisedRates {
    private static final int MOST_ROUNDS = 8;
    private static final int MOST_STEPS = 64;

    private final List<RateAxis> axes;
    private final Map<Place, Integer> fixed;
    private final boolean strict;
    private final Predicate<Map<Place, Integer>> fitting;
    private final Map<Place, Integer> present = new LinkedHashMap<>();

    RaisedRates(
            List<RateAxis> axes, Map<Place, Integer> fixed, boolean strict, Predicate<Map<Place, Integer>> fitting) {
        this.axes = axes;
        this.fixed = fixed;
        this.strict = strict;
        this.fitting = fitting;
        for (RateAxis axis : axes) {
            for (int i = 0; i < axis.places().size(); i++) {
                int rate = axis.judged().rates().get(i);
                axis.places().get(i).ifPresent(place -> present.putIfAbsent(place, rate));
            }
        }
        present.keySet().removeAll(fixed.keySet());
    }

    /** One, or none. */
    List<Map<Place, Integer>> proposals() {
        Map<Place, Integer> rates = new HashMap<>(fixed);
        present.keySet().forEach(place -> rates.put(place, 1));
        if (!isSound(rates)) {
            return List.of();
        }
        boolean raised = true;
        for (int round = 0; raised && round < MOST_ROUNDS; round++) {
            raised = false;
            for (Place place : new ArrayList<>(present.keySet())) {
                raised |= raise(rates, place);
            }
        }
        return List.of(rates);
    }

    /** The largest rate up to the present one, searched downwards. */
    private boolean raise(Map<Place, Integer> rates, Place place) {
        int before = rates.get(place);
        int most = present.getOrDefault(place, before);
        for (int rate = most; rate > before && rate > most - MOST_STEPS; rate--) {
            rates.put(place, rate);
            if (isSound(rates)) {
                return true;
            }
        }
        rates.put(place, before);
        return false;
    }

    private boolean isSound(Map<Place, Integer> rates) {
        for (RateAxis axis : axes) {
            if (!axis.isSound(rates, strict)) {
                return false;
            }
        }
        return fitting.test(rates);
    }
}
