package dev.fovea.core.vectors;

import dev.fovea.core.network.Network;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How many paths lead from each pixel to a unit, followed unit by unit over all axes together; whole maps are left out. */
final class BruteCounts {
    private BruteCounts() {}

    /** Paths by pixel; empty where a path reads a whole map along some axes only, or too many units. */
    static Optional<Map<List<Long>, BigInteger>> of(BruteForce network, BruteLayer layer, List<Long> unit, int most) {
        TreeMap<Integer, Map<List<Long>, BigInteger>> open = new TreeMap<>();
        open.put(network.index(layer.name()), Map.of(unit, BigInteger.ONE));
        while (!open.isEmpty() && open.lastKey() != Network.INPUT) {
            BruteLayer top = network.layers().get(open.lastKey());
            Map<List<Long>, BigInteger> units = open.remove(open.lastKey());
            for (int i = 0; i < top.sources().size(); i++) {
                int source = top.sources().get(i);
                List<BruteReading> readings = top.readings().get(i);
                long whole = 0;
                for (int axis = 0; axis < readings.size(); axis++) {
                    boolean global = source != Network.INPUT
                            && network.layers().get(source).jumps().get(axis).isEmpty();
                    whole += readings.get(axis) == BruteReading.WHOLE || global ? 1 : 0;
                }
                if (whole == readings.size()) {
                    continue;
                }
                if (whole > 0) {
                    return Optional.empty();
                }
                Map<List<Long>, BigInteger> below = open.computeIfAbsent(source, unused -> new HashMap<>());
                units.forEach((one, paths) ->
                        read(readings, one).forEach(position -> below.merge(position, paths, BigInteger::add)));
                if (below.size() > most) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(open.getOrDefault(Network.INPUT, Map.of()));
    }

    private static List<List<Long>> read(List<BruteReading> readings, List<Long> unit) {
        List<List<Long>> positions = List.of(List.of());
        for (int axis = 0; axis < unit.size(); axis++) {
            List<List<Long>> longer = new ArrayList<>();
            for (List<Long> position : positions) {
                for (long next : readings.get(axis).of(unit.get(axis))) {
                    List<Long> one = new ArrayList<>(position);
                    one.add(next);
                    longer.add(one);
                }
            }
            positions = longer;
        }
        return positions;
    }
}
