package dev.fovea.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Turns the JSON values of the schema into targets. */
final class TargetReader {
    private TargetReader() {}

    static Target target(JsonNode node) {
        return new Target(
                node.get("layer").string(),
                node.get("endpoint").optional(JsonNode::string),
                node.get("axes").list(TargetReader::axis));
    }

    private static TargetAxis axis(JsonNode node) {
        TilePlan tiles = new TilePlan(
                node.get("exact").bool(),
                node.get("reason").optional(TargetReader::obstacle),
                node.get("step").known(),
                node.get("units").known(),
                node.get("before").known(),
                node.get("after").known(),
                node.get("alignedBefore").known(),
                node.get("alignedAfter").known(),
                node.get("lost").optional(JsonNode::rational),
                node.get("approximateBefore").known(),
                node.get("approximateAfter").known());
        List<OptionalLong> nearest = node.get("nearest").list(JsonNode::known);
        if (nearest.size() != 2) {
            throw node.get("nearest").error("an extent below and one above");
        }
        InputExtents extents = new InputExtents(
                node.get("extents").optional(TargetReader::set),
                node.get("lossless").optional(TargetReader::set),
                node.get("uniform").optional(TargetReader::set),
                node.get("proportional").optional(TargetReader::set),
                nearest.get(0),
                nearest.get(1));
        OptionalLong latency = node.get("latency").known();
        Map<String, Long> buffers =
                node.get("buffers").optional(TargetReader::buffers).orElse(Map.of());
        if (latency.isEmpty() && !buffers.isEmpty()) {
            throw node.get("latency").error("a number beside buffers");
        }
        StreamPlan stream = new StreamPlan(
                node.get("past").known(),
                node.get("lookahead").known(),
                latency,
                buffers,
                node.get("state").known());
        return new TargetAxis(tiles, extents, stream);
    }

    private static Obstacle obstacle(JsonNode node) {
        String label = node.string();
        for (Obstacle obstacle : Obstacle.values()) {
            if (obstacle.label().equals(label)) {
                return obstacle;
            }
        }
        throw node.error("a reason");
    }

    private static Map<String, Long> buffers(JsonNode node) {
        Map<String, Long> buffers = new LinkedHashMap<>();
        node.properties()
                .keySet()
                .forEach(name -> buffers.put(name, node.get(name).integer()));
        return buffers;
    }

    private static ExtentSet set(JsonNode node) {
        return new ExtentSet(
                node.get("minimum").known(),
                node.get("from").known(),
                node.get("period").integer(),
                node.get("residues").list(JsonNode::integer),
                node.get("below").optional(extents -> extents.list(JsonNode::integer)),
                node.get("maximum").known());
    }
}
