package dev.fovea.core.hdc;

import java.util.ArrayList;
import java.util.List;

/**
 * Improves sound lists step by step where the optimum cannot be proven.
 *
 * <p>A step moves one rate so that the field comes closer to the wanted size, or two so that the field stays and one
 * comes closer to what it was. Large moves are tried first, then half of them, and so on. Every list on the way is
 * sound.
 */
final class RepairClimb {
    /** Layers visited, which bounds the time as {@link Repair#MOST_WORK} does. */
    private static final long MOST_WORK = 150_000;

    private final RepairTask task;
    private final List<Integer> free;
    private final long[] weights;
    private RepairMerit best;
    private long work;

    RepairClimb(RepairTask task) {
        this.task = task;
        free = task.free();
        weights = new long[task.ties().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[task.ties().get(i)] += task.weight(i);
        }
        best = task.merit(task.axis().rates());
    }

    /** The best list within reach of a sound one. */
    List<Integer> improved(List<Integer> start) {
        best = task.merit(start);
        work = 0;
        RepairMerit before;
        do {
            before = best;
            for (int i = free.size() - 1; i >= 0; i--) {
                closeField(free.get(i));
            }
            for (int layer : free) {
                restore(layer);
            }
        } while (best != before && work < MOST_WORK);
        return best.rates();
    }

    private void closeField(int layer) {
        for (long by = (task.size() - best.size()) / weights[layer]; by != 0; by /= 2) {
            attempt(layer, by, layer, 0);
        }
    }

    /** Moves a rate towards what it was, and one other the other way. */
    private void restore(int layer) {
        long wanted = task.axis().rates().get(layer);
        for (int i = free.size() - 1; i >= 0 && work < MOST_WORK && best.rates().get(layer) != wanted; i--) {
            int other = free.get(i);
            for (long by = wanted - best.rates().get(layer); by != 0 && other != layer; by /= 2) {
                if (by * weights[layer] % weights[other] == 0) {
                    attempt(layer, by, other, -by * weights[layer] / weights[other]);
                }
            }
        }
    }

    private void attempt(int layer, long by, int other, long otherBy) {
        work += weights.length;
        List<Integer> moved = new ArrayList<>(best.rates());
        for (int i = 0; i < moved.size(); i++) {
            int tie = task.ties().get(i);
            long rate = moved.get(i) + (tie == layer ? by : tie == other ? otherBy : 0);
            if (rate < 1 || rate > Repair.MAX_RATE) {
                return;
            }
            moved.set(i, (int) rate);
        }
        RepairMerit merit = task.merit(moved);
        if (merit.compareTo(best) < 0 && task.isSound(moved)) {
            best = merit;
        }
    }
}
