package dev.fovea.core.vectors;

import dev.fovea.core.network.Network;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** The pixels that one unit sees on the declared input, with its real borders and whole maps included. */
final class BruteFinite {
    private final BruteForce network;
    private final Map<Integer, BitSet> wanted = new HashMap<>();

    private BruteFinite(BruteForce network) {
        this.network = network;
    }

    /** Indices of the pixels, the last axis running fastest. */
    static BitSet sees(BruteForce network, BruteLayer layer, List<Long> unit) {
        return new BruteFinite(network).follow(layer, unit);
    }

    private BitSet follow(BruteLayer layer, List<Long> unit) {
        long index = 0;
        for (int axis = 0; axis < unit.size(); axis++) {
            index = index * layer.extents().get(axis) + unit.get(axis);
        }
        int last = network.index(layer.name());
        wanted.computeIfAbsent(last, unused -> new BitSet()).set(Math.toIntExact(index));
        for (int i = last; i >= 0; i--) {
            BitSet units = wanted.remove(i);
            if (units != null) {
                read(network.layers().get(i), units);
            }
        }
        return wanted.getOrDefault(Network.INPUT, new BitSet());
    }

    private void read(BruteLayer layer, BitSet units) {
        for (int i = 0; i < layer.sources().size(); i++) {
            int source = layer.sources().get(i);
            List<Long> extents = network.extents(source);
            BitSet read = wanted.computeIfAbsent(source, unused -> new BitSet());
            List<BruteReading> readings = layer.readings().get(i);
            if (layer.wholeMap()) {
                read.set(0, Math.toIntExact(extents.stream().reduce(1L, Math::multiplyExact)));
                continue;
            }
            List<List<List<Long>>> inside = inside(layer, readings, extents);
            units.stream().forEach(unit -> mark(unit, layer.extents(), inside, extents, read));
        }
    }

    /** Per axis and unit, the units read that exist. */
    private static List<List<List<Long>>> inside(BruteLayer layer, List<BruteReading> readings, List<Long> extents) {
        List<List<List<Long>>> result = new ArrayList<>();
        for (int axis = 0; axis < extents.size(); axis++) {
            long extent = extents.get(axis);
            BruteReading reading = readings.get(axis);
            List<List<Long>> units = new ArrayList<>();
            for (long unit = 0; unit < layer.extents().get(axis); unit++) {
                Set<Long> read = reading.of(unit);
                units.add(LongStream.range(0, extent)
                        .boxed()
                        .filter(other -> reading == BruteReading.WHOLE || read.contains(other))
                        .toList());
            }
            result.add(units);
        }
        return result;
    }

    private static void mark(int unit, List<Long> own, List<List<List<Long>>> inside, List<Long> extents, BitSet read) {
        int rest = unit;
        List<Long> marks = List.of(0L);
        long distance = 1;
        for (int axis = own.size() - 1; axis >= 0; axis--) {
            int place = (int) (rest % own.get(axis));
            rest /= (int) (long) own.get(axis);
            List<Long> crossed = new ArrayList<>();
            for (long coordinate : inside.get(axis).get(place)) {
                for (long mark : marks) {
                    crossed.add(mark + coordinate * distance);
                }
            }
            marks = crossed;
            distance *= extents.get(axis);
        }
        marks.forEach(mark -> read.set((int) (long) mark));
    }
}
