package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.exact.PixelSet;
import dev.fovea.core.pathmap.PathMap;
import dev.fovea.core.pathmap.PathMaps;
import dev.fovea.core.pathmap.Profile;
import dev.fovea.core.pathmap.UncountedException;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.support.Supports;
import dev.fovea.core.testing.Seeds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers of paths in cells of every size, against paths followed unit by unit and added up afterwards. */
@Tag("random")
final class PathMapsTest {
    private static final int[] MOST_CELLS = {1_000_000, 1, 2, 3, 5, 8};

    @Test
    void cellsOfRandomGraphsAgreeWithBruteForce() {
        Map<Analysis, PathMaps> known = new HashMap<>();
        long compared = SupportsTest.everyLayer(5, false, (analysis, layer, unit, expected, where) -> {
            PathMaps maps = known.computeIfAbsent(analysis, PathMaps::new);
            for (int most : MOST_CELLS) {
                check(maps, layer, unit, most, expected, where);
            }
        });
        assertTrue(compared > 5000, "compared " + compared);
    }

    /** Three merges of three branches each are more products than are kept, so units are followed first. */
    @Test
    void cellsBehindManyBranchesAgreeWithBruteForce() {
        Random random = new Random(11);
        for (int i = 0; i < Seeds.times(60); i++) {
            int axes = 1 + i % 3;
            List<Long> size = Collections.nCopies(axes, 40L);
            BruteForce brute = new BruteForce(1, size);
            List<Declaration> layers = branches(random, axes);
            layers.forEach(layer -> brute.add(brute.describe(layer).orElseThrow()));
            Analysis analysis = AgainstBruteForce.analysed(Declarations.model("Branches", axes, 1, size, layers));
            PathMaps maps = new PathMaps(analysis);
            for (int index = 0; index < layers.size(); index++) {
                List<Long> unit = new ArrayList<>();
                while (unit.size() < axes) {
                    unit.add(random.nextLong(-2, 9));
                }
                BruteLayer layer = brute.layer(layers.get(index).name());
                Optional<Map<List<Long>, BigInteger>> expected = BruteCounts.of(brute, layer, unit, 1 << 15);
                if (expected.isPresent()) {
                    check(maps, index, unit, MOST_CELLS[i % MOST_CELLS.length], expected.get(), layers.toString());
                }
            }
        }
    }

    private static List<Declaration> branches(Random random, int axes) {
        List<Declaration> layers = new ArrayList<>();
        layers.add(Declarations.layer("stem", "Pool", Map.of("kernel", List.of(3L), "stride", List.of(2L))));
        for (int merge = 0; merge < 3; merge++) {
            String below = layers.get(layers.size() - 1).name();
            List<String> branches = new ArrayList<>();
            for (int branch = 0; branch < (axes == 3 ? 2 : 3); branch++) {
                long rate = 1 + random.nextInt(3);
                branches.add("branch" + merge + branch);
                layers.add(Declarations.layer(
                        "branch" + merge + branch,
                        "Dilated",
                        Map.of(
                                "kernel", List.of(3L),
                                "rate", List.of(rate),
                                "padding", List.of(rate),
                                "out", 1L,
                                "from", List.of(below))));
            }
            layers.add(Declarations.layer("merge" + merge, "Add", Map.of("from", branches)));
        }
        return layers;
    }

    private static void check(
            PathMaps maps, int layer, List<Long> unit, int most, Map<List<Long>, BigInteger> expected, String where) {
        if (expected.isEmpty()) {
            UncountedException none = assertThrows(UncountedException.class, () -> maps.of(layer, unit, most), where);
            assertEquals("no path leads to it", none.getMessage(), where);
            return;
        }
        PathMap map = counted(maps, layer, unit, most, where);
        assertTrue(map.isPlaced(), where);
        List<TreeMap<Long, BigInteger>> along = new ArrayList<>();
        for (int axis = 0; axis < unit.size(); axis++) {
            TreeMap<Long, BigInteger> marginal = new TreeMap<>();
            int at = axis;
            expected.forEach((pixel, paths) -> marginal.merge(pixel.get(at), paths, BigInteger::add));
            along.add(marginal);
            Profile profile = map.profiles().get(axis);
            assertEquals(marginal.firstKey(), profile.start(), where);
            assertEquals(
                    marginal.lastKey() - marginal.firstKey() + 1,
                    profile.paths().size(),
                    where);
            for (int i = 0; i < profile.paths().size(); i++) {
                BigInteger paths = marginal.getOrDefault(profile.start() + i, BigInteger.ZERO);
                assertEquals(paths.doubleValue(), profile.paths().get(i), 1e-12 * paths.doubleValue(), where);
            }
        }
        Map<List<Long>, BigInteger> plane = new HashMap<>(expected);
        if (unit.size() > 2) {
            plane.keySet().removeIf(pixel -> pixel.get(0) != map.slice());
            BigInteger largest = Collections.max(along.get(0).values());
            assertEquals(largest, along.get(0).get(map.slice()), where);
        }
        checkCells(map, plane, along.subList(Math.max(0, unit.size() - 2), unit.size()), most, where);
    }

    private static void checkCells(
            PathMap map,
            Map<List<Long>, BigInteger> plane,
            List<TreeMap<Long, BigInteger>> along,
            int most,
            String where) {
        List<Long> sizes =
                along.stream().map(axis -> axis.lastKey() - axis.firstKey() + 1).toList();
        int columns = sizes.get(sizes.size() - 1).intValue();
        int rows = sizes.size() == 1 ? 1 : sizes.get(0).intValue();
        int side = (Math.max(rows, columns) - 1) / most + 1;
        assertEquals(side, map.cells().side(), where);
        assertEquals(rows, map.cells().rows(), where);
        assertEquals(columns, map.cells().columns(), where);
        int across = (columns - 1) / side + 1;
        BigInteger[] sums = new BigInteger[((rows - 1) / side + 1) * across];
        Arrays.fill(sums, BigInteger.ZERO);
        List<Integer> read = new ArrayList<>(Collections.nCopies(sums.length, 0));
        plane.forEach((place, paths) -> {
            int axes = place.size();
            long x = place.get(axes - 1) - along.get(along.size() - 1).firstKey();
            long y = along.size() == 1 ? 0 : place.get(axes - 2) - along.get(0).firstKey();
            int cell = (int) (y / side * across + x / side);
            sums[cell] = sums[cell].add(paths);
            read.set(cell, read.get(cell) + 1);
        });
        List<Double> means = new ArrayList<>();
        for (int cell = 0; cell < sums.length; cell++) {
            int pixels = Math.min(side, rows - cell / across * side) * Math.min(side, columns - cell % across * side);
            means.add(sums[cell].doubleValue() / pixels);
        }
        assertEquals(read, map.cells().read(), where);
        double largest = Collections.max(means);
        for (int cell = 0; cell < means.size(); cell++) {
            double share = Math.max(means.get(cell) > 0 ? 1 : 0, means.get(cell) / largest * 1e6);
            assertEquals(share, map.cells().shares().get(cell), 0.500001, where);
        }
    }

    private static PathMap counted(PathMaps maps, int layer, List<Long> unit, int most, String where) {
        try {
            return maps.of(layer, unit, most);
        } catch (UncountedException e) {
            throw new AssertionError(where, e);
        }
    }

    /** A field of 1,000 pixels and more, with holes: as many are read as the set of pixels has. */
    @Test
    void largeFieldsAreReadWhereTheSetSaysSo() {
        List<Declaration> layers = new ArrayList<>(branches(new Random(1), 2).subList(0, 1));
        layers.add(Declarations.layer("small", "Pool", Map.of("kernel", List.of(2L))));
        layers.add(Declarations.layer("smaller", "Pool", Map.of("kernel", List.of(3L), "stride", List.of(2L))));
        for (long rate : List.of(6L, 12L, 36L)) {
            layers.add(Declarations.layer(
                    "rate" + rate,
                    "Dilated",
                    Map.of("kernel", List.of(3L), "rate", List.of(rate), "from", List.of("smaller"))));
            layers.add(Declarations.layer(
                    "twice" + rate, "Dilated", Map.of("kernel", List.of(3L), "rate", List.of(4 * rate))));
            layers.add(Declarations.layer("up" + rate, "Upsample", Map.of("size", List.of(64L))));
        }
        layers.add(Declarations.layer("all", "Concat", Map.of("from", List.of("up6", "up12", "up36"))));
        Analysis analysis = AgainstBruteForce.analysed(Declarations.model("Large", 2, 1, List.of(6000L), layers));
        PathMaps maps = new PathMaps(analysis);
        Supports supports = Supports.of(analysis);
        for (int layer = 0; layer < layers.size(); layer++) {
            String where = layers.get(layer).name();
            PixelSet pixels = supports.layer(layer).orElseThrow().at(List.of(0L, 0L));
            PathMap map = counted(maps, layer, List.of(0L, 0L), 121, where);
            assertEquals(
                    pixels.count(),
                    OptionalLong.of(map.cells().read().stream()
                            .mapToLong(Integer::longValue)
                            .sum()),
                    where);
        }
    }

    /** 3^800 paths lead from the middle, and 1 from each corner. */
    @Test
    void numbersBeyondFloatingPointKeepTheirProportions() {
        List<Declaration> layers = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            layers.add(Declarations.layer("layer" + i, "Conv", Map.of("kernel", List.of(3L))));
        }
        Analysis analysis = AgainstBruteForce.analysed(Declarations.model("Deep", 2, 1, List.of(), layers));
        PathMap map = counted(new PathMaps(analysis), 799, List.of(0L, 0L), 7, "");
        assertEquals(1601, map.cells().columns());
        List<Integer> shares = map.cells().shares();
        assertEquals(1, shares.get(0));
        assertEquals(1_000_000, shares.get(3 * 7 + 3));
        assertEquals(
                1601 * 1601,
                map.cells().read().stream().mapToInt(Integer::intValue).sum());
        assertTrue(map.profiles().get(0).paths().stream().allMatch(paths -> paths > 0 && paths < 1e300));
    }
}
