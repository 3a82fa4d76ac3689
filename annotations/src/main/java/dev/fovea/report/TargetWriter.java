package dev.fovea.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns targets into the JSON values of the schema; {@link TargetReader} turns them back. */
final class TargetWriter {
    private TargetWriter() {}

    static List<Object> targets(List<Target> targets) {
        List<Object> json = new ArrayList<>();
        for (Target target : targets) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("layer", target.layer());
            one.put("endpoint", target.endpoint().orElse(null));
            List<Object> axes = new ArrayList<>();
            for (TargetAxis axis : target.axes()) {
                axes.add(axis(axis));
            }
            one.put("axes", axes);
            json.add(one);
        }
        return json;
    }

    private static Map<String, Object> axis(TargetAxis axis) {
        TilePlan tiles = axis.tiles();
        StreamPlan stream = axis.stream();
        InputExtents extents = axis.extents();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("exact", tiles.exact());
        json.put("reason", tiles.reason().isPresent() ? tiles.reason().get().label() : null);
        json.put("step", ReportWriter.orNull(tiles.step()));
        json.put("units", ReportWriter.orNull(tiles.units()));
        json.put("before", ReportWriter.orNull(tiles.before()));
        json.put("after", ReportWriter.orNull(tiles.after()));
        json.put("alignedBefore", ReportWriter.orNull(tiles.alignedBefore()));
        json.put("alignedAfter", ReportWriter.orNull(tiles.alignedAfter()));
        json.put("lost", ReportWriter.rational(tiles.lost()));
        json.put("approximateBefore", ReportWriter.orNull(tiles.approximateBefore()));
        json.put("approximateAfter", ReportWriter.orNull(tiles.approximateAfter()));
        json.put("past", ReportWriter.orNull(stream.past()));
        json.put("lookahead", ReportWriter.orNull(stream.lookahead()));
        json.put("latency", ReportWriter.orNull(stream.latency()));
        json.put("buffers", stream.latency().isPresent() ? stream.buffers() : null);
        json.put("state", ReportWriter.orNull(stream.state()));
        json.put("extents", set(extents.working()));
        json.put("lossless", set(extents.lossless()));
        json.put("uniform", set(extents.uniform()));
        json.put("proportional", set(extents.proportional()));
        List<Object> nearest = new ArrayList<>();
        nearest.add(ReportWriter.orNull(extents.below()));
        nearest.add(ReportWriter.orNull(extents.above()));
        json.put("nearest", nearest);
        return json;
    }

    private static Object set(Optional<ExtentSet> known) {
        if (known.isEmpty()) {
            return null;
        }
        ExtentSet set = known.get();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("minimum", ReportWriter.orNull(set.minimum()));
        json.put("from", ReportWriter.orNull(set.from()));
        json.put("period", set.period());
        json.put("residues", set.residues());
        json.put("below", set.below().orElse(null));
        if (set.maximum().isPresent()) {
            json.put("maximum", set.maximum().getAsLong());
        }
        return json;
    }
}
