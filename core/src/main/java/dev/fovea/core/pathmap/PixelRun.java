package dev.fovea.core.pathmap;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The pixels that a unit reaches along one axis.
 *
 * @param start the first of them
 * @param counts how often it reaches each from there on, in proportion; 0 only where it does not
 */
record PixelRun(long start, double[] counts) {
    static PixelRun of(CountGrid pixels, int shift) {
        BigInteger[] values = pixels.values();
        double[] counts = new double[values.length];
        Arrays.setAll(counts, i -> Proportion.of(values[i], shift));
        return new PixelRun(pixels.start()[0], counts);
    }

    double total() {
        return Arrays.stream(counts).sum();
    }

    boolean isEmpty() {
        return counts.length == 0;
    }

    double at(long pixel) {
        return pixel < start || pixel - start >= counts.length ? 0 : counts[(int) (pixel - start)];
    }

    /** The same in cells of a row; nothing of a unit that reaches beyond the row's ends, since no path leads through it. */
    CellRun inCells(Profile row, int side) {
        BitSet read = new BitSet();
        int begin = (int) (start - row.start());
        int end = begin + counts.length;
        if (isEmpty() || begin < 0 || end > row.paths().size()) {
            return new CellRun(0, new double[0], read);
        }
        int first = begin / side;
        double[] sums = new double[(end - 1) / side - first + 1];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                sums[(begin + i) / side - first] += counts[i];
                read.set(begin + i);
            }
        }
        return new CellRun(first, sums, read);
    }
}
