package dev.fovea.report;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Checks places that a caller names. */
final class Coordinates {
    private Coordinates() {}

    static void check(long[] place, int axes) {
        if (place.length != axes) {
            throw new IllegalArgumentException(
                    Arrays.toString(place) + " has " + place.length + " coordinates; there are " + axes + " axes");
        }
    }

    /** The same, and the place must lie in a map of these extents, as far as they are known. */
    static void check(long[] place, List<OptionalLong> extents, String map) {
        check(place, extents.size());
        for (int axis = 0; axis < place.length; axis++) {
            OptionalLong extent = extents.get(axis);
            if (place[axis] < 0 || extent.isPresent() && place[axis] >= extent.getAsLong()) {
                throw new IllegalArgumentException(Arrays.toString(place) + " is not a place of " + map
                        + ", whose extents are " + Cells.perAxis(extents, "x", Cells::known));
            }
        }
    }
}
