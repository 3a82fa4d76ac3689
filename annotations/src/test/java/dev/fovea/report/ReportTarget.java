package dev.fovea.report;

/** Reads bytes as a report: a target of {@code .ci/fuzz}, of which {@link BrokenReportsTest} is the short form. */
public final class ReportTarget {
    private ReportTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        NetworkReport report;
        try {
            report = NetworkReport.fromJson(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        } catch (IllegalArgumentException expected) {
            return;
        }
        String json = report.toJson();
        if (!NetworkReport.fromJson(json).equals(report)) {
            throw new AssertionError(json);
        }
        report.toString();
        report.toMarkdown();
        report.toCsv();
        report.diff(report);
    }
}
