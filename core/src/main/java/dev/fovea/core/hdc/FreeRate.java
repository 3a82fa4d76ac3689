package dev.fovea.core.hdc;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rate that a repair may change. Tied layers are one layer of more taps to the field and to coverage, since those of
 * equal rate extend each other's interval.
 *
 * @param lowest the lowest layer that takes it
 * @param layers how many layers take it, which is what a change by one costs
 * @param weight sum of these layers' kernels less one, which is what it adds to the field per unit
 * @param rate the present one
 */
record FreeRate(int lowest, int layers, long weight, long rate) {
    /** The free rates of a task, in the order of their lowest layers. */
    static FreeRate[] of(RepairTask task) {
        Map<Integer, FreeRate> free = new LinkedHashMap<>();
        for (int layer = 0; layer < task.ties().size(); layer++) {
            if (!task.given().contains(layer)) {
                FreeRate one = new FreeRate(
                        layer, 1, task.weight(layer), task.axis().rates().get(layer));
                free.merge(task.ties().get(layer), one, FreeRate::with);
            }
        }
        return free.values().toArray(new FreeRate[0]);
    }

    private FreeRate with(FreeRate tied) {
        return new FreeRate(lowest, layers + tied.layers, weight + tied.weight, rate);
    }
}
