package dev.fovea.core.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.network.Network;
import dev.fovea.core.paths.PathCounts;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.Seeds;
import dev.fovea.report.TilePlan;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The context that holds nearly all paths, against paths that are counted one layer after the other. */
@Tag("random")
final class ApproximateContextTest {
    private int compared;
    private int smaller;

    @Test
    void theApproximateContextLeavesOutAtMostTheSharePromised() {
        RandomExactNetworks networks = new RandomExactNetworks(19);
        for (int i = 0; i < Seeds.times(400); i++) {
            ExactNetwork exact = networks.next().needed();
            try {
                check(exact);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("network " + i + ": " + exact, e);
            }
        }
        assertTrue(compared > 150, compared + " compared");
    }

    @Test
    void theApproximateContextOfDeepNetworksIsSmallerThanTheExactOne() {
        Random random = new Random(20);
        for (int i = 0; i < Seeds.times(60); i++) {
            ExactNetwork exact = deep(random);
            try {
                check(exact);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("network " + i + ": " + exact, e);
            }
        }
        assertTrue(compared > 40 && smaller > 40, compared + " compared, " + smaller + " smaller");
    }

    /** A chain with a pool and its way back; every other map is also added to the next. */
    private static ExactNetwork deep(Random random) {
        List<ExactLayer> layers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int map = layers.size();
            int kernel = 2 + random.nextInt(3);
            int rate = 1 + random.nextInt(2);
            int reach = (kernel - 1) * rate;
            layers.add(layer("Conv", List.of(map), kernel, 1, rate, reach / 2, reach - reach / 2, 0));
            switch (i) {
                case 2 -> layers.add(layer("Pool", List.of(map + 1), 2, 2, 1, 0, 0, 0));
                case 5 -> layers.add(layer("Upsample", List.of(map + 1), 1, 1, 1, 0, 0, 2));
                default -> {
                    if (random.nextBoolean()) {
                        layers.add(layer("Add", List.of(map + 1, map), 1, 1, 1, 0, 0, 0));
                    }
                }
            }
        }
        return new ExactNetwork(layers);
    }

    private static ExactLayer layer(
            String kind, List<Integer> from, int kernel, int stride, int rate, int begin, int end, int extra) {
        String named = kind.equals("Conv") && rate > 1 ? "Dilated" : kind;
        return new ExactLayer(named, from, kernel, stride, rate, begin, end, extra, false, "", "ZEROS", false);
    }

    private void check(ExactNetwork exact) {
        for (int n = 96; n <= 240; n += 12) {
            if (exact.extents(n).isEmpty()) {
                continue;
            }
            Network network =
                    NetworkBuilder.build(RandomExactNetworks.declare(exact, n)).network();
            PathCounts paths = PathCounts.of(Analysis.of(network));
            TilePlan plan = Targets.of(network, paths).get(0).axes().get(0).tiles();
            if (!plan.exact() || plan.alignedAfter().isEmpty()) {
                return;
            }
            int step = (int) plan.step().getAsLong();
            int context = (int) (plan.alignedBefore().getAsLong()
                    + Math.max(0, plan.alignedAfter().getAsLong()));
            if (n < 3 * context + 4 * step) {
                continue;
            }
            boolean moved =
                    exact.layers().stream().anyMatch(layer -> layer.kind().equals("DeformableConv"));
            assertEquals(!moved, plan.approximateBefore().isPresent(), "known");
            if (!moved) {
                compare(exact, exact.extents(n).orElseThrow(), plan, (context / step + 1) * step);
            }
            return;
        }
    }

    /** @param begin of a block of input pixels far from the borders */
    private void compare(ExactNetwork exact, int[] extents, TilePlan plan, int begin) {
        int step = (int) plan.step().getAsLong();
        int units = (int) plan.units().getAsLong();
        long before = Long.MIN_VALUE;
        long after = Long.MIN_VALUE;
        for (int unit = begin / step * units; unit < (begin / step + 1) * units; unit++) {
            TreeMap<Long, BigInteger> paths = paths(exact, extents, unit);
            BigInteger total = paths.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            if (total.signum() == 0) {
                continue;
            }
            before = Math.max(before, begin - end(paths, total));
            after = Math.max(after, end(new TreeMap<>(paths.descendingMap()), total) + 1 - begin - step);
        }
        assertEquals(before, plan.approximateBefore().getAsLong(), "before");
        assertEquals(after, plan.approximateAfter().getAsLong(), "after");
        assertTrue(before <= plan.before().getAsLong() && after <= plan.after().getAsLong(), "more than is read");
        compared++;
        smaller += before < plan.before().getAsLong() ? 1 : 0;
    }

    /** The first position, in the map's order, up to which more than 2.275 % of the paths lie. */
    private static long end(Map<Long, BigInteger> paths, BigInteger total) {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<Long, BigInteger> some : paths.entrySet()) {
            sum = sum.add(some.getValue());
            if (sum.multiply(BigInteger.valueOf(100_000)).compareTo(total.multiply(BigInteger.valueOf(2275))) > 0) {
                return some.getKey();
            }
        }
        throw new AssertionError("no path");
    }

    /** From each pixel how many paths lead to a unit of the last map: backwards, map by map. */
    private static TreeMap<Long, BigInteger> paths(ExactNetwork exact, int[] extents, int unit) {
        int last = exact.layers().size();
        Map<Integer, TreeMap<Long, BigInteger>> open = new TreeMap<>();
        open.computeIfAbsent(last, map -> new TreeMap<>()).put((long) unit, BigInteger.ONE);
        for (int map = last; map > 0; map--) {
            ExactLayer layer = exact.layers().get(map - 1);
            for (Map.Entry<Long, BigInteger> some : Optional.ofNullable(open.remove(map))
                    .orElseGet(TreeMap::new)
                    .entrySet()) {
                for (int index = 0; index < layer.from().size(); index++) {
                    int source = layer.from().get(index);
                    for (long[] tap :
                            layer.reads(index, Math.toIntExact(some.getKey()), extents[source], extents[map])) {
                        open.computeIfAbsent(source, at -> new TreeMap<>())
                                .merge(tap[0], some.getValue(), BigInteger::add);
                    }
                }
            }
        }
        return Optional.ofNullable(open.get(0)).orElseGet(TreeMap::new);
    }
}
