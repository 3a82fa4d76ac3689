package dev.fovea.core.pathmap;

import java.util.BitSet;

/**
 * The cells that a unit reaches along one axis.
 *
 * @param first of them
 * @param sums how often it reaches the pixels of each from there on
 * @param read the pixels that it reaches, counted from the first of all
 */
record CellRun(int first, double[] sums, BitSet read) {
    void addTo(double[] cells, double times) {
        for (int i = 0; i < sums.length; i++) {
            cells[first + i] += sums[i] * times;
        }
    }
}
