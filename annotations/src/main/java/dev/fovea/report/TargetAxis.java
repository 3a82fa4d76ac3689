package dev.fovea.report;

/**
 * How a network is fed along one axis so that a target comes out.
 *
 * @param tiles in pieces
 * @param extents as a whole
 * @param stream sample by sample
 */
public record TargetAxis(TilePlan tiles, InputExtents extents, StreamPlan stream) {
    /** Rejects {@code null}. */
    public TargetAxis {
        Copies.notNull(tiles, extents, stream);
    }
}
