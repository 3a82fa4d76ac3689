package dev.fovea.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what differs between two reports. */
final class Differences {
    private Differences() {}

    static ReportDiff between(NetworkReport before, NetworkReport after) {
        return new ReportDiff(
                before.model(),
                after.model(),
                changes(network(before), network(after)),
                layers(before, after),
                without(after.diagnostics(), before.diagnostics()),
                without(before.diagnostics(), after.diagnostics()));
    }

    private static Map<String, String> network(NetworkReport report) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("axes", Integer.toString(report.axes()));
        figures.put("input", Cells.shape(report.input()));
        figures.put("parameters", Cells.known(report.parameters()));
        figures.put("MACs", Cells.known(report.macs()));
        figures.putAll(TargetFigures.of(report));
        figures.putAll(TargetFigures.further(report));
        return figures;
    }

    private static List<ReportDiff.LayerDiff> layers(NetworkReport before, NetworkReport after) {
        Map<String, LayerReport> old = byName(before);
        List<ReportDiff.LayerDiff> layers = new ArrayList<>();
        byName(after).forEach((name, layer) -> {
            Optional<LayerReport> twin = Optional.ofNullable(old.remove(name));
            ReportDiff.Kind kind = twin.isPresent() ? ReportDiff.Kind.CHANGED : ReportDiff.Kind.ADDED;
            List<ReportDiff.Change> changes =
                    changes(twin.map(LayerFigures::of).orElse(Map.of()), LayerFigures.of(layer));
            if (!changes.isEmpty()) {
                layers.add(new ReportDiff.LayerDiff(name, kind, changes));
            }
        });
        old.forEach((name, layer) -> layers.add(
                new ReportDiff.LayerDiff(name, ReportDiff.Kind.REMOVED, changes(LayerFigures.of(layer), Map.of()))));
        return layers;
    }

    private static Map<String, LayerReport> byName(NetworkReport report) {
        Map<String, LayerReport> layers = new LinkedHashMap<>();
        report.layers().forEach(layer -> layers.put(layer.name(), layer));
        return layers;
    }

    private static List<ReportDiff.Change> changes(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        List<ReportDiff.Change> changes = new ArrayList<>();
        for (String name : names) {
            String old = before.getOrDefault(name, "");
            String now = after.getOrDefault(name, "");
            if (!old.equals(now)) {
                changes.add(new ReportDiff.Change(name, old, now));
            }
        }
        return changes;
    }

    /** Each finding as many times as the second list has it more often than the first. */
    private static List<Diagnostic> without(List<Diagnostic> findings, List<Diagnostic> others) {
        List<Diagnostic> left = new ArrayList<>(others);
        return findings.stream().filter(finding -> !left.remove(finding)).toList();
    }
}
