package dev.fovea.core.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.Seeds;
import dev.fovea.report.ExtentSet;
import dev.fovea.report.TargetAxis;
import dev.fovea.report.TilePlan;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random networks, really run, cut into tiles, and fed sample by sample. */
@Tag("random")
final class TilesAgainstExecutionTest {
    static final int NETWORKS = Seeds.times(800);
    static final int MOST = 90;

    private int worked;
    private int tiled;
    private int tightened;
    private int streamed;
    private final Set<String> kinds = new TreeSet<>();

    @Test
    void randomNetworksAreTiledAndStreamedAsTheFiguresSay() {
        RandomExactNetworks networks = new RandomExactNetworks(13);
        for (int i = 0; i < NETWORKS; i++) {
            ExactNetwork exact = networks.next().needed();
            try {
                check(exact, new Random(i));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("network " + i + ": " + exact, e);
            }
        }
        assertTrue(
                worked > 500 && tiled > 500 && tightened > 200 && streamed > 500,
                worked + " worked, " + tiled + " tiled, " + tightened + " tightened, " + streamed + " streamed");
        assertEquals(new TreeSet<>(RandomExactNetworks.KINDS), kinds);
    }

    private static Network network(ExactNetwork exact, long extent) {
        return NetworkBuilder.build(RandomExactNetworks.declare(exact, extent)).network();
    }

    static TargetAxis figures(ExactNetwork exact, long extent) {
        Network network = network(exact, extent);
        return Targets.of(network, network.layers().size() - 1, 0);
    }

    private void check(ExactNetwork exact, Random random) {
        TargetAxis figures = figures(exact, 0);
        checkExtents(exact, figures);
        TilePlan plan = figures.tiles();
        boolean circular = exact.layers().stream()
                .anyMatch(layer -> layer.borders().equals("CIRCULAR")
                        && (layer.begin() > 0
                                || layer.end() > 0
                                || layer.padding().equals("CAUSAL") && layer.reach() > 0));
        assertTrue(!circular || !plan.exact(), "a circle has no tiles");
        if (!plan.exact()
                || plan.alignedAfter().isEmpty()
                || figures.extents().working().get().isEmpty()) {
            return;
        }
        worked++;
        exact.layers().forEach(layer -> kinds.add(layer.kind()));
        int step = (int) plan.step().getAsLong();
        int context = (int) (plan.alignedBefore().getAsLong()
                + Math.max(0, plan.alignedAfter().getAsLong()));
        int from = 3 * context + 12 * step;
        ExtentSet uniform = figures.extents().uniform().get();
        if (from > 260) {
            return;
        }
        for (int n = from + random.nextInt(2 * step); n < from + 6 * step; n++) {
            if (uniform.contains(n)) {
                TargetAxis declared = padsAsForWholeSteps(exact, n, step) ? figures : figures(exact, n);
                checkTiles(exact, declared, n, random);
                checkStream(exact, declared, n);
                return;
            }
        }
    }

    /** For unknown extents the figures hold for inputs of whole steps. */
    private static boolean padsAsForWholeSteps(ExactNetwork exact, int n, int step) {
        return n % step == 0
                || exact.layers().stream().noneMatch(layer -> layer.padding().equals("SAME"));
    }

    static void checkExtents(ExactNetwork exact, TargetAxis figures) {
        if (figures.extents().working().isEmpty()) {
            return;
        }
        TreeSet<Integer> working = new TreeSet<>();
        for (int n = 1; n <= MOST; n++) {
            int extent = n;
            Optional<int[]> extents = exact.extents(n);
            extents.ifPresent(unused -> working.add(extent));
            assertEquals(extents.isPresent(), figures.extents().working().get().contains(n), "working " + n);
            if (extents.isPresent()) {
                boolean uniform = figures.extents().uniform().get().contains(n);
                boolean lossless = figures.extents().lossless().get().contains(n);
                assertEquals(uniform && Losslessness.of(exact, extents.get()), lossless, "lossless " + n);
            }
        }
        Optional<Integer> smallest = working.stream().findFirst();
        if (smallest.isPresent()) {
            assertEquals(
                    smallest.get().longValue(),
                    figures.extents().working().get().minimum().orElseThrow());
        }
        for (int n : new int[] {1, 17, 44, 45, 46, 47, 48}) {
            TargetAxis declared = figures(exact, n);
            if (!working.isEmpty() && working.first() <= n && working.last() >= n + 30) {
                assertEquals(
                        working.floor(n).longValue(), declared.extents().below().orElseThrow());
                assertEquals(
                        working.ceiling(n).longValue(),
                        declared.extents().above().orElseThrow());
            }
        }
    }

    private void checkTiles(ExactNetwork exact, TargetAxis figures, int n, Random random) {
        TilePlan plan = figures.tiles();
        int step = (int) plan.step().getAsLong();
        int units = (int) plan.units().getAsLong();
        int before = (int) plan.alignedBefore().getAsLong();
        int after = (int) plan.alignedAfter().getAsLong();
        long[] image = random.longs(n, 1, ExactLayer.PRIME).toArray();
        long[] whole = exact.run(image)[exact.layers().size()];
        int block = before / step + 1 + random.nextInt(2);
        int steps = 1 + random.nextInt(2);
        int begin = block * step;
        int end = begin + steps * step;
        checkReads(exact, figures, image, whole, block);
        boolean fits = figures.extents().uniform().get().contains(end + after - begin + before);
        if (fits && end + after <= n) {
            tiled++;
            assertTrue(agrees(
                    exact, plan, image, whole, begin - before, end + after, begin / step * units, steps * units));
        }
        boolean tight = false;
        if (exact.layers().stream().anyMatch(layer -> layer.hasUnitsThatReadNothing() || layer.turnsFar())) {
            // Of equal value, whichever of them stands for what is missing at a border; or for the image's own borders
            // only.
            checkWholeTiling(exact, figures, image, whole, steps);
            return;
        }
        if (fits && end + after <= n && before > 0) {
            tight = true;
            assertFalse(
                    agrees(exact, plan, image, whole, begin - before + step, end + after, begin / step * units, units),
                    "less before");
        }
        for (int less = (int) plan.after().getAsLong(); less < after; less++) {
            if (end + less <= n && figures.extents().uniform().get().contains(end + less - begin + before)) {
                tight = true;
                assertFalse(
                        agrees(
                                exact,
                                plan,
                                image,
                                whole,
                                begin - before,
                                end + less,
                                begin / step * units,
                                steps * units),
                        "less after: " + less);
            }
        }
        tightened += tight ? 1 : 0;
        checkWholeTiling(exact, figures, image, whole, steps);
    }

    /** All tiles of an image, clipped at its borders, give the whole output. */
    private static void checkWholeTiling(
            ExactNetwork exact, TargetAxis figures, long[] image, long[] whole, int steps) {
        TilePlan plan = figures.tiles();
        int step = (int) plan.step().getAsLong();
        int units = (int) plan.units().getAsLong();
        for (int begin = 0; begin / step * units < whole.length; begin += steps * step) {
            int first = Math.max(0, begin - (int) plan.alignedBefore().getAsLong());
            int last = Math.min(
                    image.length,
                    begin + steps * step + (int) plan.alignedAfter().getAsLong());
            if (begin + steps * step >= image.length) {
                last = image.length;
            }
            if (figures.extents().uniform().get().contains(last - first)) {
                int unit = begin / step * units;
                int count = Math.min(steps * units, whole.length - unit);
                assertTrue(
                        agrees(exact, plan, image, whole, first, last, unit, count), "tile " + first + " to " + last);
            }
        }
    }

    private static void checkReads(ExactNetwork exact, TargetAxis figures, long[] image, long[] whole, int block) {
        TilePlan plan = figures.tiles();
        int step = (int) plan.step().getAsLong();
        int units = (int) plan.units().getAsLong();
        long[][] changed = exact.changed(image);
        TreeSet<Integer> pixels = new TreeSet<>();
        long past = Long.MIN_VALUE;
        long lookahead = Long.MIN_VALUE;
        for (int unit = block * units; unit < (block + 1) * units; unit++) {
            TreeSet<Integer> own = new TreeSet<>(ExactNetwork.influences(changed, whole, unit));
            if (!own.isEmpty()) {
                // The last pixel of the unit's stride window: ceil((unit + 1) · step / units) - 1.
                long last = -Math.floorDiv(-(unit + 1L) * step, units) - 1;
                past = Math.max(past, last - own.first());
                lookahead = Math.max(lookahead, own.last() - last);
            }
            pixels.addAll(own);
        }
        assertEquals(block * step - plan.before().getAsLong(), pixels.first().longValue(), "first pixel read");
        assertEquals(
                (block + 1) * step + plan.after().getAsLong() - 1, pixels.last().longValue(), "last pixel read");
        assertEquals(past, figures.stream().past().getAsLong(), "past");
        assertEquals(lookahead, figures.stream().lookahead().getAsLong(), "look-ahead");
    }

    /** True if the tile of an image gives for some units what the whole gives. */
    private static boolean agrees(
            ExactNetwork exact, TilePlan plan, long[] image, long[] whole, int first, int last, int unit, int count) {
        if (last <= first || exact.extents(last - first).isEmpty()) {
            return false;
        }
        long[] tile =
                exact.run(Arrays.copyOfRange(image, first, last))[exact.layers().size()];
        int offset = unit
                - first / (int) plan.step().getAsLong() * (int) plan.units().getAsLong();
        for (int i = 0; i < count; i++) {
            if (offset + i >= tile.length || tile[offset + i] != whole[unit + i]) {
                return false;
            }
        }
        return true;
    }

    private void checkStream(ExactNetwork exact, TargetAxis figures, int n) {
        streamed++;
        TilePlan plan = figures.tiles();
        int step = (int) plan.step().getAsLong();
        int units = (int) plan.units().getAsLong();
        int middle = n / 2 / step * step;
        int[][] ready = exact.ready(n);
        int target = exact.layers().size();
        long latency = Long.MIN_VALUE;
        for (int unit = middle / step * units; unit < (middle / step + 1) * units; unit++) {
            latency = Math.max(latency, ready[target][unit] - Math.floorDiv((long) unit * step, units) + 1);
        }
        if (exact.layers().stream().noneMatch(ExactLayer::hasUnitsThatReadNothing)) {
            // A unit that reads nothing is computed after those before it, and may be waited for; the latency is that
            // of pixels.
            assertEquals(latency, figures.stream().latency().orElseThrow(), "latency");
        }
        Map<String, Long> buffers = new TreeMap<>();
        boolean[] read = exact.read();
        for (int map = 0; map < target; map++) {
            if (read[map]) {
                int[] kept = exact.kept(map, n, ready, read);
                long most = Arrays.stream(kept, middle, middle + step).max().orElseThrow();
                if (most > 0) {
                    boolean separable =
                            map > 0 && exact.layers().get(map - 1).kind().equals("SeparableConv");
                    buffers.put(RandomExactNetworks.name(map) + (separable ? ".pointwise" : ""), most);
                }
            }
        }
        assertEquals(buffers, new TreeMap<>(figures.stream().buffers()), "buffers");
    }
}
