package dev.fovea.core.html;

import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The reports that a build left in a folder, by model. */
final class BuildReports {
    private BuildReports() {}

    /**
     * Reads the reports below a folder; other files of JSON are passed over.
     *
     * @throws IOException if a file cannot be read, no report is there, or two differ that are of one model
     */
    static SortedMap<String, NetworkReport> below(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        SortedMap<String, NetworkReport> reports = new TreeMap<>();
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            // What reports alone have: files of other tools lie there too.
            if (text.contains("\"schema\"") && text.contains("\"targets\"") && text.contains("\"diagnostics\"")) {
                NetworkReport report = read(file, text);
                NetworkReport other = reports.putIfAbsent(report.model(), report);
                if (other != null && !other.equals(report)) {
                    throw new IOException("two reports of %s in %s, one of them %s; name the folder of one build"
                            .formatted(report.model(), folder, file));
                }
            }
        }
        if (reports.isEmpty()) {
            throw new NoSuchFileException(folder.toString(), null, "there is no report in this folder");
        }
        return reports;
    }

    private static NetworkReport read(Path file, String text) throws IOException {
        try {
            return NetworkReport.fromJson(text);
        } catch (IllegalArgumentException malformed) {
            throw new IOException("%s is not a report: %s".formatted(file, malformed.getMessage()), malformed);
        }
    }
}
