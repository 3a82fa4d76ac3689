package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Brute force sees what the framework's gradients reach, and where borders do not matter the analysis agrees with it. */
final class BruteForceTest {
    static Stream<VectorCase> cases() {
        return VectorsTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bruteForceSeesWhatGradientsReach(VectorCase one) {
        BruteForce brute = BruteForce.of(one.model());
        for (JsonNode expected : one.expected().path("finite")) {
            String name = expected.get("layer").asText();
            if (one.isDeclared(name)) {
                List<Long> unit = List.of(
                        expected.get("unit").get(0).asLong(),
                        expected.get("unit").get(1).asLong());
                finite(brute, brute.layer(one.declared().get(name)), unit, expected, one + ", " + name + " " + unit);
            }
        }
    }

    private static void finite(BruteForce brute, BruteLayer layer, List<Long> unit, JsonNode expected, String where) {
        int width = Math.toIntExact(brute.extents(-1).get(1));
        BitSet pixels = BruteFinite.sees(brute, layer, unit);
        TreeSet<Long> rows = new TreeSet<>();
        TreeSet<Long> columns = new TreeSet<>();
        pixels.stream().forEach(pixel -> {
            rows.add((long) pixel / width);
            columns.add((long) pixel % width);
        });
        assertEquals(expected.path("empty").asBoolean(false), pixels.isEmpty(), where);
        assertEquals(expected.path("pixels").asInt(0), pixels.cardinality(), where);
        if (!pixels.isEmpty()) {
            assertEquals(expected.get("covered").get(0).asInt(), rows.size(), where);
            assertEquals(expected.get("covered").get(1).asInt(), columns.size(), where);
            assertEquals(expected.get("box").get(0).asLong(), rows.first(), where);
            assertEquals(expected.get("box").get(1).asLong(), columns.first(), where);
            assertEquals(expected.get("box").get(2).asLong(), rows.last(), where);
            assertEquals(expected.get("box").get(3).asLong(), columns.last(), where);
        }
    }

    /** Following every unit of the deepest networks takes too long. */
    static Stream<VectorCase> smallCases() {
        return cases().filter(one -> one.model().layers().size() <= 60);
    }

    @ParameterizedTest
    @MethodSource("smallCases")
    void bruteForceAgreesWithTheAnalysis(VectorCase one) {
        AgainstBruteForce.check(BruteForce.of(one.model()), AgainstBruteForce.analysed(one.model()), one);
    }
}
