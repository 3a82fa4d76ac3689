package dev.fovea.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a report's text has become on its way, reading it gives a report or one clear exception. */
final class BrokenReportsTest {
    private static final String[] PIECES = {
        "null",
        "[]",
        "{}",
        "\"\"",
        "-1",
        "9223372036854775808",
        "1e9",
        "true",
        "[[]]",
        "[null]",
        "0.5",
        "\"1/0\"",
        ",",
        ""
    };

    private static String sound() throws IOException {
        try (InputStream stream = BrokenReportsTest.class.getResourceAsStream("small.json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the fuzzer found new ways with. */
    @Test
    void reportsThatTheFuzzerKeptAreReadOrRejected() throws IOException {
        try (Stream<Path> kept = Files.list(Path.of("src/test/fuzz/reports"))) {
            for (Path input : kept.toList()) {
                ReportTarget.fuzzerTestOneInput(Files.readAllBytes(input));
            }
        }
    }

    /** Found by the fuzzer: the report was read, and written without them. */
    @Test
    void buffersOfNoStreamAreRejected() throws IOException {
        String broken = sound().replaceFirst("\"latency\": 1,", "\"latency\": null,");
        IllegalArgumentException rejected =
                assertThrows(IllegalArgumentException.class, () -> NetworkReport.fromJson(broken));
        assertEquals(
                "report.targets[0].axes[0].latency: expected a number beside buffers, found nothing",
                rejected.getMessage());
    }

    @Test
    void brokenTextIsRejectedWithAMessage() throws IOException {
        String sound = sound();
        for (int end = 0; end < sound.length(); end++) {
            read(sound.substring(0, end));
        }
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(sound);
            for (int edit = random.nextInt(3); edit >= 0; edit--) {
                int from = random.nextInt(text.length());
                String piece = PIECES[random.nextInt(PIECES.length)];
                text.replace(from, end(text, from, random), piece);
            }
            read(text.toString());
        }
        // A value for another, so that the text stays JSON.
        String[] values = sound.split("(?<=[:,\\[]) ?");
        for (int i = 0; i < values.length; i++) {
            for (String piece : PIECES) {
                String[] edited = values.clone();
                edited[i] = edited[i].replaceFirst(
                        "^(\"[^\"]*\"|[-\\w.]+|\\{\\}|\\[\\])(?!\\s*:)", piece.replace("\\", ""));
                read(String.join("", edited));
            }
        }
    }

    private static int end(StringBuilder text, int from, Random random) {
        return Math.min(text.length(), from + random.nextInt(12));
    }

    private static void read(String text) {
        try {
            NetworkReport report = NetworkReport.fromJson(text);
            assertTrue(report.toJson().length() > 0 && report.toString().length() > 0);
            report.toMarkdown();
            report.toCsv();
        } catch (IllegalArgumentException expected) {
            assertTrue(expected.getMessage() != null, text);
        } catch (RuntimeException | StackOverflowError other) {
            throw new AssertionError(text, other);
        }
    }
}
