package dev.fovea.core.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.report.ExtentSet;
import dev.fovea.report.TargetAxis;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random networks with layers of which no tile is exact, really run. */
@Tag("random")
final class UntiledAgainstExecutionTest {
    /** Whatever of the image is left out changes what the rest gives. */
    @Test
    void networksThatReadWholeMapsHaveExtentsButNoTiles() {
        RandomExactNetworks networks = new RandomExactNetworks(14, true);
        Set<String> untiled = new TreeSet<>();
        for (int i = 0; i < TilesAgainstExecutionTest.NETWORKS / 2; i++) {
            ExactNetwork exact = networks.next().needed();
            try {
                TargetAxis figures = TilesAgainstExecutionTest.figures(exact, 0);
                if (exact.needsDeclaredExtent()) {
                    checkDeclaredExtents(exact, figures, new Random(i));
                } else {
                    TilesAgainstExecutionTest.checkExtents(exact, figures);
                }
                untiled.addAll(checkUntiled(exact, figures, new Random(i)));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("network " + i + ": " + exact, e);
            }
        }
        assertEquals(new TreeSet<>(RandomExactNetworks.UNTILED), untiled);
    }

    private static Set<String> checkUntiled(ExactNetwork exact, TargetAxis figures, Random random) {
        boolean[] read = exact.read();
        Set<String> kinds = new TreeSet<>();
        for (int map = 1; map < read.length; map++) {
            String kind = exact.layers().get(map - 1).kind();
            if (read[map] && RandomExactNetworks.UNTILED.contains(kind)) {
                kinds.add(kind);
            }
        }
        if (kinds.isEmpty()) {
            return Set.of();
        }
        assertTrue(!figures.tiles().exact() && figures.tiles().reason().isPresent(), "tiles of " + kinds);
        int[] working = IntStream.rangeClosed(30, TilesAgainstExecutionTest.MOST)
                .filter(n -> exact.extents(n).isPresent())
                .toArray();
        if (working.length < 2) {
            return Set.of();
        }
        long[] image =
                random.longs(working[working.length - 1], 1, ExactLayer.PRIME).toArray();
        long[] whole = exact.run(image)[exact.layers().size()];
        long[] tile = exact.run(Arrays.copyOf(image, working[0]))[exact.layers().size()];
        int common = Math.min(whole.length, tile.length);
        long[] changed = image.clone();
        // Equal corners move all units but the first, whatever the pixels that are left out.
        Arrays.setAll(changed, at -> at < working[0] && !kinds.contains("Corners") ? image[at] : image[at] / 2);
        long[] another = exact.run(changed)[exact.layers().size()];
        if (Arrays.equals(whole, 0, common, another, 0, common)) {
            // Nothing is read but padding, or the first pixels.
            return Set.of();
        }
        assertFalse(Arrays.equals(whole, 0, common, tile, 0, common), "a tile of " + kinds + " is exact");
        return kinds;
    }

    /** Which extents a linear layer takes is unknown until one is declared; then it is that one. */
    private static void checkDeclaredExtents(ExactNetwork exact, TargetAxis figures, Random random) {
        assertTrue(figures.extents().working().isEmpty(), "extents without a declared one");
        int[] running = IntStream.rangeClosed(1, TilesAgainstExecutionTest.MOST)
                .filter(n -> exact.extents(n).isPresent())
                .toArray();
        if (running.length == 0) {
            return;
        }
        int declared = running[random.nextInt(running.length)];
        ExactNetwork bound = exact.declaredFor(declared);
        ExtentSet working = TilesAgainstExecutionTest.figures(exact, declared)
                .extents()
                .working()
                .get();
        for (int n = 1; n <= TilesAgainstExecutionTest.MOST; n++) {
            assertEquals(bound.extents(n).isPresent(), working.contains(n), n + " where " + declared + " is declared");
        }
    }
}
