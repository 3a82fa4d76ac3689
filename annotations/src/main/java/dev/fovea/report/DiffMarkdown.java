package dev.fovea.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Differences between two reports in Markdown (GitHub flavour). */
final class DiffMarkdown {
    private DiffMarkdown() {}

    static String of(ReportDiff diff) {
        StringBuilder markdown = new StringBuilder(title(diff))
                .append(": ")
                .append(summary(diff))
                .append('\n');
        if (!diff.network().isEmpty()) {
            markdown.append("\n| network | before | after |\n| --- | ---: | ---: |\n");
            diff.network().forEach(change -> row(markdown, change.figure(), change.before(), change.after()));
        }
        if (!diff.layers().isEmpty()) {
            markdown.append("\n| layer | figure | before | after |\n| --- | --- | ---: | ---: |\n");
            diff.layers().forEach(layer -> rows(markdown, layer));
        }
        findings(markdown, "Findings that appeared", diff.appeared());
        findings(markdown, "Findings that are gone", diff.gone());
        return markdown.toString();
    }

    private static String title(ReportDiff diff) {
        String before = "**" + ReportMarkdown.escape(diff.before()) + "**";
        return diff.before().equals(diff.after())
                ? before
                : before + " -> **" + ReportMarkdown.escape(diff.after()) + "**";
    }

    private static String summary(ReportDiff diff) {
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

    private static void rows(StringBuilder markdown, ReportDiff.LayerDiff layer) {
        if (layer.kind() == ReportDiff.Kind.CHANGED) {
            layer.changes()
                    .forEach(change -> row(markdown, layer.layer(), change.figure(), change.before(), change.after()));
            return;
        }
        boolean isAdded = layer.kind() == ReportDiff.Kind.ADDED;
        String figures = layer.changes().stream()
                .filter(change -> List.of(LayerFigures.OP, LayerFigures.SHAPE, LayerFigures.FIELD)
                        .contains(change.figure()))
                .map(change -> (change.figure().equals(LayerFigures.OP) ? "" : change.figure() + " ")
                        + (isAdded ? change.after() : change.before()))
                .collect(Collectors.joining(", "));
        row(markdown, layer.layer(), word(layer.kind()), isAdded ? "" : figures, isAdded ? figures : "");
    }

    private static void row(StringBuilder markdown, String... cells) {
        ReportMarkdown.row(
                markdown, Stream.of(cells).map(ReportMarkdown::escape).toList());
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
