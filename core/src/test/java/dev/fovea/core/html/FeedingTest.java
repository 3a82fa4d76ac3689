package dev.fovea.core.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.report.ExtentSet;
import dev.fovea.report.InputExtents;
import dev.fovea.report.Obstacle;
import dev.fovea.report.Rational;
import dev.fovea.report.StreamPlan;
import dev.fovea.report.TilePlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a page says of tiles, sizes and streams. */
final class FeedingTest {
    private static final OptionalLong NONE = OptionalLong.empty();

    private static TilePlan plan(long step, long before, long after) {
        return new TilePlan(
                true,
                Optional.empty(),
                OptionalLong.of(step),
                OptionalLong.of(1),
                OptionalLong.of(before),
                OptionalLong.of(after),
                OptionalLong.of(before),
                OptionalLong.of(after),
                Optional.of(Rational.ZERO),
                NONE,
                NONE);
    }

    @Test
    void tilesHaveContextAndAnExample() {
        assertEquals(
                "Cut tiles of multiples of 16 pixels, without gaps between them. Give each 96 pixels more before it and 80 pixels more after it, fewer at the input's own borders. So a tile for 256 pixels has 432, and overlaps the next by 176.",
                Feeding.tiles(plan(16, 96, 80), "pixels"));
        assertEquals(
                "Cut tiles of any size. Give each 188 samples more on either side, fewer at the input's own borders. So a tile for 256 samples has 632, and overlaps the next by 376.",
                Feeding.tiles(plan(1, 188, 188), "samples"));
        assertEquals(
                "Cut tiles of any size. Give each 12 samples more before it and none after it, fewer at the input's own borders. So a tile for 256 samples has 268, and overlaps the next by 12.",
                Feeding.tiles(plan(1, 12, 0), "samples"));
        assertEquals(
                "Cut tiles of any size. They need no context: they do not overlap.",
                Feeding.tiles(plan(1, 0, 0), "samples"));
        assertEquals(
                "Cut tiles of multiples of 4 pixels, without gaps between them. Give each none of the 4 pixels at its beginning and 4 pixels more after it, fewer at the input's own borders.",
                Feeding.tiles(plan(4, -4, 4), "pixels"));
    }

    @Test
    void anObstacleIsNamed() {
        TilePlan global = new TilePlan(
                false, Optional.of(Obstacle.GLOBAL), NONE, NONE, NONE, NONE, NONE, NONE, Optional.empty(), NONE, NONE);
        assertEquals(
                "No tile gives exactly what the whole input gives: a layer reads the whole map.",
                Feeding.tiles(global, "pixels"));
        assertEquals("Not possible: a layer reads the whole map.", Feeding.stream(StreamPlan.NONE, global.reason()));
    }

    @Test
    void sizesNameWhatWorksBesideWhatDoesNot() {
        ExtentSet working =
                new ExtentSet(OptionalLong.of(16), OptionalLong.of(16), 16, List.of(0L), Optional.of(List.of()), NONE);
        Optional<ExtentSet> works = Optional.of(working);
        assertEquals(
                "Multiples of 16. The declared size does not work; the nearest that does is 496 or 512.",
                Feeding.sizes(
                        new InputExtents(works, works, works, works, OptionalLong.of(496), OptionalLong.of(512)),
                        "pixels"));
        ExtentSet some =
                new ExtentSet(OptionalLong.of(32), OptionalLong.of(32), 32, List.of(0L), Optional.of(List.of()), NONE);
        assertEquals(
                "Multiples of 16. No pixels at the end are left out with multiples of 32. Maps are resampled by whole factors with no size.",
                Feeding.sizes(
                        new InputExtents(
                                works,
                                Optional.of(some),
                                Optional.of(ExtentSet.EMPTY),
                                works,
                                OptionalLong.of(512),
                                OptionalLong.of(512)),
                        "pixels"));
        assertEquals("Unknown.", Feeding.sizes(InputExtents.UNKNOWN, "pixels"));
    }

    @Test
    void streamsTellTheirLatency() {
        assertEquals(
                "Latency 1: an output is ready when 1 sample is in, counted from the first of its own. It reads no later sample than its own. 65,472 values are kept from sample to sample.",
                Feeding.stream(
                        new StreamPlan(
                                OptionalLong.of(1024),
                                OptionalLong.of(0),
                                OptionalLong.of(1),
                                Map.of(),
                                OptionalLong.of(65_472)),
                        Optional.empty()));
    }
}
