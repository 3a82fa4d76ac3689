package dev.fovea.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.report.Diagnostic;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/zoo-findings.md} lists what the compiler finds on the networks of this package, and nothing else. */
final class ZooFindingsTest {
    private static final Path PAGE = Path.of("..", "docs", "zoo-findings.md");

    @Test
    void thePageListsEveryFinding() throws IOException {
        assertEquals(
                Zoo.reports().stream()
                        .flatMap(report -> report.diagnostics().stream().map(found -> row(report, found)))
                        .toList(),
                Files.readAllLines(PAGE).stream()
                        .filter(line -> line.matches("\\| [A-Z]\\w+ \\| .*") && !line.contains(" | off | "))
                        .toList());
    }

    private static String row(NetworkReport report, Diagnostic found) {
        return "| %s | %s | %s%s | %s |"
                .formatted(
                        Zoo.name(report),
                        found.rule(),
                        found.severity(),
                        found.suppressed() ? ", accepted" : "",
                        found.message().split("[;\n]")[0]);
    }

    /** The page tells of every rule that has a finding why it is right and why its authors could live with it. */
    @Test
    void thePageExplainsEveryRule() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        for (NetworkReport report : Zoo.reports()) {
            for (Diagnostic found : report.diagnostics()) {
                assertTrue(lines.contains("## " + found.rule()), found.rule());
            }
        }
    }

    /** Whatever would make a build with {@code -Werror} fail is accepted with a reason. */
    @Test
    void onlyNotesAreNotAccepted() {
        for (NetworkReport report : Zoo.reports()) {
            for (Diagnostic found : report.diagnostics()) {
                assertEquals(!found.severity().equals("note"), found.suppressed(), found::message);
                assertTrue(!found.suppressed() || !found.reason().orElseThrow().isBlank(), found::message);
            }
        }
    }
}
