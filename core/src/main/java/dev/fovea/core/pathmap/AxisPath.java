package dev.fovea.core.pathmap;

import dev.fovea.core.network.Step;
import dev.fovea.core.paths.Budget;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of a path along one axis, from the input up; paths with the same steps are the same object. */
final class AxisPath {
    private static final int MOST_KEPT = 256;

    private final @Nullable AxisPath below;
    private final Step.Local step;
    private final Map<Step.Local, AxisPath> above = new HashMap<>();
    private final Map<Long, CountGrid> known = new HashMap<>();

    private AxisPath(@Nullable AxisPath below, Step.Local step) {
        this.below = below;
        this.step = step;
    }

    /** The path without a step; those that are to be compared begin with the same one. */
    static AxisPath input() {
        return new AxisPath(null, Step.Window.IDENTITY);
    }

    AxisPath then(Step.Local next) {
        return next.isIdentity() ? this : above.computeIfAbsent(next, key -> new AxisPath(this, key));
    }

    /** How often each pixel is reached from a unit; what is small is kept, since layers share the paths below them. */
    CountGrid pixels(long unit, Budget budget) {
        CountGrid pixels = known.get(unit);
        if (pixels == null) {
            pixels = follow(unit, budget);
            if (pixels.values().length <= MOST_KEPT) {
                known.put(unit, pixels);
            }
        }
        return pixels;
    }

    private CountGrid follow(long unit, Budget budget) {
        CountGrid grid = CountGrid.point(new long[] {unit});
        int bits = 0;
        AxisPath path = this;
        for (AxisPath next = path.below; next != null; next = path.below) {
            bits += Long.SIZE - Long.numberOfLeadingZeros(path.step.reads(0).count());
            grid = grid.read(0, path.step);
            budget.take(grid.values().length, bits);
            path = next;
        }
        return grid.cropped();
    }
}
