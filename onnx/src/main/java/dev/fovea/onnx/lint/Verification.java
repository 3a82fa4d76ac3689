package dev.fovea.onnx.lint;

import dev.fovea.report.AxisField;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares an annotated class with a file, for teams that keep both.
 *
 * <p>Compared are, in order, the layers that read windows or mix channels: their geometry, shapes and fields. Names, biases
 * and norms may differ: exporters fold those into weights.
 */
public final class Verification {
    private static final Set<String> COMPARED = Set.of(
            "Conv",
            "DeformableConv",
            "TransposedConv",
            "Pool",
            "GlobalPool",
            "AdaptivePool",
            "Upsample",
            "PixelShuffle",
            "SpaceToDepth",
            "Linear",
            "Attention",
            "TokenMixing",
            "Recurrent",
            "SqueezeExcite");
    private static final List<String> ATTRIBUTES = List.of(
            "kernel", "stride", "rate", "padding", "groups", "out", "factor", "heads", "window", "grid", "units",
            "squeeze", "hidden");

    private Verification() {}

    /** The first difference, with both values; empty where class and file agree. */
    public static Optional<String> firstDifference(NetworkReport annotated, NetworkReport file) {
        List<LayerReport> ours = compared(annotated);
        List<LayerReport> theirs = compared(file);
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            LayerReport one = ours.get(i);
            LayerReport other = theirs.get(i);
            Map<String, String> written = facts(one);
            Map<String, String> read = facts(other);
            for (String fact : written.keySet()) {
                if (!written.get(fact).equals(read.get(fact))) {
                    return Optional.of("%s: the class says %s %s, the file's %s has %s"
                            .formatted(one.name(), fact, written.get(fact), other.name(), read.get(fact)));
                }
            }
        }
        if (ours.size() == theirs.size()) {
            return Optional.empty();
        }
        boolean fewer = ours.size() < theirs.size();
        LayerReport extra = fewer ? theirs.get(ours.size()) : ours.get(theirs.size());
        return Optional.of("%s is a layer of the %s only; the class has %s layers that can be compared, the file %s"
                .formatted(extra.name(), fewer ? "file" : "class", ours.size(), theirs.size()));
    }

    private static List<LayerReport> compared(NetworkReport report) {
        return report.layers().stream()
                .filter(layer -> COMPARED.contains(operation(layer)))
                .toList();
    }

    /** Whether a layer counts as dilated, or is the projection of a shortcut, makes no difference to what it computes. */
    private static String operation(LayerReport layer) {
        return layer.op().equals("Dilated") || layer.op().equals("Projection") ? "Conv" : layer.op();
    }

    private static Map<String, String> facts(LayerReport layer) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("operation", operation(layer));
        for (String attribute : ATTRIBUTES) {
            Object value = layer.attributes().get(attribute);
            boolean undilated = attribute.equals("rate")
                    && (value == null || "[1]".equals(String.valueOf(value).replaceAll("(1, )*1", "1")));
            facts.put(attribute, value == null || undilated ? "none" : String.valueOf(value));
        }
        facts.put("shape", layer.shape().toString());
        List<String> sizes = new ArrayList<>();
        for (AxisField axis : layer.field()) {
            sizes.add(axis.size().isPresent() ? Long.toString(axis.size().getAsLong()) : "?");
        }
        facts.put("field", String.join("x", sizes));
        return facts;
    }
}
