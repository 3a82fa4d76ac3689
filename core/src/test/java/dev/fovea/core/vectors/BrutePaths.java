package dev.fovea.core.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Follows every single path from a layer to the input along one axis. */
final class BrutePaths {
    private final BruteForce network;
    private final int axis;
    private long shortest = Long.MAX_VALUE;

    private BrutePaths(BruteForce network, int axis) {
        this.network = network;
        this.axis = axis;
    }

    /** Size of the field along the path where it is smallest, itself the largest of all units' fields. */
    static long shortest(BruteForce network, BruteLayer layer, int axis) {
        BrutePaths paths = new BrutePaths(network, axis);
        List<Set<Long>> units = new ArrayList<>();
        for (long unit = 0; unit < layer.bound().get(axis); unit++) {
            units.add(Set.of(unit));
        }
        paths.follow(network.index(layer.name()), units);
        return paths.shortest;
    }

    private void follow(int index, List<Set<Long>> units) {
        if (index < 0) {
            long size = units.stream()
                    .mapToLong(pixels -> BruteFigures.size(new TreeSet<>(pixels)))
                    .max()
                    .orElseThrow();
            shortest = Math.min(shortest, size);
            return;
        }
        BruteLayer layer = network.layers().get(index);
        for (int i = 0; i < layer.sources().size(); i++) {
            BruteReading reading = layer.readings().get(i).get(axis);
            if (reading == BruteReading.WHOLE) {
                continue;
            }
            List<Set<Long>> read = new ArrayList<>();
            for (Set<Long> set : units) {
                Set<Long> below = new TreeSet<>();
                set.forEach(unit -> below.addAll(reading.of(unit)));
                read.add(below);
            }
            follow(layer.sources().get(i), read);
        }
    }
}
