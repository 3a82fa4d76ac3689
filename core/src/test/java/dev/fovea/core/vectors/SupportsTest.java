package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.exact.PixelSet;
import dev.fovea.core.network.Deformed;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Operation;
import dev.fovea.core.paths.EffectiveField;
import dev.fovea.core.paths.PathCounts;
import dev.fovea.core.support.Support;
import dev.fovea.core.support.Supports;
import dev.fovea.core.testing.Seeds;
import java.math.BigInteger;
import java.util.ArrayList;
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

/** Sets of pixels and effective fields on random graphs of every operation, against units followed one by one. */
@Tag("random")
final class SupportsTest {
    /** Units of one period, over all axes, whose paths are followed. */
    private static final int MOST_PHASES = 4096;

    private static final int GRAPHS = Seeds.times(1500);
    private static final int MOST_UNITS = 3000;

    /** What is asked of each unit. */
    interface Comparison {
        void compare(Analysis analysis, int layer, List<Long> unit, Map<List<Long>, BigInteger> expected, String where);
    }

    @Test
    void supportsAgreeWithBruteForce() {
        Map<Analysis, Supports> known = new HashMap<>();
        long compared = everyLayer(4, true, (analysis, layer, unit, expected, where) -> {
            Support support =
                    known.computeIfAbsent(analysis, Supports::of).layer(layer).orElseThrow();
            PixelSet pixels = support.at(unit);
            assertTrue(pixels.isCountable(), where);
            assertEquals(OptionalLong.of(expected.size()), pixels.count(), where);
            expected.keySet()
                    .forEach(pixel -> assertTrue(
                            pixels.contains(
                                    pixel.stream().mapToLong(Long::longValue).toArray()),
                            where));
        });
        assertTrue(compared > 5000, "compared " + compared);
    }

    @Test
    void effectiveFieldsAgreeWithBruteForce() {
        Map<Analysis, PathCounts> known = new HashMap<>();
        long compared = everyLayer(6, false, (analysis, layer, unit, expected, where) -> {
            boolean first = unit.stream().allMatch(place -> place == 0);
            boolean periodic = analysis.figures().get(layer).stream()
                    .allMatch(figures -> figures.seen().field().isPresent());
            if (!first || !periodic || hasLongPeriod(analysis, layer)) {
                return;
            }
            PathCounts counts = known.computeIfAbsent(analysis, PathCounts::of);
            for (int axis = 0; axis < unit.size(); axis++) {
                Optional<EffectiveField> field = counts.field(layer, axis);
                assertEquals(!expected.isEmpty(), field.isPresent(), where);
                if (field.isPresent()) {
                    check(marginal(expected, axis), field.get(), where + ", axis " + axis);
                }
            }
        });
        assertTrue(compared > 5000, "compared " + compared);
    }

    /** True if the units of the maps up to the layer repeat together only after more than the units whose paths are followed. */
    private static boolean hasLongPeriod(Analysis analysis, int layer) {
        double units = 1;
        for (int axis = 0; axis < analysis.network().axes(); axis++) {
            BigInteger period = BigInteger.ONE;
            for (int index = 0; index <= layer; index++) {
                BigInteger own = analysis.seen(index, axis)
                        .field()
                        .map(field -> BigInteger.valueOf(field.period()))
                        .orElse(BigInteger.ONE);
                period = period.divide(period.gcd(own)).multiply(own);
            }
            units *= period.doubleValue();
        }
        return units > MOST_PHASES;
    }

    private static TreeMap<Long, BigInteger> marginal(Map<List<Long>, BigInteger> counts, int axis) {
        TreeMap<Long, BigInteger> marginal = new TreeMap<>();
        counts.forEach((pixel, paths) -> marginal.merge(pixel.get(axis), paths, BigInteger::add));
        return marginal;
    }

    private static void check(TreeMap<Long, BigInteger> marginal, EffectiveField field, String where) {
        double total = 0;
        double mean = 0;
        for (Map.Entry<Long, BigInteger> entry : marginal.entrySet()) {
            total += entry.getValue().doubleValue();
            mean += entry.getValue().doubleValue() * entry.getKey();
        }
        mean /= total;
        double variance = 0;
        for (Map.Entry<Long, BigInteger> entry : marginal.entrySet()) {
            variance += entry.getValue().doubleValue() * (entry.getKey() - mean) * (entry.getKey() - mean) / total;
        }
        assertEquals(Math.sqrt(variance), field.deviation().doubleValue(), 6e-7, where);
        assertEquals(OptionalLong.of(shortest(marginal)), field.width(), where);
    }

    /** Every interval of every length is tried, the shortest first. */
    private static long shortest(TreeMap<Long, BigInteger> marginal) {
        BigInteger total = marginal.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        for (long length = 1; ; length++) {
            for (long first = marginal.firstKey(); first <= marginal.lastKey(); first++) {
                BigInteger mass = marginal.subMap(first, first + length).values().stream()
                        .reduce(BigInteger.ZERO, BigInteger::add);
                if (mass.multiply(BigInteger.valueOf(10_000)).compareTo(total.multiply(BigInteger.valueOf(9545)))
                        >= 0) {
                    return length;
                }
            }
        }
    }

    /** Visits unit 0 and a few others of every layer that brute force can follow; returns how many layers those are. */
    static long everyLayer(long seed, boolean withDeformed, Comparison comparison) {
        RandomGraphs graphs = new RandomGraphs(seed);
        Random random = new Random(seed);
        long compared = 0;
        for (int i = 0; i < GRAPHS; i++) {
            RandomGraphs.Graph graph = graphs.next();
            Analysis analysis = AgainstBruteForce.analysed(graph.model());
            List<Layer> layers = analysis.network().layers();
            boolean deformed = false;
            for (int index = 0; index < layers.size(); index++) {
                Layer layer = layers.get(index);
                deformed |= layer.links().stream()
                        .anyMatch(link -> link.steps().stream().anyMatch(Deformed.class::isInstance));
                if (layer.operation() == Operation.PROJECTION || deformed && !withDeformed) {
                    continue;
                }
                BruteLayer brute = graph.brute().layer(layer.name());
                for (int unit = 0; unit < 3; unit++) {
                    List<Long> place =
                            unit == 0 ? Collections.nCopies(graph.brute().axes(), 0L) : new ArrayList<>();
                    for (int axis = 0; unit > 0 && axis < graph.brute().axes(); axis++) {
                        place.add(random.nextLong(-3, 12));
                    }
                    Optional<Map<List<Long>, BigInteger>> expected =
                            BruteCounts.of(graph.brute(), brute, place, MOST_UNITS);
                    if (expected.isPresent()) {
                        comparison.compare(
                                analysis,
                                index,
                                place,
                                expected.get(),
                                "unit " + place + " of " + layer.name() + " of " + graph.model());
                        compared++;
                    }
                }
            }
        }
        return compared;
    }
}
