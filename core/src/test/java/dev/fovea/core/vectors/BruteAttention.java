package dev.fovea.core.vectors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What attention reads of a map.
 *
 * @param wholeMap true if every unit reads the whole map, its own place among it
 */
record BruteAttention(List<BruteReading> readings, boolean wholeMap, boolean fits) {
    static BruteAttention of(Stated stated, List<Long> extents) {
        boolean windowed = !stated.numbers("window").isEmpty();
        boolean shifted = !stated.numbers("shift").isEmpty();
        boolean gridded = !stated.numbers("grid").isEmpty();
        boolean fits = !gridded || !windowed && !shifted;
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
                ? new BruteAttention(Collections.nCopies(extents.size(), BruteReading.SAME_UNIT), true, fits)
                : new BruteAttention(readings, false, fits);
    }
}
