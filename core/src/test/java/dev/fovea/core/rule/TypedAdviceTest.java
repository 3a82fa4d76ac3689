package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.testing.ModelText;
import dev.fovea.core.testing.Seeds;
import dev.fovea.report.AxisField;
import dev.fovea.report.LayerReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers that messages name beside the proposals of stacks, typed in: the finding is gone, and what they say holds. */
@Tag("random")
final class TypedAdviceTest {
    private static final int CASES = Seeds.times(300);
    private static final LintOptions ALL =
            new LintOptions(Map.of("LargeKernel", Optional.of(Severity.WARNING)), Hdc.STRICT);

    private final Random random = new Random(7);

    private static LintResult lint(long size, String text) {
        List<Long> sizes = size == 0 ? List.of() : List.of(size);
        return Lint.run(ModelText.model(Map.of("axes", 1L, "channels", 4L, "size", sizes), text), ALL);
    }

    private static Optional<String> found(LintResult result, String rule) {
        for (LintFinding finding : result.findings()) {
            assertTrue(
                    !List.of("ShapeMismatch", "EmptyOutput", "InvalidAttribute").contains(finding.rule()),
                    finding::message);
            if (finding.rule().equals(rule)) {
                return finding.message().lines().findFirst();
            }
        }
        return Optional.empty();
    }

    private static Matcher matcher(String pattern, String message) {
        Matcher matcher = Pattern.compile(pattern).matcher(message);
        assertTrue(matcher.find(), message);
        return matcher;
    }

    private static long extent(LintResult result) {
        List<LayerReport> layers = result.report().layers();
        return layers.get(layers.size() - 1).shape().size().get(0).orElseThrow();
    }

    private long upTo(int bound) {
        return 1 + random.nextInt(bound);
    }

    @Test
    void offCentreNamesKernelsThatAreCentredAndTheirExtents() {
        int typed = 0;
        for (int i = 0; i < CASES; i++) {
            boolean dilated = random.nextBoolean();
            String layer = "x = %s rate=%s padding=%s"
                    .formatted(dilated ? "Dilated" : "TransposedConv", 2 * upTo(3) - 1, upTo(3));
            long size = 30 + upTo(30);
            String text = layer + " kernel=%s out=4";
            Optional<String> message = found(lint(size, text.formatted(2 * upTo(3))), "OffCentre");
            if (message.isPresent()) {
                Matcher named = matcher(
                        "use kernel (\\d+) \\(extent (\\d+)\\)(?: or (\\d+) \\(extent (\\d+)\\))?", message.get());
                for (int group = 1; group < 4 && named.group(group) != null; group += 2) {
                    LintResult after = lint(size, text.formatted(named.group(group)));
                    assertEquals(Optional.empty(), found(after, "OffCentre"), message.get());
                    assertEquals(Long.parseLong(named.group(group + 1)), extent(after), message.get());
                    typed++;
                }
            }
        }
        assertTrue(typed > CASES, "" + typed);
    }

    /** Layers that stride, of which one rounds down at least. */
    @Test
    void croppedInputNamesPaddingsCeilModesAndSizesThatLoseNothing() {
        int paddings = 0;
        int ceilModes = 0;
        int sizes = 0;
        for (int i = 0; i < CASES; i++) {
            StringBuilder text = new StringBuilder();
            boolean pools = random.nextBoolean();
            long count = upTo(3);
            for (int layer = 0; layer < count; layer++) {
                text.append("l%s = %s kernel=%s stride=%s %s\n"
                        .formatted(
                                layer,
                                pools ? "Pool" : "Conv",
                                2 + random.nextInt(3),
                                2 + random.nextInt(2),
                                pools ? "" : "padding=0,1 out=4"));
            }
            long size = 60 + upTo(60);
            Optional<String> message = found(lint(size, text.toString()), "CroppedInput");
            if (message.isEmpty()) {
                continue;
            }
            Matcher padding = Pattern.compile("pad the end by (\\d+)").matcher(message.get());
            if (padding.find()) {
                String last = text.substring(text.lastIndexOf("padding=0,1"));
                String padded = text.substring(0, text.length() - last.length())
                        + last.replace("padding=0,1", "padding=0," + (1 + Long.parseLong(padding.group(1))));
                assertEquals(Optional.empty(), found(lint(size, padded), "CroppedInput"), message.get());
                paddings++;
            }
            if (message.get().contains("state ceilMode = true")) {
                Matcher first = matcher(": (l\\d) ", message.get());
                String before = text.substring(0, text.indexOf(first.group(1)));
                String up = text.substring(before.length()).replace(" \n", " ceilMode=true\n");
                assertEquals(Optional.empty(), found(lint(size, before + up), "CroppedInput"), message.get());
                ceilModes++;
            }
            Matcher named = matcher("use an input of (\\d+)(?: or (\\d+))? instead of " + size, message.get());
            for (int group = 1; group <= 2 && named.group(group) != null; group++) {
                LintResult after = lint(Long.parseLong(named.group(group)), text.toString());
                assertEquals(Optional.empty(), found(after, "CroppedInput"), message.get());
                sizes++;
            }
        }
        assertTrue(paddings > 5 && ceilModes > 10 && sizes > 100, paddings + " " + ceilModes + " " + sizes);
    }

    @Test
    void largeKernelNamesTheStackAndItsParameters() {
        int typed = 0;
        for (int i = 0; i < CASES; i++) {
            String norm = random.nextBoolean() ? " norm=BATCH" : "";
            String line = "%s = Conv kernel=%s padding=%s out=" + upTo(12) + norm + "\n";
            long kernel = 5 + 2 * random.nextInt(4);
            LintResult before = lint(64, line.formatted("x", kernel, kernel / 2));
            Optional<String> message = found(before, "LargeKernel");
            if (message.isPresent()) {
                Matcher named =
                        matcher("where (\\d+) layers of kernel 3 have the same field with (\\d+)", message.get());
                StringBuilder stack = new StringBuilder();
                for (int layer = 0; layer < Integer.parseInt(named.group(1)); layer++) {
                    stack.append(line.formatted("l" + layer, 3, 1));
                }
                LintResult after = lint(64, stack.toString());
                assertEquals(Optional.empty(), found(after, "LargeKernel"), message.get());
                assertEquals(
                        Long.parseLong(named.group(2)),
                        after.report().parameters().orElseThrow(),
                        message.get());
                assertEquals(seen(before), seen(after), message.get());
                typed++;
            }
        }
        assertTrue(typed > CASES / 10, "" + typed);
    }

    private static List<Object> seen(LintResult result) {
        List<LayerReport> layers = result.report().layers();
        AxisField field = layers.get(layers.size() - 1).field().get(0);
        return List.of(field.size(), field.jump(), field.start(), field.covered());
    }

    @Test
    void degenerateDilationNamesTheLargestRateAndTheSmallestMap() {
        int rates = 0;
        int maps = 0;
        for (int i = 0; i < CASES; i++) {
            long kernel = 3 + 2 * random.nextInt(2);
            long size = 4 + upTo(20);
            long rate = 2 + upTo(40);
            Optional<String> message = found(dilated(size, kernel, rate), "DegenerateDilation");
            if (message.isEmpty()) {
                continue;
            }
            Matcher fitting = Pattern.compile("use a rate of at most (\\d+)").matcher(message.get());
            if (fitting.find()) {
                long most = Long.parseLong(fitting.group(1));
                assertFalse(
                        found(dilated(size, kernel, most), "DegenerateDilation").isPresent(), message.get());
                assertTrue(
                        found(dilated(size, kernel, most + 1), "DegenerateDilation")
                                .isPresent(),
                        message.get());
                rates++;
            }
            Matcher map = Pattern.compile("a map of at least (\\d+)").matcher(message.get());
            if (map.find()) {
                long least = Long.parseLong(map.group(1));
                assertFalse(
                        found(dilated(least, kernel, rate), "DegenerateDilation")
                                .isPresent(),
                        message.get());
                assertTrue(
                        found(dilated(least - 1, kernel, rate), "DegenerateDilation")
                                .isPresent(),
                        message.get());
                maps++;
            }
        }
        assertTrue(rates > 50 && maps > 50, rates + " " + maps);
    }

    private static LintResult dilated(long size, long kernel, long rate) {
        return lint(size, """
                x = Conv kernel=3 padding=1 out=4
                wide = Dilated kernel=%s rate=%s padding=%s out=4
                """.formatted(kernel, rate, kernel / 2 * rate));
    }

    /** Images: on a sequence what looks back is meant. */
    @Test
    void misalignedMergeNamesTheMoveAndTheOffset() {
        int typed = 0;
        for (int i = 0; i < CASES; i++) {
            long kernel = 3 + 2 * random.nextInt(3);
            long begin = random.nextInt((int) kernel);
            Optional<String> message = found(shifted(kernel, begin, ""), "MisalignedMerge");
            if (message.isPresent()) {
                Matcher named = matcher(
                        "move (\\w) back by (\\d+) .* or state @Expect\\(offset = \"(-?\\d+)\"\\)", message.get());
                long more = Long.parseLong(named.group(2));
                long moved = named.group(1).equals("a") ? begin + more : begin - more;
                assertEquals(Optional.empty(), found(shifted(kernel, moved, ""), "MisalignedMerge"), message.get());
                String stated = " Expect offset=" + named.group(3);
                assertEquals(Optional.empty(), found(shifted(kernel, begin, stated), "MisalignedMerge"), message.get());
                assertEquals(
                        Optional.empty(), found(shifted(kernel, begin, stated), "ExpectationFailed"), message.get());
                typed++;
            }
        }
        assertTrue(typed > CASES / 10, "" + typed);
    }

    private static LintResult shifted(long kernel, long begin, String stated) {
        long end = kernel - 1 - begin;
        return Lint.run(
                ModelText.model(Map.of("axes", 2L, "channels", 4L, "size", List.of(64L)), """
                        x = Conv kernel=3 padding=1 out=4
                        a = Conv kernel=%s padding=%s,%s,%s,%s out=4
                        sum = Add from=x,a%s
                        """.formatted(
                                kernel, begin, begin, end, end, stated)),
                ALL);
    }
}
