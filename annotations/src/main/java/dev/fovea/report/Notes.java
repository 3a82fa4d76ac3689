package dev.fovea.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The lines below the table, the same in text and Markdown: legend, totals, how it is fed, findings. */
final class Notes {
    private Notes() {}

    static List<String> of(NetworkReport report) {
        List<String> notes = new ArrayList<>();
        if (anyAxis(report, AxisField::global)) {
            notes.add(Cells.GLOBAL + " a path reads the whole input; the figures are those of the other paths, if any");
        }
        if (anyAxis(report, axis -> !axis.uniform())) {
            notes.add(Cells.NOT_UNIFORM + " the units' fields differ without a period; the size is the largest");
        }
        if (report.layers().stream().anyMatch(LayerReport::dataDependent)) {
            notes.add(Cells.DATA_DEPENDENT + " the data decides which positions are read; the figures are bounds");
        }
        notes.add("total: " + Cells.known(report.parameters()) + " parameters, " + Cells.known(report.macs())
                + " MACs (one MAC is one multiply-add; FLOPs are twice that)");
        TargetFigures.of(report).forEach((name, text) -> notes.add(name + ": " + text));
        report.diagnostics().forEach(diagnostic -> notes.add(finding(diagnostic)));
        return notes;
    }

    private static boolean anyAxis(NetworkReport report, Predicate<AxisField> property) {
        return report.layers().stream().anyMatch(layer -> layer.field().stream().anyMatch(property));
    }

    /** The first line of the message, which makes sense alone. */
    static String finding(Diagnostic diagnostic) {
        String place = diagnostic.layer().map(layer -> " " + layer + ":").orElse("");
        String summary = diagnostic.message().lines().findFirst().orElse("");
        return diagnostic.severity() + " [" + diagnostic.rule() + "]" + place + " " + summary + acceptance(diagnostic);
    }

    private static String acceptance(Diagnostic diagnostic) {
        if (!diagnostic.suppressed()) {
            return "";
        }
        String reason = diagnostic
                .reason()
                .map(text -> ": " + text.replaceAll("\\R", " "))
                .orElse("");
        return " (accepted" + reason + ")";
    }
}
