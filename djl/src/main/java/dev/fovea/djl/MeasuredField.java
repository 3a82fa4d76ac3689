package dev.fovea.djl;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The pixels that change a unit of a running network. */
public final class MeasuredField {
    private final long[] extents;
    private final BitSet read;
    private final int images;
    private final List<String> doubts;

    MeasuredField(Shape image, BitSet read, int images, List<String> doubts) {
        extents = image.slice(1).getShape();
        this.read = (BitSet) read.clone();
        this.images = images;
        this.doubts = List.copyOf(doubts);
    }

    /** Number of pixels that change the unit. */
    public int count() {
        return read.cardinality();
    }

    /**
     * Whether a pixel changes the unit.
     *
     * @param pixel one coordinate per axis, from 0
     * @return true if it does
     * @throws IllegalArgumentException if there is no such pixel
     */
    public boolean reads(long... pixel) {
        if (pixel.length != extents.length) {
            throw new IllegalArgumentException(
                    "a pixel has %s coordinates, not %s".formatted(extents.length, pixel.length));
        }
        long place = 0;
        for (int axis = 0; axis < pixel.length; axis++) {
            if (pixel[axis] < 0 || pixel[axis] >= extents[axis]) {
                throw new IllegalArgumentException(
                        "no pixel %s in an image of %s".formatted(Arrays.toString(pixel), Arrays.toString(extents)));
            }
            place = place * extents[axis] + pixel[axis];
        }
        return read.get(Math.toIntExact(place));
    }

    /** Extents of the image. */
    public List<Long> extents() {
        return Arrays.stream(extents).boxed().toList();
    }

    /** Why the set may not be exact; none if it is. */
    public List<String> doubts() {
        return doubts;
    }

    /**
     * Compares with what was computed for a layer.
     *
     * @param computed of the same network
     * @param layer the layer whose unit was measured
     * @param unit the unit's coordinates
     * @return the first pixel that is only in one of the sets; empty if the sets are the same. Where the computed field
     *     reaches beyond the image, paths through the padding are cut: there a pixel that was only computed is no
     *     difference
     * @throws IllegalArgumentException if there is no such layer, or nothing was computed for it
     */
    public Optional<String> difference(BlockLint computed, String layer, long... unit) {
        return FieldComparison.difference(this, computed, layer, unit);
    }

    /** Number of images that the network ran on. */
    public int images() {
        return images;
    }

    /** The pixels row by row, {@code #} those that change the unit; of a volume, slice by slice. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int row = Math.toIntExact(extents[extents.length - 1]);
        int pixels = Math.toIntExact(Arrays.stream(extents).reduce(1, Math::multiplyExact));
        for (int place = 0; place < pixels; place++) {
            text.append(read.get(place) ? '#' : '.');
            if ((place + 1) % row == 0) {
                text.append('\n');
            }
        }
        return text.toString();
    }
}
