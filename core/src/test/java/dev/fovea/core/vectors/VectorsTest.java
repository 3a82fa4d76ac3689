package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fovea.Network;
import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.analysis.ReceptiveField;
import dev.fovea.core.exact.PositionSet;
import dev.fovea.core.network.Layer;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Shapes, costs and receptive fields of networks that were executed in a real framework. */
public final class VectorsTest {
    private static final List<VectorCase> CASES = VectorCase.FILES.keySet().stream()
            .sorted()
            .flatMap(file -> VectorCase.read(file).stream())
            .toList();

    public static Stream<VectorCase> cases() {
        return CASES.stream();
    }

    @Test
    public void noCaseIsLeftOut() {
        VectorCase.FILES.forEach(
                (file, count) -> assertEquals(count, VectorCase.read(file).size(), file));
    }

    /** One test, since mutation tests run each by itself: starting a case takes longer than the case. */
    @Test
    public void vectorsAgreeWithTheFramework() {
        CASES.forEach(VectorsTest::agrees);
    }

    private static void agrees(VectorCase one) {
        Analysis analysis = AgainstBruteForce.analysed(one.model());
        Map<String, Integer> indices = new HashMap<>();
        List<Layer> layers = analysis.network().layers();
        for (int i = 0; i < layers.size(); i++) {
            indices.put(layers.get(i).name(), i);
        }
        assertEquals(one.model().layers().size(), indices.size());
        Set<String> compared = new TreeSet<>();
        one.declared().forEach((name, declared) -> {
            if (one.isDeclared(name)) {
                int index = indices.get(declared);
                shape(one, name, layers.get(index));
                for (int axis = 0; axis < 2; axis++) {
                    figures(
                            one.expected(),
                            name,
                            axis,
                            analysis.figures().get(index).get(axis),
                            one + ", " + name + ", axis " + axis);
                }
                compared.add(name);
            }
        });
        costs(one, layers);
        Set<String> left = new TreeSet<>(one.declared().keySet());
        left.removeAll(compared);
        left.removeAll(one.flattened());
        left.removeIf(name -> one.declared().get(name).equals(Network.INPUT));
        assertEquals(Set.of(), left);
    }

    private static void shape(VectorCase one, String name, Layer layer) {
        List<Long> shape = new ArrayList<>();
        one.expected().get("shapes").get(name).forEach(extent -> shape.add(extent.asLong()));
        assertEquals(OptionalLong.of(shape.get(0)), layer.shape().channels(), one + ", " + name);
        assertEquals(
                shape.subList(1, 3).stream().map(OptionalLong::of).toList(),
                layer.shape().extents().stream().map(extent -> extent.known()).toList(),
                one + ", " + name);
    }

    private static void costs(VectorCase one, List<Layer> layers) {
        Map<String, Long> parameters = byDeclaredName(one, "params");
        Map<String, Long> macs = byDeclaredName(one, "macs");
        long totalParameters = 0;
        long totalMacs = 0;
        for (Layer layer : layers) {
            String where = one + ", " + layer.name();
            assertEquals(
                    parameters.getOrDefault(layer.name(), 0L),
                    layer.costs().parameters().orElseThrow(),
                    where);
            assertEquals(
                    macs.getOrDefault(layer.name(), 0L), layer.costs().macs().orElseThrow(), where);
            totalParameters += layer.costs().parameters().getAsLong();
            totalMacs += layer.costs().macs().getAsLong();
        }
        assertEquals(one.expected().get("params_total").asLong(), totalParameters, one.name());
        assertEquals(one.expected().get("macs_total").asLong(), totalMacs, one.name());
    }

    private static Map<String, Long> byDeclaredName(VectorCase one, String cost) {
        Map<String, Long> costs = new HashMap<>();
        one.expected()
                .get(cost)
                .fields()
                .forEachRemaining(entry -> assertNull(costs.put(
                        one.declared().get(entry.getKey()), entry.getValue().asLong())));
        return costs;
    }

    private static void figures(JsonNode expected, String name, int axis, ReceptiveField figures, String where) {
        String dependence = expected.get("dependence").path(name).asText("local");
        assertTrue(figures.seen().known(), where);
        assertEquals(dependence.equals("all"), figures.seen().onlyGlobal(), where);
        if (dependence.equals("all")) {
            assertTrue(figures.seen().global(), where);
            assertEquals(Optional.empty(), figures.jump(), where);
            return;
        }
        assertEquals(dependence.equals("part"), figures.seen().global(), where);
        assertEquals(!dependence.equals("nonuniform"), figures.seen().uniform(), where);
        if (dependence.equals("nonuniform")) {
            return;
        }
        JsonNode values = expected.get("layers").get(name);
        assertEquals(OptionalLong.of(values.get("rf").get(axis).asLong()), figures.size(), where);
        assertEquals(OptionalLong.of(values.get("covered").get(axis).asLong()), figures.covered(), where);
        PeriodicField field = figures.seen().field().orElseThrow();
        assertEquals(values.get("period").get(axis).asInt(), field.period(), where);
        assertEquals(values.get("shift").get(axis).asLong(), field.shift(), where);
        Rational jump = Rational.of(
                values.get("shift").get(axis).asLong(),
                values.get("period").get(axis).asLong());
        assertEquals(jump.doubleValue(), values.get("jump").get(axis).asDouble(), where);
        assertEquals(Optional.of(jump), figures.jump(), where);
        assertEquals(place(values.get("start").get(axis)), figures.start(), where);
        assertEquals(place(values.get("centre").get(axis)), figures.centre(), where);
        JsonNode phases = values.get(axis == 0 ? "phases_h" : "phases_w");
        assertEquals(phases == null, field.period() == 1, where);
        for (int unit = 0; phases != null && unit < field.period(); unit++) {
            phase(phases.get(unit), field.phases().get(unit), where + ", unit " + unit);
        }
    }

    private static void phase(JsonNode expected, PositionSet set, String where) {
        assertEquals(expected.get(0).isNull(), set.isEmpty(), where);
        if (!set.isEmpty()) {
            assertEquals(expected.get(0).asLong(), set.min(), where);
        }
        assertEquals(expected.get(1).asLong(), set.extent(), where);
        assertEquals(OptionalLong.of(expected.get(2).asLong()), set.count(), where);
        assertFalse(set.isOutline(), where);
    }

    /** A start or a centre: a multiple of one half, or absent where nothing is seen. */
    private static Optional<Rational> place(JsonNode value) {
        return value.isNull() ? Optional.empty() : Optional.of(Rational.of(Math.round(2 * value.asDouble()), 2));
    }
}
