package dev.fovea.core.pathmap;

import dev.fovea.core.exact.MixedRadix;
import java.util.List;

/**
 * A part of the paths to a unit, in proportion.
 *
 * @param size of the grid of units, per axis
 * @param paths to each unit of the grid, the last axis running fastest; 0 only where there is none
 * @param reached per axis and place on the grid, the pixels reached from there
 * @param totals of these, per axis and place; 0 only where there is none
 */
record ScaledPart(int[] size, double[] paths, List<List<PixelRun>> reached, List<double[]> totals) {
    /** Per place along an axis, the paths to there, times what leads on along all other axes. */
    double[] along(int axis) {
        double[] sums = new double[size[axis]];
        MixedRadix box = new MixedRadix(size);
        for (int index = 0; index < paths.length; index++) {
            double weight = paths[index];
            for (int other = size.length - 1; other >= 0 && weight > 0; other--) {
                if (other != axis) {
                    double total = totals.get(other)[box.digit(index, other)];
                    weight = total > 0 ? Proportion.positive(weight * total) : 0;
                }
            }
            sums[box.digit(index, axis)] += weight;
        }
        return sums;
    }

    /** The paths to the units along the last two axes; of a volume, times what leads on to a slice along the first. */
    double[] plane(long slice) {
        if (size.length < 3) {
            return paths;
        }
        double[] plane = new double[size[1] * size[2]];
        for (int index = 0; index < paths.length; index++) {
            double onward = reached.get(0).get(index / plane.length).at(slice);
            if (paths[index] > 0 && onward > 0) {
                plane[index % plane.length] += Proportion.positive(paths[index] * onward);
            }
        }
        return plane;
    }
}
