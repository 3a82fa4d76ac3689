package dev.fovea.report;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How an input can be cut into tiles along one axis, so that the network gives for each tile what it gives for the whole.
 *
 * <p>With {@code step} P and {@code units} Q, output units aQ to bQ − 1 belong to input pixels aP to bP − 1. A tile for
 * them begins {@code alignedBefore} pixels before those and ends {@code alignedAfter} pixels after them; at the image's own
 * borders it is clipped to the image.
 *
 * @param exact whether a tile can be exact
 * @param reason why none can; empty where one can, or nothing is known
 * @param step input pixels that a tile's begin must be a multiple of; empty where unknown
 * @param units output units per step; empty where unknown
 * @param before pixels read before the step; negative where its first pixels are not read
 * @param after pixels read after the step; negative where its last pixels are not read
 * @param alignedBefore pixels that a tile must carry before the step: a multiple of the step
 * @param alignedAfter pixels that a tile must carry after the step
 * @param lost pixels of the input for which there is no output: n − out · jump; empty where it depends on the extent, or is
 *     unknown
 * @param approximateBefore pixels before the step that hold, together with the rest, all but 2.275 % of the paths to each of
 *     the units: a context with which a tile is nearly right, never exactly; negative as {@code before}, empty where the
 *     numbers of paths are unknown or no tile is exact
 * @param approximateAfter the same after the step; beyond both lie at most 4.55 % of the paths, as beyond the effective width
 */
public record TilePlan(
        boolean exact,
        Optional<Obstacle> reason,
        OptionalLong step,
        OptionalLong units,
        OptionalLong before,
        OptionalLong after,
        OptionalLong alignedBefore,
        OptionalLong alignedAfter,
        Optional<Rational> lost,
        OptionalLong approximateBefore,
        OptionalLong approximateAfter) {
    /** Rejects {@code null}. */
    public TilePlan {
        Copies.notNull(
                reason,
                step,
                units,
                before,
                after,
                alignedBefore,
                alignedAfter,
                lost,
                approximateBefore,
                approximateAfter);
    }

    /**
     * The same plan with an approximate context.
     *
     * @param before pixels before the step
     * @param after pixels after it
     * @return a plan that differs in nothing else
     */
    public TilePlan withApproximate(long before, long after) {
        return new TilePlan(
                exact,
                reason,
                step,
                units,
                this.before,
                this.after,
                alignedBefore,
                alignedAfter,
                lost,
                OptionalLong.of(before),
                OptionalLong.of(after));
    }

    /**
     * The pixels of a tile away from the image's borders.
     *
     * @param steps how many steps of output it is for, at least 1
     * @return its extent; empty where no tile is exact
     * @throws ArithmeticException if it does not fit into a {@code long}
     */
    public OptionalLong extent(long steps) {
        if (!exact || step.isEmpty() || alignedBefore.isEmpty() || alignedAfter.isEmpty()) {
            return OptionalLong.empty();
        }
        long own = Math.multiplyExact(steps, step.getAsLong());
        return OptionalLong.of(Math.addExact(own, Math.addExact(alignedBefore.getAsLong(), alignedAfter.getAsLong())));
    }

    /**
     * The plan in words.
     *
     * @return for instance {@code step 16, context 96 before, 96 after (94 and 94 are read)}
     */
    @Override
    public String toString() {
        if (!exact) {
            return reason.map(obstacle -> "none is exact: " + obstacle).orElse("?");
        }
        boolean alike = before.equals(alignedBefore) && after.equals(alignedAfter);
        String reads = alike ? "" : " (" + Cells.known(before) + " and " + Cells.known(after) + " are read)";
        String loss = lost.filter(pixels -> !pixels.equals(Rational.ZERO))
                .map(pixels -> ", " + pixels + " lost")
                .orElse("");
        return "step " + Cells.known(step) + ", context " + Cells.known(alignedBefore) + " before, "
                + Cells.known(alignedAfter) + " after" + reads + loss;
    }
}
