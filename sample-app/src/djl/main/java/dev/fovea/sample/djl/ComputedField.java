package dev.fovea.sample.djl;

import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.BitSet;
import java.util.List;

/**
 * What a unit of the last layer reads in a chain of layers of stride 1: along each axis, the sums of one tap of every layer
 * (Yu & Koltun 2016, section 3).
 *
 * @param size pixels along an axis from the first to the last
 * @param read which of them are read along an axis; in the plane, the product
 */
record ComputedField(int size, BitSet read) {
    /** Of a network with square kernels. */
    static ComputedField of(NetworkReport report) {
        BitSet read = new BitSet();
        read.set(0);
        for (LayerReport layer : report.layers()) {
            long kernel = first(layer, "kernel");
            long rate = first(layer, "rate");
            BitSet next = new BitSet();
            for (long tap = 0; tap < kernel; tap++) {
                long offset = tap * rate;
                read.stream().forEach(place -> next.set(Math.toIntExact(place + offset)));
            }
            read = next;
        }
        return new ComputedField(read.length(), read);
    }

    private static long first(LayerReport layer, String attribute) {
        return (Long) ((List<?>) layer.attributes().get(attribute)).get(0);
    }

    /** Whether a pixel is read, by its offset from the unit's own pixel. */
    boolean reads(int dy, int dx) {
        int y = dy + size / 2;
        int x = dx + size / 2;
        return y >= 0 && x >= 0 && read.get(y) && read.get(x);
    }

    /** Number of pixels read. */
    int count() {
        return read.cardinality() * read.cardinality();
    }
}
