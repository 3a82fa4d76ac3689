package dev.fovea.core.html;

import dev.fovea.report.Diagnostic;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Whether a model is sound: what a reader wants to know first.
 *
 * @param errors findings of that severity that reach the compiler
 * @param warnings likewise
 * @param notes likewise
 * @param accepted findings that their author accepts
 */
record Verdict(long errors, long warnings, long notes, long accepted) {
    static Verdict of(NetworkReport report) {
        return new Verdict(
                count(report, "error"),
                count(report, "warning"),
                count(report, "note"),
                report.diagnostics().stream().filter(Diagnostic::suppressed).count());
    }

    /** All findings of several models. */
    static Verdict sum(Collection<NetworkReport> reports) {
        Verdict sum = new Verdict(0, 0, 0, 0);
        for (NetworkReport report : reports) {
            Verdict one = of(report);
            sum = new Verdict(
                    sum.errors + one.errors,
                    sum.warnings + one.warnings,
                    sum.notes + one.notes,
                    sum.accepted + one.accepted);
        }
        return sum;
    }

    private static long count(NetworkReport report, String severity) {
        return report.diagnostics().stream()
                .filter(finding -> !finding.suppressed() && finding.severity().equals(severity))
                .count();
    }

    boolean isSound() {
        return errors == 0;
    }

    /** {@code error}, {@code warning} or {@code sound}: the gravest that there is, as a class of the style sheet. */
    String grade() {
        return errors > 0 ? "error" : warnings > 0 ? "warning" : "sound";
    }

    /** {@code ✗ not sound: 1 error, 2 notes}. */
    String text() {
        String counts = counts();
        return (isSound() ? "\u2713 sound" : "\u2717 not sound") + (counts.isEmpty() ? "" : ": " + counts);
    }

    /** {@code 1 error, 2 notes, 1 accepted}; empty where nothing was found. */
    String counts() {
        List<String> counts = new ArrayList<>();
        add(counts, errors, "error");
        add(counts, warnings, "warning");
        add(counts, notes, "note");
        if (accepted > 0) {
            counts.add(accepted + " accepted");
        }
        return String.join(", ", counts);
    }

    private static void add(List<String> counts, long count, String name) {
        if (count > 0) {
            counts.add(count + " " + name + (count > 1 ? "s" : ""));
        }
    }
}
