package dev.fovea.core.report;

import dev.fovea.core.finding.Region;
import dev.fovea.core.finding.Reported;
import dev.fovea.internal.JsonWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the findings of a compilation that nobody accepted as a GitLab Code Quality report. */
public final class CodeQualityLog {
    private CodeQualityLog() {}

    /**
     * The text of the report.
     *
     * @param root the folder that the files in it are relative to
     */
    public static String write(FindingLog findings, Path root) {
        SourcePaths paths = new SourcePaths(root);
        Fingerprints fingerprints = new Fingerprints();
        List<Object> issues = new ArrayList<>();
        for (Reported finding : findings.sorted()) {
            String fingerprint = fingerprints.next(finding);
            if (finding.accepted().isEmpty()) {
                issues.add(issue(finding, fingerprint, paths));
            }
        }
        return JsonWriter.write(issues);
    }

    private static Map<String, Object> issue(Reported finding, String fingerprint, SourcePaths paths) {
        Optional<String> path = finding.region().flatMap(paths::relative).map(URI::getPath);
        Map<String, Object> location = new LinkedHashMap<>();
        // The format has no way to leave the place open: where it is not known, the member takes the file's place.
        location.put("path", path.orElse(finding.anchor()));
        location.put(
                "lines",
                Map.of(
                        "begin",
                        path.isPresent()
                                ? finding.region().map(Region::startLine).orElse(1)
                                : 1));
        Map<String, Object> issue = new LinkedHashMap<>();
        issue.put("check_name", finding.rule());
        issue.put("description", finding.message().lines().findFirst().orElse(""));
        issue.put("severity", severity(finding));
        issue.put("fingerprint", fingerprint);
        issue.put("location", location);
        return issue;
    }

    private static String severity(Reported finding) {
        return switch (finding.severity()) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case NOTE -> "info";
        };
    }
}
