package dev.fovea.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Differences between two reports in Markdown (GitHub flavour). */
final class DiffMarkdown {
    private static final List<String> COLUMNS = List.of(
            LayerFigures.SHAPE, LayerFigures.FIELD, LayerFigures.JUMP, LayerFigures.PARAMETERS, LayerFigures.MACS);
    static final Set<String> STATED =
            Set.of(LayerFigures.OP, LayerFigures.FROM, LayerFigures.ENDPOINT, LayerFigures.UNREAD);

    private DiffMarkdown() {}

    static String of(ReportDiff diff) {
        StringBuilder markdown = new StringBuilder(title(diff))
                .append(": ")
                .append(diff.summary())
                .append('\n');
        if (!diff.network().isEmpty()) {
            markdown.append("\n| network | before | after |\n| --- | ---: | ---: |\n");
            diff.network().forEach(change -> row(markdown, List.of(change.figure(), change.before(), change.after())));
        }
        findings(markdown, "Findings that appeared", diff.appeared());
        findings(markdown, "Findings that are gone", diff.gone());
        if (!diff.layers().isEmpty()) {
            markdown.append('\n');
            row(markdown, cells("layer", COLUMNS, "other"));
            markdown.append("| --- |").append(" ---: |".repeat(COLUMNS.size())).append(" --- |\n");
            diff.layers().forEach(layer -> row(markdown, cells(layer)));
        }
        return markdown.toString();
    }

    private static String title(ReportDiff diff) {
        String before = "**" + ReportMarkdown.escape(diff.before()) + "**";
        return diff.before().equals(diff.after())
                ? before
                : before + " -> **" + ReportMarkdown.escape(diff.after()) + "**";
    }

    static String summary(ReportDiff diff) {
        if (diff.isEmpty()) {
            return "no difference";
        }
        Stream<String> layers = Stream.of(ReportDiff.Kind.CHANGED, ReportDiff.Kind.ADDED, ReportDiff.Kind.REMOVED)
                .map(kind -> counted(
                        diff.layers().stream()
                                .filter(layer -> layer.kind() == kind)
                                .count(),
                        "layer",
                        word(kind)));
        Stream<String> findings = Stream.of(
                counted(diff.appeared().size(), "finding", "appeared"),
                counted(diff.gone().size(), "finding", "gone"));
        return Stream.concat(layers, findings).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String counted(long count, String noun, String what) {
        return count == 0 ? "" : count + " " + noun + (count == 1 ? " " : "s ") + what;
    }

    private static String word(ReportDiff.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** A row per layer, since a change near the input moves many figures of all layers above. */
    private static List<String> cells(ReportDiff.LayerDiff layer) {
        String name =
                layer.kind() == ReportDiff.Kind.CHANGED ? layer.layer() : layer.layer() + ", " + word(layer.kind());
        Map<String, String> changes = new LinkedHashMap<>();
        layer.changes().forEach(change -> changes.put(change.figure(), text(change, layer.kind())));
        List<String> columns =
                COLUMNS.stream().map(figure -> changes.getOrDefault(figure, "")).toList();
        Set<String> stated = layer.changes().stream()
                .filter(ReportDiff.Change::isStated)
                .map(ReportDiff.Change::figure)
                .collect(Collectors.toSet());
        return cells(name, columns, other(changes, stated));
    }

    private static List<String> cells(String first, List<String> columns, String last) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.addAll(columns);
        cells.add(last);
        return cells;
    }

    private static String text(ReportDiff.Change change, ReportDiff.Kind kind) {
        return switch (kind) {
            case ADDED -> change.after();
            case REMOVED -> change.before();
            case CHANGED -> or(change.before(), "none") + " -> " + or(change.after(), "none");
        };
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    /** What the author wrote and what is lost; figures that follow from others only where nothing else differs. */
    private static String other(Map<String, String> changes, Set<String> stated) {
        Map<String, String> left = new LinkedHashMap<>(changes);
        left.keySet().removeAll(COLUMNS);
        Map<String, String> own = new LinkedHashMap<>(left);
        own.keySet().retainAll(stated);
        Map<String, String> shown = own.isEmpty() && left.size() == changes.size() ? left : own;
        return shown.entrySet().stream()
                .filter(change -> !change.getValue().isEmpty())
                .map(change -> change.getKey().replace(LayerFigures.ATTRIBUTE, "") + " " + change.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void row(StringBuilder markdown, List<String> cells) {
        ReportMarkdown.row(markdown, cells.stream().map(ReportMarkdown::escape).toList());
    }

    private static void findings(StringBuilder markdown, String title, List<Diagnostic> findings) {
        if (!findings.isEmpty()) {
            markdown.append('\n').append(title).append(":\n\n");
            findings.forEach(finding -> markdown.append("- ")
                    .append(ReportMarkdown.escape(Notes.finding(finding)))
                    .append('\n'));
        }
    }
}
