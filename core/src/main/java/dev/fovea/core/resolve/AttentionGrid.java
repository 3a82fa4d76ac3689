package dev.fovea.core.resolve;

import dev.fovea.core.finding.Place;
import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Gridded;
import dev.fovea.core.network.Step;
import java.util.Collections;

/**
 * The grid of {@code @Attention}: a unit reads the units that lie in all cells where it lies in its own (Tu et al. 2022,
 * section 3.2).
 */
final class AttentionGrid {
    private final LayerBuilder builder;
    private final long[] cells;

    private AttentionGrid(LayerBuilder builder, long[] cells) {
        this.builder = builder;
        this.cells = cells;
    }

    /** Number of cells per axis; whatever is wrong with it is reported. */
    static long[] read(LayerBuilder builder) {
        Attributes attributes = builder.attributes;
        long[] cells = attributes.perAxis("grid", builder.axes(), 1);
        if (attributes.areValid()) {
            new AttentionGrid(builder, cells).check();
        }
        return cells;
    }

    private void check() {
        for (String other : new String[] {"window", "shift"}) {
            if (!builder.attributes.numbers(other).isEmpty()) {
                builder.attributes.invalid(
                        "grid",
                        -1,
                        "%s states a grid and a %s, but attends over one or the other; leave one out"
                                .formatted(builder.name(), other));
                return;
            }
        }
        for (int axis = 0; axis < cells.length; axis++) {
            boolean isPoint = extent(axis).isKnown() && extent(axis).value() == 1;
            if (cells[axis] == 1 && !isPoint) {
                builder.attributes.invalid(
                        "grid",
                        entry(axis),
                        "grid of %s has one cell%s, so a unit reads no place but its own; use at least 2 cells"
                                .formatted(builder.name(), AxisNames.along(axis, cells.length)));
                return;
            }
        }
    }

    private Extent extent(int axis) {
        return builder.input().extents().get(axis);
    }

    private int entry(int axis) {
        return builder.attributes.numbers("grid").size() == 1 ? -1 : axis;
    }

    /** Reads, beside the lattice over the whole map, the unit's own place: that path stays local. */
    static void apply(LayerBuilder builder, long[] cells) {
        builder.read(Collections.nCopies(builder.axes(), Step.Window.IDENTITY));
        builder.wholeMap = true;
        new AttentionGrid(builder, cells).keepExtents();
    }

    private void keepExtents() {
        for (int axis = 0; axis < cells.length; axis++) {
            builder.extent(new Gridded(builder.sources.get(0), cells[axis]));
            Extent in = extent(axis);
            if (in.isKnown() && in.value() % cells[axis] != 0 && !builder.faulty) {
                Place place = builder.place("grid").at(entry(axis));
                builder.mismatchOfExtents(
                        place,
                        "grid = %s of %s does not divide the extent %s of %s%s; use a grid of %s, or pad or crop before it"
                                .formatted(
                                        cells[axis],
                                        builder.name(),
                                        in,
                                        builder.assembly.inputTitle(builder.sources.get(0)),
                                        AxisNames.along(axis, cells.length),
                                        fitting(in.value(), cells[axis])));
            }
        }
    }

    /** The nearest numbers of cells that divide an extent. */
    private static String fitting(long extent, long cells) {
        long above = Math.min(cells, extent);
        while (extent % above != 0) {
            above++;
        }
        long below = Math.min(cells, extent);
        while (below > 1 && extent % below != 0) {
            below--;
        }
        return below > 1 && below < above ? below + " or " + above : Long.toString(above);
    }
}
