package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Advice;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.testing.ModelText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** First lines of messages worked out by hand, and what they tell to write: typed in, the finding is gone and nothing new is there. */
final class AdviceTest {
    private static final LintOptions LARGE_KERNELS =
            new LintOptions(Map.of("LargeKernel", Optional.of(Severity.WARNING)), Hdc.STRICT);

    /** A model: the extents of its input, none where they are unknown, and a line for each layer. */
    private record Model(List<Long> size, int axes, List<String> lines) {
        static Model of(int axes, String size, String text) {
            return new Model(numbers(size), axes, text.lines().toList());
        }

        private static List<Long> numbers(String text) {
            return text.isEmpty()
                    ? List.of()
                    : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
        }

        List<LintFinding> findings(String rule) {
            Map<String, Object> input = Map.of("axes", (long) axes, "channels", 4L, "size", size);
            LintOptions options = rule.equals("LargeKernel") ? LARGE_KERNELS : LintOptions.DEFAULT;
            return Lint.run(ModelText.model(input, String.join("\n", lines)), options)
                    .findings();
        }

        TreeSet<String> rules(String rule) {
            return findings(rule).stream().map(LintFinding::rule).collect(Collectors.toCollection(TreeSet::new));
        }

        Model typing(Advice advice) {
            List<Long> sizes = size;
            List<String> typed = new ArrayList<>(lines);
            int added = 0;
            for (Advice.Statement statement : advice.statements()) {
                if (statement.member().isEmpty()) {
                    sizes = numbers(entries(statement.attributes().get("size")));
                    continue;
                }
                int at = 0;
                while (!typed.get(at).startsWith(statement.member() + " = ")) {
                    at++;
                }
                String edited = edited(typed.get(at), statement);
                if (statement.isAdded()) {
                    typed.add(at, edited.replace(statement.member() + " =", "added" + added + " ="));
                    added++;
                } else {
                    typed.set(at, edited);
                }
            }
            return new Model(sizes, axes, List.copyOf(typed));
        }

        private static String edited(String line, Advice.Statement statement) {
            String[] beside = line.split(" (?=[A-Z]\\w*( |$))", 0);
            List<String> parts = new ArrayList<>(List.of(beside));
            String annotation = statement.annotation();
            int part = annotation.isEmpty() ? 1 : 0;
            while (!annotation.isEmpty() && part < parts.size() && !parts.get(part).startsWith(annotation)) {
                part++;
            }
            if (part == parts.size()) {
                parts.add(annotation);
            }
            String text = parts.get(part);
            for (Map.Entry<String, String> attribute : statement.attributes().entrySet()) {
                text = text.replaceFirst(" " + attribute.getKey() + "=\\S+", "");
                if (!attribute.getValue().isEmpty()) {
                    text += " " + attribute.getKey() + "=" + entries(attribute.getValue());
                }
            }
            parts.set(part, text);
            return String.join(" ", parts);
        }

        private static String entries(String typed) {
            return typed.replaceAll("[{}\" ]", "");
        }
    }

    private static String written(Advice advice) {
        return advice.statements().stream().map(AdviceTest::written).collect(Collectors.joining("; "));
    }

    private static String written(Advice.Statement statement) {
        String attributes = new TreeMap<>(statement.attributes())
                .entrySet().stream()
                        .map(one -> " " + one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining());
        String where = statement.member().isEmpty() ? statement.annotation() : statement.member();
        String annotation =
                statement.member().isEmpty() || statement.annotation().isEmpty() ? "" : " " + statement.annotation();
        return (statement.isAdded() ? "+" : "") + where + annotation + attributes;
    }

    /** What a rule says of a model, and tells to write. */
    private static void check(String rule, Model model, String message, String... advice) {
        List<LintFinding> found =
                model.findings(rule).stream().filter(one -> one.rule().equals(rule)).toList();
        assertEquals(1, found.size(), found::toString);
        assertEquals(message, found.get(0).message().lines().findFirst().orElseThrow());
        List<Advice> advised = found.get(0).finding().advice();
        assertEquals(List.of(advice), advised.stream().map(AdviceTest::written).toList());
        for (Advice one : advised) {
            Model typed = model.typing(one);
            TreeSet<String> rest = typed.rules(rule);
            assertTrue(!rest.contains(rule) && model.rules(rule).containsAll(rest), () -> typed.lines() + ": " + rest);
        }
    }

    private static void checkSilent(String rule, Model model) {
        assertTrue(!model.rules(rule).contains(rule), () -> model.findings(rule).toString());
    }

    @Test
    void offCentreNamesTheOddKernelsOnEitherSide() {
        String shifts = "x shifts its map by half a position%s: kernel %s cannot be centred by padding %s on both sides; use ";
        String undo = ", or undo the shift in another layer of even kernel";
        // 32 + 2 - 2 = 32 with a kernel of 3, 32 + 2 - 4 = 30 with one of 5.
        check(
                "OffCentre",
                Model.of(2, "32,32", "x = Conv kernel=4 padding=1 out=4"),
                shifts.formatted("", 4, 1) + "kernel 3 (extent 32) or 5 (extent 30)" + undo,
                "x kernel=3",
                "x kernel=5");
        // Extents of 32 and 31 differ, so no single one is named.
        check(
                "OffCentre",
                Model.of(2, "32,32", "x = Conv kernel=3,4 padding=1 out=4"),
                shifts.formatted(" in width", 4, 1) + "kernel 3 (extent 1 larger) or 5 (1 smaller)" + undo,
                "x kernel=3",
                "x kernel={3, 5}");
        // 3 + 2 - 0 = 5 with a kernel of 1; one of 3 would reach over 7 of 5.
        check(
                "OffCentre",
                Model.of(1, "3", "x = Dilated kernel=2 rate=3 padding=1 out=4"),
                shifts.formatted("", "2 at rate 3", 1) + "kernel 1 (extent 5)" + undo,
                "x kernel=1");
        // 3 + 2 - 4 = 1: a kernel of 5 just fits.
        check(
                "OffCentre",
                Model.of(1, "3", "x = Conv kernel=4 padding=1 out=4"),
                shifts.formatted("", 4, 1) + "kernel 3 (extent 3) or 5 (extent 1)" + undo,
                "x kernel=3",
                "x kernel=5");
    }

    @Test
    void offCentreKnowsThatATransposedKernelMakesItsMapLarger() {
        String shifts = "x shifts its map by half a position: kernel 4 cannot be centred by padding 1 on both sides; use ";
        String undo = ", or undo the shift in another layer of even kernel";
        // 31 + 3 - 2 = 32 and 31 + 5 - 2 = 34.
        check(
                "OffCentre",
                Model.of(1, "32", "x = TransposedConv kernel=4 padding=1 out=4"),
                shifts + "kernel 3 (extent 32) or 5 (extent 34)" + undo,
                "x kernel=3",
                "x kernel=5");
        check(
                "OffCentre",
                Model.of(1, "", "x = TransposedConv kernel=4 padding=1 out=4"),
                shifts + "kernel 3 (extent 1 smaller) or 5 (1 larger)" + undo,
                "x kernel=3",
                "x kernel=5");
    }

    @Test
    void offCentreIsSilentWhereNothingIsShiftedOrItIsTakenBack() {
        for (String line : List.of(
                "x = Conv kernel=3 padding=1 out=4",
                "x = Conv kernel=4 padding=1,2 out=4",
                "x = Conv kernel=4 out=4",
                "x = Conv kernel=4 stride=2 padding=1 out=4",
                "x = Dilated kernel=4 rate=2 padding=1 out=4",
                "x = TransposedConv kernel=4 stride=2 padding=1 out=4",
                "x = Conv kernel=4 padding=3 out=4\ny = Crop padding=0,3")) {
            checkSilent("OffCentre", Model.of(1, "32", line));
        }
        // A single unit has no neighbours.
        checkSilent("OffCentre", Model.of(1, "2", "x = Conv kernel=4 padding=1 out=4"));
    }

    @Test
    void croppedInputNamesWhatIsLostAndThreeWaysOut() {
        // Windows begin at 0, 2, 4, 6 and end at 8.
        check(
                "CroppedInput",
                Model.of(1, "10", "p = Pool kernel=3 stride=2"),
                "the last of the input's 10 pixels is never read: p (kernel 3, stride 2) rounds 10 positions down to 4;"
                        + " state ceilMode = true, or use an input of 9 or 11 instead of 10",
                "p ceilMode=true",
                "Input size=9",
                "Input size=11");
        // Windows begin at 0, 3, 6; the next would end at 11, one beyond the last pixel.
        check(
                "CroppedInput",
                Model.of(2, "11,11", "c = Conv kernel=3 stride=3 out=4"),
                "the last 2 of the input's 11 pixels are never read: c (3x3, stride 3) rounds 11 positions down to 3;"
                        + " pad the end by 1, or use an input of 9 or 12 instead of 11",
                "c padding={0, 0, 1, 1}",
                "Input size=9",
                "Input size=12");
        check(
                "CroppedInput",
                Model.of(2, "9,11", "c = Conv kernel=3 stride=3 out=4"),
                "the last 2 of the input's 11 pixels in width are never read: c (3x3, stride 3) rounds 11 positions down to"
                        + " 3; pad the end by 1, or use an input of 9 or 12 instead of 11",
                "c padding={0, 0, 0, 1}",
                "Input size=9",
                "Input size={9, 12}");
    }

    @Test
    void croppedInputKnowsWhichLayersRoundInTurn() {
        // 14 to 6, of which 5 are read: units 0 to 4 read pixels 0 to 10. 11 makes 5 and 2, 15 makes 7 and 3.
        String both = "the last 3 of the input's 14 pixels are never read: p (kernel 3, stride 2) rounds 14 positions down to"
                + " 6, q (kernel 3, stride 2) rounds 6 positions down to 2; ";
        check(
                "CroppedInput",
                Model.of(1, "14", "p = Pool kernel=3 stride=2\nq = Pool kernel=3 stride=2"),
                both + "state ceilMode = true, or use an input of 11 or 15 instead of 14",
                "p ceilMode=true; q ceilMode=true",
                "Input size=11",
                "Input size=15");
        check(
                "CroppedInput",
                Model.of(1, "14", "p = Conv kernel=3 stride=2 out=4\nq = Conv kernel=3 stride=2 out=4"),
                both + "use an input of 11 or 15 instead of 14",
                "Input size=11",
                "Input size=15");
        // 12 to 5 to 2: with one unit more at p, q would round.
        check(
                "CroppedInput",
                Model.of(1, "12", "p = Pool kernel=3 stride=2\nq = Pool kernel=3 stride=2"),
                "the last of the input's 12 pixels is never read: p (kernel 3, stride 2) rounds 12 positions down to 5;"
                        + " state ceilMode = true there and at the pools above, or use an input of 11 or 15 instead of 12",
                "p ceilMode=true; q ceilMode=true",
                "Input size=11",
                "Input size=15");
    }

    @Test
    void checkerboardNamesAKernelWithThePaddingsThatKeepTheExtent() {
        String sums = "checkerboard: neighbouring outputs of u are sums of %s, ... inputs, since %s; use %s, or @Upsample and a stride-1 @Conv";
        String kernel = "kernel 3 is not a multiple of stride 2";
        // 7 * 2 + 3 - 2 + 1 = 16 = 7 * 2 + 4 - 2.
        check(
                "CheckerboardUpsampling",
                Model.of(1, "8", "u = TransposedConv kernel=3 stride=2 padding=1 outputPadding=1 out=4"),
                sums.formatted(
                        "1, 2, 1, 2", kernel, "kernel 4, a multiple of the stride, with padding 1 and outputPadding 0"),
                "u kernel=4 outputPadding=0 padding=1");
        // 14 + 3 - 2 = 15 = 14 + 4 - 4 + 1.
        check(
                "CheckerboardUpsampling",
                Model.of(1, "8", "u = TransposedConv kernel=3 stride=2 padding=1 out=4"),
                sums.formatted(
                        "1, 2, 1, 2", kernel, "kernel 4, a multiple of the stride, with padding 2 and outputPadding 1"),
                "u kernel=4 outputPadding=1 padding=2");
        check(
                "CheckerboardUpsampling",
                Model.of(1, "8", "u = TransposedConv kernel=3 stride=2 padding=SAME out=4"),
                sums.formatted("2, 1, 2, 1", kernel, "kernel 4, a multiple of the stride"),
                "u kernel=4");
        // 14 + 7 - 2 = 19 = 14 + 4 + 1.
        check(
                "CheckerboardUpsampling",
                Model.of(1, "8", "u = TransposedConv kernel=4 stride=2 rate=2 padding=1 out=4"),
                sums.formatted(
                        "0, 4, 0, 4",
                        "rate 2 and stride 2 share a divisor",
                        "rate 1, which shares no divisor with the stride, with padding 0 and outputPadding 1"),
                "u outputPadding=1 padding=0 rate=1");
    }

    @Test
    void skippedInputNamesAKernelOrARateThatReadsAll() {
        String lost = "1 of 2 positions of c is never read: d (%s) steps over them, so what they hold is lost; use %s, or average before striding (@Pool)";
        check(
                "SkippedInput",
                Model.of(1, "16", "c = Conv kernel=3 padding=1 out=4\nd = Conv kernel=1 stride=2 out=4"),
                lost.formatted("kernel 1, stride 2", "kernel 3 (at least the stride) with padding 1"),
                "d kernel=3 padding=1");
        check(
                "SkippedInput",
                Model.of(
                        1,
                        "16",
                        "c = Conv kernel=3 padding=1 out=4\nd = Dilated kernel=3 rate=2 stride=2 padding=2 out=4"),
                lost.formatted(
                        "kernel 3, stride 2, rate 2", "rate 1 (it shares a divisor with the stride) with padding 1"),
                "d padding=1 rate=1");
        // The first taps of 3 at stride 4 read 3 of 4 positions.
        check(
                "SkippedInput",
                Model.of(1, "16", "c = Conv kernel=3 padding=1 out=4\nd = Conv kernel=3 stride=4 out=4"),
                "1 of 4 positions of c is never read: d (kernel 3, stride 4) steps over them, so what they hold is lost;"
                        + " use kernel 5 (at least the stride) with padding 1, or average before striding (@Pool)",
                "d kernel=5 padding=1");
    }

    @Test
    void largeKernelsAreWrittenAsAStackWhoseLastLayerHasTheStride() {
        // 7 * 4 * 2 + 2 = 58; 3 * 4 * 2 + 2 = 26 and twice 3 * 2 * 2 + 2 = 14.
        check(
                "LargeKernel",
                Model.of(1, "16", "x = Conv kernel=7 padding=3 out=2"),
                "x (kernel 7) needs 58 parameters where 3 layers of kernel 3 have the same field with 54 and more"
                        + " non-linearities; stack those",
                "+x kernel=3 padding=1 stride=; +x from= kernel=3 padding=1 stride=; x from= kernel=3 padding=1");
        // 25 * 16 + 4 = 404; twice 9 * 16 + 4 = 148.
        check(
                "LargeKernel",
                Model.of(2, "16,16", "x = Conv kernel=5 stride=2 padding=2 out=4"),
                "x (5x5, stride 2) needs 404 parameters where 2 layers of 3x3 have the same field with 296 and more"
                        + " non-linearities; stack those, the last one with the stride",
                "+x kernel=3 padding=1 stride=; x from= kernel=3 padding=1");
        // Padding of 1 cannot be shared by two layers.
        check(
                "LargeKernel",
                Model.of(2, "16,16", "x = Conv kernel=5 padding=1 out=4"),
                "x (5x5) needs 404 parameters where 2 layers of 3x3 have the same field with 296 and more"
                        + " non-linearities; stack those");
    }

    @Test
    void misalignedInputsAreMovedByTheirPaddingsOrMeant() {
        // Taps of a at -3 to 1, of b at -1 to 1.
        check(
                "MisalignedMerge",
                Model.of(2, "16,16", """
                        a = Conv kernel=5 padding=3,3,1,1 out=4
                        b = Conv kernel=3 padding=1 out=4 from=<input>
                        s = Add from=a,b
                        """.strip()),
                "inputs of s are misaligned: b is centred 1 pixel after a, more than strides and even kernels explain; move"
                        + " b back by 1 position (more padding at its begin, less at its end) or a forward, or state"
                        + " @Expect(offset = \"1\") if it is meant",
                "b padding={2, 2, 0, 0}",
                "a padding=2",
                "s Expect offset=\"1\"");
    }

    @Test
    void misalignedInputsOfAStridedMapAreMovedByWholePositionsOnly() {
        String two = """
                p = Conv kernel=3 stride=2 padding=1 out=4
                a = Conv kernel=%s out=4
                b = Conv kernel=3 padding=1 out=4 from=p
                s = Add from=a,b
                """.strip();
        String start = "inputs of s are misaligned: b is centred ";
        String more = " after a, more than strides and even kernels explain; ";
        check(
                "MisalignedMerge",
                Model.of(2, "32,32", two.formatted("5 padding=3,3,1,1")),
                start + "2 pixels (1 position)" + more
                        + "move b back by 1 position (more padding at its begin, less at its end) or a forward, or state"
                        + " @Expect(offset = \"2\") if it is meant",
                "b padding={2, 2, 0, 0}",
                "a padding=2",
                "s Expect offset=\"2\"");
        // Taps of a at -4 to 1: its centre is 3/2 positions before.
        check(
                "MisalignedMerge",
                Model.of(2, "32,32", two.formatted("6 padding=4,4,1,1")),
                start + "3 pixels (3/2 positions)" + more
                        + "shift one with padding, @Pad or @Crop, or state @Expect(offset = \"3\") if it is meant",
                "s Expect offset=\"3\"");
    }

    @Test
    void eachPinIsComparedWithItsFigure() {
        String layer = "x = Conv kernel=3 stride=2 padding=1 out=4 Expect ";
        String change = "; change the network, or pin the new figure";
        // 3 * 4 * 4 + 4 parameters, 3 * 4 * 4 products at each of 8 units; unit u reads pixels 2u - 1 to 2u + 1.
        // What a tile takes before it begins at a whole stride, so one pixel takes two.
        Map<String, String> figures = Map.of(
                "size=5", "size of x is 3, not the expected 5",
                "jump=3", "jump of x is 2, not the expected 3",
                "extents=9", "extent of x is 8, not the expected 9",
                "channels=5", "channels of x are 4, not the expected 5",
                "parameters=5", "parameters of x are 52, not the expected 5",
                "macs=5", "MACs of x are 384, not the expected 5",
                "before=3", "context before a tile of x is 2, not the expected 3",
                "after=3", "context after a tile of x is 0, not the expected 3");
        figures.forEach((pin, message) -> {
            String figure = message.replaceAll(".* (?:is|are) (\\d+),.*", "$1");
            String attribute = pin.substring(0, pin.indexOf('='));
            String typed = attribute.equals("jump") ? "\"" + figure + "\"" : figure;
            check(
                    "ExpectationFailed",
                    Model.of(1, "16", layer + pin),
                    message + change,
                    "x Expect " + attribute + "=" + typed);
            checkSilent("ExpectationFailed", Model.of(1, "16", layer + attribute + "=" + figure));
        });
        check(
                "ExpectationFailed",
                Model.of(2, "16,16", "x = Conv kernel=3,5 padding=1,2 out=4 Expect size=3,7"),
                "size of x in width is 5, not the expected 7" + change,
                "x Expect size={3, 5}");
        check(
                "ExpectationFailed",
                Model.of(1, "", layer + "extents=9"),
                "extent of x is unknown, not the expected 9; state the input in @Network if it depends on that, or remove"
                        + " the pin");
    }

    @Test
    void unmetSizesComeWithSoundRatesThatMeetThem() {
        // 1 + 2 * (1 + 2 + 5) = 17; the sum of rates that makes 19 is 9, and 1, 2, 6 comes before 1, 3, 5.
        check(
                "ExpectationFailed",
                Model.of(1, "64", """
                        a = Dilated kernel=3 rate=1 padding=1 out=4
                        b = Dilated kernel=3 rate=2 padding=2 out=4
                        c = Dilated kernel=3 rate=5 padding=5 out=4 Expect size=19
                        """.strip()),
                "size of c is 17, not the expected 19; rates 1, 2, 6 of a, b, c give it with padding 1, 2, 6; change the"
                        + " network, or pin the new figure",
                "a rate=1; b rate=2; c padding=6 rate=6",
                "c Expect size=17");
        // Behind a stride of 2 each unit of a rate adds 4 pixels: 2 + 2 * 16 = 34.
        check(
                "ExpectationFailed",
                Model.of(1, "64", "p = Conv kernel=2 stride=2 out=4\n" + """
                        a = Dilated kernel=3 rate=1 padding=1 out=4
                        b = Dilated kernel=3 rate=2 padding=2 out=4
                        c = Dilated kernel=3 rate=5 padding=5 out=4 Expect size=38
                        """.strip()),
                "size of c is 34, not the expected 38; rates 1, 2, 6 of a, b, c give it with padding 1, 2, 6; change the"
                        + " network, or pin the new figure",
                "a rate=1; b rate=2; c padding=6 rate=6",
                "c Expect size=34");
        // Kernels of 3 make odd fields only, and of 19 and 21 the smaller one comes first.
        check(
                "ExpectationFailed",
                Model.of(1, "64", """
                        a = Dilated kernel=3 rate=1 padding=1 out=4
                        b = Dilated kernel=3 rate=2 padding=2 out=4
                        c = Dilated kernel=3 rate=5 padding=5 out=4 Expect size=20
                        """.strip()),
                "size of c is 17, not the expected 20; the nearest that sound rates of a, b, c reach is 19, with 1, 2, 6"
                        + " with padding 1, 2, 6; change the network, or pin the new figure",
                "c Expect size=17");
    }

    @Test
    void windowsThatReadPaddingGetTheLargestRateThatDoesNot() {
        String global = ", and for the context of the whole map @GlobalPool";
        // At 15 two of 16 units have a second tap inside; a map of 21 has two that have one.
        check(
                "DegenerateDilation",
                Model.of(1, "16", "x = Dilated kernel=3 rate=20 padding=20 out=4"),
                "x (kernel 3, rate 20) reads padding: only one of its taps ever falls inside its input of 16, so it acts as a"
                        + " layer of kernel 1; use a rate of at most 15 (rate 15 with padding 15) or a map of at least 21"
                        + global,
                "x padding=15 rate=15");
        // (1 + 2 * 4 / 16) / 3 = 1/2 along each axis; at 10 it is 7/12, and 49/144 is more than a third, at 11 it is less.
        // On 19 rows (1 + 2 * 7 / 19) / 3 = 11/19, and 121/361 is more than a third; on 18 rows it is 25/81.
        check(
                "DegenerateDilation",
                Model.of(2, "16,16", "x = Dilated kernel=3 rate=12 padding=12 out=4"),
                "x (3x3, rate 12) mostly reads padding: on average 25.0 % of its taps fall inside its input of 16x16, so it"
                        + " acts almost as a 1x1 layer; use a rate of at most 10 (rate 10 with padding 10) or a map of at"
                        + " least 19" + global,
                "x padding=10 rate=10");
        // Each unit sees all 8 of 33 taps, which is less than a third; 11 are a third.
        check(
                "DegenerateDilation",
                Model.of(1, "8", "x = Conv kernel=33 padding=16 out=4"),
                "x (kernel 33) mostly reads padding: on average 24.2 % of its taps fall inside its input of 8, so most of its"
                        + " weights are wasted; use a kernel well below the extent or a map of at least 11" + global);
    }

    @Test
    void unreadPixelsAreReadAtSmallerRates() {
        // Three taps 4 apart, of windows of 3: one pixel is between each two.
        check(
                "UnreadPixels",
                Model.of(1, "64", "c = Conv kernel=3 padding=1 out=4\nx = Dilated kernel=3 rate=4 padding=4 out=4"),
                "x reads 9 of the 11 pixels of its field (2 lost, the first at offset 3): its taps are 4 pixels apart, and"
                        + " the layers of smaller steps bridge at most 3; use a rate of at most 3 (rate 3 with padding 3)",
                "x padding=3 rate=3");
        check(
                "UnreadPixels",
                Model.of(1, "64", "x = Dilated kernel=3 rate=2 padding=2 out=4"),
                "x reads 3 of the 5 pixels of its field (2 lost, the first at offset 1): its taps are 2 pixels apart and no"
                        + " layer reads in between; use rate 1 with padding 1",
                "x padding=1 rate=1");
    }

    /** The best sound rates of three 3x3 layers of rate 2 are 1, 2, 3, and of 1, 2, 9 they are 1, 3, 8: the fields are the same. */
    @Test
    void stacksGetTheRatesOfTheirBestRepairAndPaddingsThatKeepTheExtent() {
        checkRates("DilationCommonDivisor", "2,2,2", "1,2,3");
        checkRates("DilationGap", "1,2,9", "1,3,8");
        // Each rate is sound as a list, but positions 1 and 2 are lost: a rate of 1 has to be among them.
        checkRates("CoverageHole", "2,3", "1,3");
    }

    private static void checkRates(String rule, String before, String after) {
        Model model = stack(before);
        List<Advice> advised = model.findings(rule).stream()
                .filter(one -> one.rule().equals(rule))
                .flatMap(one -> one.finding().advice().stream())
                .toList();
        assertEquals(1, advised.size());
        Model typed = model.typing(advised.get(0));
        assertEquals(sorted(stack(after)), sorted(typed));
        assertEquals(new TreeSet<>(), typed.rules(rule));
    }

    private static Model stack(String rates) {
        List<String> lines = new ArrayList<>();
        for (String rate : rates.split(",")) {
            lines.add("l%s = Dilated kernel=3 rate=%s padding=%s out=4".formatted(lines.size(), rate, rate));
        }
        return new Model(List.of(64L), 1, lines);
    }

    /** The words of each line, in whatever order. */
    private static List<TreeSet<String>> sorted(Model model) {
        return model.lines().stream()
                .map(line -> new TreeSet<>(List.of(line.split(" "))))
                .toList();
    }
}
