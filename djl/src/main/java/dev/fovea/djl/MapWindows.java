package dev.fovea.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * A map cut into windows (Liu et al. 2021, section 3.2): zeros fill the last ones up at the map's end, and take part; where
 * the windows are shifted, those that the border cuts are filled with units that do not. The units of equal place in all cells
 * of a grid (Tu et al. 2022, section 3.2) are windows that are spread over the map.
 *
 * @param filling zeros behind the map, up to a multiple of the window
 * @param cut units around that, where windows are shifted
 * @param window per axis, the window's extent
 * @param counts per axis, the number of windows
 * @param spread whether the units of a window lie as far apart as there are windows
 */
record MapWindows(Border filling, Border cut, long[] window, long[] counts, boolean spread) {
    /** @param stated empty: one window that is the map */
    static MapWindows of(Shape map, long[] stated, long[] shift) {
        int axes = map.dimension() - 2;
        long[] window = stated.length == 0 ? map.slice(2).getShape() : stated;
        long[] filling = new long[axes];
        long[] before = new long[axes];
        long[] behind = new long[axes];
        long[] counts = new long[axes];
        for (int axis = 0; axis < axes; axis++) {
            long extent = map.get(2 + axis);
            filling[axis] = Math.floorMod(-extent, window[axis]);
            // A window as wide as the map is not shifted.
            boolean shifted = shift[axis] > 0 && extent > window[axis];
            before[axis] = shifted ? window[axis] - shift[axis] : 0;
            behind[axis] = shifted ? shift[axis] : 0;
            counts[axis] = (extent + filling[axis] + before[axis] + behind[axis]) / window[axis];
        }
        return new MapWindows(new Border(new long[axes], filling), new Border(before, behind), window, counts, false);
    }

    /** @param cells per axis, their number */
    static MapWindows ofGrid(Shape map, long[] cells) {
        Border none = new Border(new long[cells.length], new long[cells.length]);
        long[] counts = new long[cells.length];
        for (int axis = 0; axis < cells.length; axis++) {
            counts[axis] = map.get(2 + axis) / cells[axis];
        }
        return new MapWindows(none, none, cells, counts, true);
    }

    boolean isShifted() {
        return Arrays.stream(cut.begin()).anyMatch(amount -> amount > 0);
    }

    /** (Batch · windows) × units × channels. */
    NDArray split(NDArray map) {
        return windows(cut.pad(filling.pad(map, 0), 0));
    }

    /** (Batch · windows) × units × 1: 1 where a unit takes part, 0 where it only fills a window that a border cuts. */
    NDArray present(NDArray map) {
        Shape full = filling.pad(map, 0).getShape();
        Shape one = new Shape(full.get(0), 1).addAll(full.slice(2));
        return windows(cut.pad(map.getManager().ones(one, map.getDataType()), 0));
    }

    private NDArray windows(NDArray full) {
        int axes = window.length;
        long[] apart = new long[2 + 2 * axes];
        int[] order = new int[2 + 2 * axes];
        apart[0] = full.getShape().get(0);
        apart[1] = full.getShape().get(1);
        for (int axis = 0; axis < axes; axis++) {
            apart[2 + 2 * axis] = spread ? window[axis] : counts[axis];
            apart[3 + 2 * axis] = spread ? counts[axis] : window[axis];
            order[1 + axis] = place(axis, !spread);
            order[1 + axes + axis] = place(axis, spread);
        }
        order[1 + 2 * axes] = 1;
        return full.reshape(apart).transpose(order).reshape(apart[0] * product(counts), product(window), apart[1]);
    }

    /** Back from what {@link #split} makes, with any number of channels. */
    NDArray join(NDArray units) {
        int axes = window.length;
        long channels = units.getShape().get(2);
        long batch = units.getShape().get(0) / product(counts);
        long[] apart = new long[2 + 2 * axes];
        int[] order = new int[2 + 2 * axes];
        long[] joined = new long[2 + axes];
        apart[0] = joined[0] = batch;
        apart[1 + 2 * axes] = joined[1] = channels;
        order[1] = 1 + 2 * axes;
        for (int axis = 0; axis < axes; axis++) {
            apart[1 + axis] = counts[axis];
            apart[1 + axes + axis] = window[axis];
            order[place(axis, !spread)] = 1 + axis;
            order[place(axis, spread)] = 1 + axes + axis;
            joined[2 + axis] = counts[axis] * window[axis];
        }
        NDArray full = units.reshape(apart).transpose(order).reshape(joined);
        return filling.crop(cut.crop(full));
    }

    /** The dimension of a map apart that counts the axis in large steps, or the one that counts within them. */
    private static int place(int axis, boolean large) {
        return (large ? 2 : 3) + 2 * axis;
    }

    private static long product(long[] factors) {
        return Arrays.stream(factors).reduce(1, Math::multiplyExact);
    }
}
