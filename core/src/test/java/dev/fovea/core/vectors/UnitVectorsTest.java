package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.exact.PixelSet;
import dev.fovea.core.exact.PositionSet;
import dev.fovea.core.network.Layer;
import dev.fovea.core.pathmap.PathMap;
import dev.fovea.core.pathmap.PathMaps;
import dev.fovea.core.pathmap.UncountedException;
import dev.fovea.core.paths.EffectiveField;
import dev.fovea.core.paths.PathCounts;
import dev.fovea.core.support.Supports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pixels, holes and numbers of paths of single units, as gradients in a real framework found them. */
final class UnitVectorsTest {
    /** What single precision leaves of a number of paths that it cannot hold. */
    private static final double ROUGHLY = 1e-5;

    static Stream<VectorCase> cases() {
        return VectorCase.FILES.keySet().stream().sorted().flatMap(file -> VectorCase.read(file).stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void unitsAgreeWithTheVectors(VectorCase one) {
        Analysis analysis = AgainstBruteForce.analysed(one.model());
        Map<String, Integer> indices = new HashMap<>();
        List<Layer> layers = analysis.network().layers();
        for (int i = 0; i < layers.size(); i++) {
            indices.put(layers.get(i).name(), i);
        }
        Supports supports = Supports.of(analysis);
        PathCounts counts = PathCounts.of(analysis);
        for (JsonNode unit : one.expected().path("units")) {
            check(analysis, supports, indices, one, unit);
        }
        for (JsonNode unit : one.expected().path("erf")) {
            int layer = indices.get(one.declared().get(unit.get("layer").asText()));
            for (int axis = 0; axis < 2; axis++) {
                String where = one + ", " + unit.get("layer");
                EffectiveField field = counts.field(layer, axis).orElseThrow();
                assertEquals(
                        unit.get("erf").get("std").get(axis).asDouble(),
                        field.deviation().doubleValue(),
                        6e-7,
                        where);
                assertEquals(
                        OptionalLong.of(
                                unit.get("erf").get("window9545").get(axis).asLong()),
                        field.width(),
                        where);
            }
        }
    }

    private static void check(
            Analysis analysis, Supports supports, Map<String, Integer> indices, VectorCase one, JsonNode unit) {
        String where = one + ", " + unit.get("layer") + " " + unit.get("unit");
        int layer = indices.get(one.declared().get(unit.get("layer").asText()));
        List<Long> place = List.of(
                unit.get("unit").get(0).asLong(), unit.get("unit").get(1).asLong());
        PixelSet pixels = supports.layer(layer).orElseThrow().at(place);
        if (unit.path("empty").asBoolean(false)) {
            assertTrue(pixels.isEmpty(), where);
            return;
        }
        assertEquals(OptionalLong.of(unit.get("pixels").asLong()), pixels.count(), where);
        assertEquals(OptionalLong.of(unit.get("holes").asLong()), pixels.missing(), where);
        assertEquals(unit.get("holes").asLong() > 0, pixels.firstMissing().isPresent(), where);
        PathMap map = counted(analysis, layer, place, where);
        for (int axis = 0; axis < 2; axis++) {
            PositionSet along = pixels.along(axis);
            assertEquals(unit.get("start").get(axis).asLong(), along.min(), where);
            assertEquals(unit.get("size").get(axis).asLong(), along.extent(), where);
            assertEquals(OptionalLong.of(unit.get("covered").get(axis).asLong()), along.count(), where);
            assertEquals(unit.get("gap").get(axis).asLong(), along.largestStep(), where);
            assertEquals(along.min(), map.profiles().get(axis).start(), where);
            assertEquals(along.extent(), map.profiles().get(axis).paths().size(), where);
            near(
                    unit.get("paths_total").asDouble(),
                    map.profiles().get(axis).paths().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum(),
                    where);
        }
        double most = unit.get("paths_max").asDouble();
        assertEquals(
                unit.get("paths_total").asDouble() / most,
                map.cells().shares().stream().mapToLong(Integer::longValue).sum() / 1e6,
                1e-6 * map.cells().shares().size()
                        + ROUGHLY * unit.get("paths_total").asDouble() / most,
                where);
        List<Boolean> read = mask(unit);
        for (int index = 0; index < read.size(); index++) {
            assertEquals(read.get(index) ? 1 : 0, map.cells().read().get(index), where);
        }
        int index = 0;
        for (JsonNode row : unit.path("counts")) {
            for (JsonNode count : row) {
                assertEquals(count.asDouble() / most, map.cells().shares().get(index++) / 1e6, 1.0001e-6, where);
            }
        }
    }

    private static PathMap counted(Analysis analysis, int layer, List<Long> unit, String where) {
        try {
            return new PathMaps(analysis).of(layer, unit, Integer.MAX_VALUE / 2);
        } catch (UncountedException e) {
            throw new AssertionError(where, e);
        }
    }

    private static void near(double expected, double found, String where) {
        assertTrue(Math.abs(found - expected) <= ROUGHLY * expected, where + ": " + expected + ", found " + found);
    }

    private static List<Boolean> mask(JsonNode unit) {
        List<Boolean> read = new ArrayList<>();
        for (JsonNode row : unit.path("mask")) {
            row.asText().chars().forEach(cell -> read.add(cell == '1'));
        }
        return read;
    }
}
