package dev.fovea.core.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.vectors.VectorCase;
import dev.fovea.core.vectors.VectorNetworks;
import dev.fovea.report.ExtentSet;
import dev.fovea.report.TargetAxis;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tile plans, extents and streams of networks that were really tiled and streamed. */
final class TileVectorsTest {
    @TestFactory
    Stream<DynamicTest> figuresAreThoseThatExecutionGave() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream stream = TileVectorsTest.class.getResourceAsStream("/vectors/tiles.json")) {
            for (JsonNode one : new ObjectMapper().readTree(stream).get("cases")) {
                VectorCase declared = VectorNetworks.declare(one);
                Network network = NetworkBuilder.build(declared.model()).network();
                one.get("axes")
                        .fields()
                        .forEachRemaining(axis -> tests.add(DynamicTest.dynamicTest(
                                declared.name() + " along axis " + axis.getKey(),
                                () -> compare(declared, network, Integer.parseInt(axis.getKey()), axis.getValue()))));
            }
        }
        assertEquals(112, tests.size());
        return tests.stream();
    }

    private static void compare(VectorCase declared, Network network, int axis, JsonNode expected) throws IOException {
        TargetAxis actual = Targets.of(network, network.layers().size() - 1, axis);
        JsonNode figures = expected.get("figures");
        Map<String, Object> wanted = new TreeMap<>();
        Map<String, Object> given = new TreeMap<>();
        wanted.put("exact", figures.get("exact").asBoolean());
        given.put("exact", actual.tiles().exact());
        wanted.put("reason", figures.path("reason").asText(""));
        given.put(
                "reason", actual.tiles().reason().map(reason -> reason.label()).orElse(""));
        number(wanted, given, figures, "step", actual.tiles().step());
        number(wanted, given, figures, "units", actual.tiles().units());
        number(wanted, given, figures, "before", actual.tiles().before());
        number(wanted, given, figures, "after", actual.tiles().after());
        number(wanted, given, figures, "alignedBefore", actual.tiles().alignedBefore());
        number(wanted, given, figures, "alignedAfter", actual.tiles().alignedAfter());
        number(wanted, given, figures, "past", actual.stream().past());
        number(wanted, given, figures, "lookahead", actual.stream().lookahead());
        number(wanted, given, figures, "latency", actual.stream().latency());
        number(wanted, given, expected.path("nearest"), 0, actual.extents().below());
        number(wanted, given, expected.path("nearest"), 1, actual.extents().above());
        wanted.put("extents", expected.get("extents"));
        given.put("extents", json(actual.extents().working()));
        wanted.put("lossless", expected.get("lossless"));
        given.put("lossless", json(actual.extents().lossless()));
        wanted.put("uniform", expected.get("uniform"));
        given.put("uniform", json(actual.extents().uniform()));
        wanted.put("proportional", figures.get("proportional"));
        given.put("proportional", json(actual.extents().proportional()));
        Map<String, Long> buffers = new TreeMap<>();
        figures.path("buffers")
                .fields()
                .forEachRemaining(buffer -> buffers.merge(
                        declared.declared().get(buffer.getKey()),
                        buffer.getValue().asLong(),
                        Long::sum));
        wanted.put("buffers", buffers);
        given.put("buffers", new TreeMap<>(actual.stream().buffers()));
        assertEquals(wanted, given);
    }

    private static void number(
            Map<String, Object> wanted, Map<String, Object> given, JsonNode node, Object key, OptionalLong actual) {
        JsonNode value = key instanceof Integer index ? node.path(index) : node.path(key.toString());
        wanted.put(key.toString(), value.isNumber() ? value.asLong() : "none");
        given.put(key.toString(), actual.isPresent() ? actual.getAsLong() : "none");
    }

    private static JsonNode json(Optional<ExtentSet> set) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, Object> values = new TreeMap<>();
        values.put("minimum", value(set.orElseThrow().minimum()));
        values.put("from", value(set.get().from()));
        values.put("period", set.get().period());
        values.put("residues", set.get().residues());
        values.put("below", set.get().below().orElse(null));
        set.get().maximum().ifPresent(maximum -> values.put("maximum", maximum));
        return mapper.readTree(mapper.writeValueAsString(values));
    }

    private static Long value(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
