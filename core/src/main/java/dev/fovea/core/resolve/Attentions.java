package dev.fovea.core.resolve;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Grouped;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * {@code @Attention}: queries, keys and values are projections of the input, and the output is a projection of their
 * result (Vaswani et al. 2017, section 3.2). Within windows, units read the windows that they lie in (Liu et al. 2021,
 * section 3.2); a window as wide as the map is the whole map, and is not shifted. Over a grid, they read a lattice.
 */
final class Attentions {
    /** How many layers are read where queries, keys and values are named. */
    static final int PARTS = 3;

    private final LayerBuilder builder;
    private final long[] window;
    private final long[] shift;
    private final long[] grid;

    /** Each with one entry per axis; window and grid with none where they are not stated. */
    private Attentions(LayerBuilder builder, long[] window, long[] shift, long[] grid) {
        this.builder = builder;
        this.window = window;
        this.shift = shift;
        this.grid = grid;
    }

    static void build(LayerBuilder builder) {
        if (builder.sources.size() == PARTS) {
            AttentionParts.build(builder);
            return;
        }
        Attributes attributes = builder.attributes;
        long heads = attributes.number("heads", 1);
        long out = attributes.number("out", 0);
        boolean windowed = !attributes.numbers("window").isEmpty();
        boolean shifted = !attributes.numbers("shift").isEmpty();
        long[] window = windowed ? attributes.perAxis("window", builder.axes(), 1) : new long[0];
        long[] shift = shifted ? attributes.perAxis("shift", builder.axes(), 0) : new long[builder.axes()];
        long[] grid = attributes.numbers("grid").isEmpty() ? new long[0] : AttentionGrid.read(builder);
        if (attributes.areValid()) {
            checkShift(builder, window, shift);
        }
        if (!attributes.areValid()) {
            return;
        }
        new Attentions(builder, window, shift, grid).apply();
        builder.channels = out > 0 ? OptionalLong.of(out) : builder.inputChannels();
        if (!attributes.isUnstated("heads")) {
            builder.report.put("heads", heads);
            checkHeads(builder, heads);
        }
        if (builder.channels.isPresent()) {
            builder.report.put("out", builder.channels.getAsLong());
        }
        if (windowed) {
            builder.report.put("window", Windows.boxed(window));
        }
        if (shifted) {
            builder.report.put("shift", Windows.boxed(shift));
        }
        if (grid.length > 0) {
            builder.report.put("grid", Windows.boxed(grid));
        }
    }

    private static void checkShift(LayerBuilder builder, long[] window, long[] shift) {
        boolean windowed = window.length > 0;
        for (int axis = 0; axis < shift.length; axis++) {
            if (shift[axis] > 0 && (!windowed || shift[axis] >= window[axis])) {
                builder.attributes.invalid(
                        "shift",
                        -1,
                        windowed
                                ? "shift of %s is %s; it must be less than its window %s"
                                        .formatted(builder.name(), shift[axis], window[axis])
                                : "%s states a shift but no window to shift; state window, or leave shift out"
                                        .formatted(builder.name()));
                return;
            }
        }
    }

    private static void checkHeads(LayerBuilder builder, long heads) {
        if (builder.channels.isPresent() && builder.channels.getAsLong() % heads != 0) {
            builder.mismatch(
                    builder.place("heads"),
                    "heads = %s of %s does not divide its %s channels; use a divisor"
                            .formatted(heads, builder.name(), builder.channels.getAsLong()));
            builder.parameters = OptionalLong.empty();
            builder.macs = OptionalLong.empty();
        }
    }

    private void apply() {
        if (grid.length > 0) {
            AttentionGrid.apply(builder, grid);
        } else {
            readWindows();
        }
        costs();
    }

    private void readWindows() {
        boolean windowed = window.length > 0;
        List<Step> steps = new ArrayList<>();
        int covered = 0;
        for (int axis = 0; axis < builder.axes(); axis++) {
            Extent in = builder.input().extents().get(axis);
            boolean whole = !windowed || in.isKnown() && in.value() <= window[axis];
            covered += whole ? 1 : 0;
            steps.add(whole ? new Step.Whole() : new Grouped(window[axis], shift[axis]));
        }
        if (covered == builder.axes()) {
            // Its own place is among what a unit reads: that path stays local, as it is at squeeze-and-excitation.
            steps.replaceAll(step -> Step.Window.IDENTITY);
            builder.wholeMap = true;
        }
        builder.read(steps);
        builder.keepExtents();
    }

    private void costs() {
        long stated = builder.attributes.number("out", 0);
        OptionalLong channels = builder.inputChannels();
        builder.parameters = OptionalLong.empty();
        builder.macs = OptionalLong.empty();
        if (channels.isEmpty()) {
            return;
        }
        long in = channels.getAsLong();
        long out = stated > 0 ? stated : in;
        long weights = Math.addExact(Math.multiplyExact(Math.multiplyExact(3, in), out), Math.multiplyExact(out, out));
        builder.parameters = OptionalLong.of(Math.addExact(weights, Math.multiplyExact(4, out)));
        long positions = 1;
        long read = 1;
        for (int axis = 0; axis < builder.axes(); axis++) {
            Extent extent = builder.input().extents().get(axis);
            if (!extent.isKnown() || builder.faulty) {
                return;
            }
            long size = window.length > 0 ? window[axis] : extent.value();
            // An extent that is no multiple of the window is padded.
            positions = Math.multiplyExact(positions, Math.multiplyExact(Integers.ceilDiv(extent.value(), size), size));
            read = Math.multiplyExact(read, grid.length > 0 ? grid[axis] : size);
        }
        long products = Math.multiplyExact(Math.multiplyExact(2, read), out);
        builder.macs = OptionalLong.of(Math.multiplyExact(positions, Math.addExact(weights, products)));
    }
}
