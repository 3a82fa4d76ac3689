package dev.fovea.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which pixels of its field unit 0 of a layer reads along some local path, over all axes together; borders are ignored.
 *
 * @param read number of pixels read; empty where the set is too complex to be counted: then only its projections are known,
 *     {@link AxisField#covered()} and {@code gap}
 * @param unread number of pixels of the field's bounding box that are not read; empty as {@code read}
 * @param firstUnread offset of the first of them from the box's first corner, one entry per axis, the last axis running
 *     fastest; empty where all are read, or unknown
 * @param gap per axis, the largest distance between neighbouring positions that are read; 1 where the projection has no gap
 * @param mostUnread the largest number of unread pixels among the units of one period; empty where it is that of unit 0, or
 *     unknown
 */
public record Coverage(
        OptionalLong read,
        OptionalLong unread,
        Optional<List<Long>> firstUnread,
        List<Long> gap,
        OptionalLong mostUnread) {
    /** Copies the lists. */
    public Coverage {
        Copies.notNull(read, unread, mostUnread);
        firstUnread = Copies.list(firstUnread);
        gap = List.copyOf(gap);
    }

    /** True if only the projections onto the axes are known. */
    public boolean isPerAxis() {
        return read.isEmpty();
    }
}
