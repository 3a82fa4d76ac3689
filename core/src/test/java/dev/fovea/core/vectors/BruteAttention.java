package dev.fovea.core.vectors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What attention reads of its maps.
 *
 * @param readings of each map, per axis
 * @param wholeMap true if every unit reads the whole map, its own place among it
 * @param channels of the output
 */
record BruteAttention(List<List<BruteReading>> readings, boolean wholeMap, boolean fits, long channels) {
    static BruteAttention of(BruteForce network, Stated stated, List<Integer> sources) {
        return sources.size() == 3 ? ofThree(network, stated, sources) : ofOne(network, stated, sources.get(0));
    }

    private static BruteAttention ofOne(BruteForce network, Stated stated, int source) {
        List<Long> extents = network.extents(source);
        boolean windowed = !stated.numbers("window").isEmpty();
        boolean shifted = !stated.numbers("shift").isEmpty();
        boolean gridded = !stated.numbers("grid").isEmpty();
        long channels = stated.number("out") > 0 ? stated.number("out") : network.channels(source);
        boolean fits = channels % stated.number("heads") == 0 && (!gridded || !windowed && !shifted);
        List<BruteReading> readings = new ArrayList<>();
        for (int axis = 0; axis < extents.size(); axis++) {
            long window = windowed ? stated.entry("window", axis) : Long.MAX_VALUE;
            long shift = shifted ? stated.entry("shift", axis) : 0;
            fits &= shift == 0 || windowed && shift < window;
            long cells = gridded ? stated.entry("grid", axis) : 1;
            fits &= extents.get(axis) % cells == 0 && (!gridded || cells > 1 || extents.get(axis) == 1);
            readings.add(extents.get(axis) <= window ? BruteReading.WHOLE : BruteReading.grouped(window, shift));
        }
        boolean all = readings.stream().allMatch(reading -> reading == BruteReading.WHOLE);
        return all
                ? new BruteAttention(
                        List.of(Collections.nCopies(extents.size(), BruteReading.SAME_UNIT)), true, fits, channels)
                : new BruteAttention(List.of(readings), false, fits, channels);
    }

    /** Queries and keys can be multiplied, there is a value for each key, and heads divide all channels. */
    private static BruteAttention ofThree(BruteForce network, Stated stated, List<Integer> sources) {
        List<BruteReading> whole = Collections.nCopies(network.axes(), BruteReading.WHOLE);
        List<BruteReading> own = Collections.nCopies(network.axes(), BruteReading.SAME_UNIT);
        long asked = network.channels(sources.get(0));
        long told = network.channels(sources.get(2));
        boolean fits = asked == network.channels(sources.get(1))
                && network.extents(sources.get(1)).equals(network.extents(sources.get(2)))
                && asked % stated.number("heads") == 0
                && told % stated.number("heads") == 0;
        return new BruteAttention(List.of(own, whole, whole), false, fits, told);
    }
}
