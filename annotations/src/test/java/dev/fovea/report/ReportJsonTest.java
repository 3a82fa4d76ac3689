package dev.fovea.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportJsonTest {
    @Test
    void aReportIsReadBackAsItWas() {
        RandomReports reports = new RandomReports(11);
        for (int round = 0; round < 2_000; round++) {
            assertReadBack(reports.next(round % 4));
        }
        assertReadBack(Reports.empty());
        assertReadBack(Reports.small());
    }

    @Test
    void reportJsonWritesOneLinePerAxis() throws IOException {
        try (InputStream expected = ReportJsonTest.class.getResourceAsStream("small.json")) {
            assertEquals(
                    new String(expected.readAllBytes(), StandardCharsets.UTF_8),
                    Reports.small().toJson());
        }
    }

    @Test
    void reportJsonWritesWhatIsUnknownAsNull() {
        assertEquals("""
                {
                  "schema": 2,
                  "model": "com.acme.Empty",
                  "axes": 2,
                  "input": {"channels": null, "size": []},
                  "parameters": null,
                  "macs": null,
                  "layers": [],
                  "stacks": [],
                  "diagnostics": [],
                  "targets": []
                }
                """, Reports.empty().toJson());
    }

    @Test
    void reportJsonPassesOverPropertiesOfLaterVersions() {
        String json = Reports.small().toJson();
        String later =
                json.replace("\"global\":", "\"new\": [{}], \"global\":").replace("\"axes\":", "\"new\": 1, \"axes\":");
        assertEquals(Reports.small(), NetworkReport.fromJson(later));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\0',
            value = {
                "\"schema\": 2 ¦ \"schema\": 1 ¦ report.schema: expected version 2, found 1",
                "\"axes\": 2 ¦ \"axes\": \"2\" ¦ report.axes: expected an integer, found \"2\"",
                "\"axes\": 2 ¦ \"axes\": 4294967298 ¦ report.axes: expected a 32-bit integer, found 4294967298",
                "\"axes\": 2 ¦ \"axes\": 4 ¦ a network of 4 axes",
                "\"name\": \"pool\" ¦ \"nom\": \"pool\" ¦ report.layers[2].name: expected a string, found nothing",
                "\"jump\": 2 ¦ \"jump\": 2.5 ¦ report.layers[0].field[0].jump: expected an integer or a fraction, found 2.5",
                "\"1/2\" ¦ \"1/0\" ¦ report.layers[1].field[0].jump: not a rational such as 3 or -1/2: \"1/0\"",
                "[-5, 11, 9] ¦ [-5, null, 9] ¦ report.layers[1].field[0].phases[0]: expected start, size and covered, found a list",
                "\"period\": 2 ¦ \"period\": 0 ¦ a period of 0 units",
                "\"severity\": \"note\" ¦ \"severity\": \"fatal\" ¦ severity \"fatal\" is not one of error, warning, note",
                "\"reason\": \"global\" ¦ \"reason\": \"other\" ¦ report.targets[0].axes[1].reason: expected a reason, found \"other\"",
                "\"nearest\": [31, null] ¦ \"nearest\": [31] ¦ report.targets[0].axes[0].nearest: expected an extent below and one above, found a list",
                "\"norm\": \"BATCH\" ¦ \"norm\": null ¦ attribute norm: unexpected null",
            })
    void saysWhatIsWrongAndWhere(String found, String replacement, String message) {
        String json = Reports.small().toJson().replace(found, replacement);
        Exception e = assertThrows(IllegalArgumentException.class, () -> NetworkReport.fromJson(json));
        assertEquals(message, e.getMessage());
    }

    @Test
    void tenThousandLayersTakeNoTime() {
        NetworkReport report = new RandomReports(5).next(10_000);
        assertTimeout(Duration.ofSeconds(30), () -> {
            assertReadBack(report);
            report.toString();
            report.toMarkdown();
            report.toCsv();
        });
    }

    private static void assertReadBack(NetworkReport report) {
        String json = report.toJson();
        NetworkReport copy = NetworkReport.fromJson(json);
        assertEquals(report, copy);
        assertEquals(json, copy.toJson());
    }
}
