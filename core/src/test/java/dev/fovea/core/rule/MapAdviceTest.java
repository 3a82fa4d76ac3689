package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.finding.Advice;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.Remark;
import dev.fovea.core.testing.ModelText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What messages on maps, merges, pins and stacks say and tell to write, worked out by hand and typed in. */
final class MapAdviceTest {
    @Test
    void croppedInputNamesWhatIsLostAndThreeWaysOut() {
        // Windows begin at 0, 2, 4, 6 and end at 8.
        AdvisedModel.of(1, "10", "p = Pool kernel=3 stride=2")
                .check(
                        "CroppedInput",
                        "the last of the input's 10 pixels is never read: p (kernel 3, stride 2) rounds 10 positions down to 4;"
                                + " state ceilMode = true, or use an input of 9 or 11 instead of 10",
                        "p ceilMode=true",
                        "Input size=9",
                        "Input size=11");
        // Windows begin at 0, 3, 6; the next would end at 11, one beyond the last pixel.
        AdvisedModel.of(2, "11,11", "c = Conv kernel=3 stride=3 out=4")
                .check(
                        "CroppedInput",
                        "the last 2 of the input's 11 pixels are never read: c (3x3, stride 3) rounds 11 positions down to 3;"
                                + " pad the end by 1, or use an input of 9 or 12 instead of 11",
                        "c padding={0, 0, 1, 1}",
                        "Input size=9",
                        "Input size=12");
        AdvisedModel.of(2, "9,11", "c = Conv kernel=3 stride=3 out=4")
                .check(
                        "CroppedInput",
                        "the last 2 of the input's 11 pixels in width are never read: c (3x3, stride 3) rounds 11 positions down to"
                                + " 3; pad the end by 1, or use an input of 9 or 12 instead of 11",
                        "c padding={0, 0, 0, 1}",
                        "Input size=9",
                        "Input size={9, 12}");
        // Causal padding is no number to which one could be added: windows end at 0, 2, 4, 6, 8.
        AdvisedModel.of(1, "10", "c = Conv kernel=3 stride=2 padding=CAUSAL out=4")
                .check(
                        "CroppedInput",
                        "the last of the input's 10 pixels is never read: c (kernel 3, stride 2) rounds 10 positions down to 5;"
                                + " pad the end by 1, or use an input of 9 or 11 instead of 10",
                        "Input size=9",
                        "Input size=11");
    }

    @Test
    void croppedInputKnowsWhichLayersRoundInTurn() {
        // 14 to 6, of which 5 are read: units 0 to 4 read pixels 0 to 10. 11 makes 5 and 2, 15 makes 7 and 3.
        String both =
                "the last 3 of the input's 14 pixels are never read: p (kernel 3, stride 2) rounds 14 positions down to"
                        + " 6, q (kernel 3, stride 2) rounds 6 positions down to 2; ";
        AdvisedModel.of(1, "14", "p = Pool kernel=3 stride=2\nq = Pool kernel=3 stride=2")
                .check(
                        "CroppedInput",
                        both + "state ceilMode = true, or use an input of 11 or 15 instead of 14",
                        "p ceilMode=true; q ceilMode=true",
                        "Input size=11",
                        "Input size=15");
        AdvisedModel.of(1, "14", "p = Conv kernel=3 stride=2 out=4\nq = Conv kernel=3 stride=2 out=4")
                .check(
                        "CroppedInput",
                        both + "use an input of 11 or 15 instead of 14",
                        "Input size=11",
                        "Input size=15");
        // 12 to 5 to 2: with one unit more at p, q would round.
        AdvisedModel.of(1, "12", "p = Pool kernel=3 stride=2\nq = Pool kernel=3 stride=2")
                .check(
                        "CroppedInput",
                        "the last of the input's 12 pixels is never read: p (kernel 3, stride 2) rounds 12 positions down to 5;"
                                + " state ceilMode = true there and at the pools above, or use an input of 11 or 15 instead of 12",
                        "p ceilMode=true; q ceilMode=true",
                        "Input size=11",
                        "Input size=15");
        // 22 to 10 to 4 to 1, which reads units 0 to 2 of 4, 0 to 6 of 10, and pixels 0 to 14.
        AdvisedModel.of(1, "22", "p = Pool kernel=3 stride=2\nq = Pool kernel=3 stride=2\nr = Pool kernel=3 stride=2")
                .check(
                        "CroppedInput",
                        "the last 7 of the input's 22 pixels are never read: p (kernel 3, stride 2) rounds 22 positions down to 10, q"
                                + " (kernel 3, stride 2) rounds 10 positions down to 4 and 1 more; state ceilMode = true, or use an"
                                + " input of 15 or 23 instead of 22",
                        "p ceilMode=true; q ceilMode=true; r ceilMode=true",
                        "Input size=15",
                        "Input size=23");
    }

    @Test
    void misalignedInputsAreMovedByTheirPaddingsOrMeant() {
        // Taps of a at -3 to 1, of b at -1 to 1.
        AdvisedModel.of(2, "16,16", """
                        a = Conv kernel=5 padding=3,3,1,1 out=4
                        b = Conv kernel=3 padding=1 out=4 from=<input>
                        s = Add from=a,b
                        """.strip())
                .check(
                        "MisalignedMerge",
                        "inputs of s are misaligned: b is centred 1 pixel after a, more than strides and even kernels explain; move"
                                + " b back by 1 position (more padding at its begin, less at its end) or a forward, or state"
                                + " @Expect(offset = \"1\") if it is meant",
                        "b padding={2, 2, 0, 0}",
                        "a padding=2",
                        "s Expect offset=\"1\"");
        // Along the width only, and b is read by more than the merge.
        String width = """
                a = Conv kernel=5 padding=2,3,2,1 out=4
                b = Conv kernel=3 padding=1 out=4 from=<input>
                s = Add from=a,b
                """.strip();
        String message =
                "inputs of s are misaligned in width: b is centred 1 pixel after a, more than strides and even kernels"
                        + " explain; move b back by 1 position (more padding at its begin, less at its end) or a forward, or state"
                        + " @Expect(offset = {\"0\", \"1\"}) if it is meant";
        AdvisedModel.of(2, "16,16", width)
                .check(
                        "MisalignedMerge",
                        message,
                        "b padding={1, 2, 1, 0}",
                        "a padding=2",
                        "s Expect offset={\"0\", \"1\"}");
        AdvisedModel.of(2, "16,16", width + "\nt = Conv kernel=1 out=4 from=b")
                .check("MisalignedMerge", message, "a padding=2", "s Expect offset={\"0\", \"1\"}");
        // Neither an input of the network nor one whose padding follows by itself has a padding to write.
        String same = width.replace("kernel=3 padding=1", "kernel=3 padding=SAME");
        AdvisedModel.of(2, "16,16", same)
                .check("MisalignedMerge", message, "a padding=2", "s Expect offset={\"0\", \"1\"}");
        AdvisedModel.of(2, "16,16", """
                a = Conv kernel=5 padding=2,3,2,1 out=4
                s = Add from=a,<input>
                """.strip())
                .check(
                        "MisalignedMerge",
                        message.replace("b is", "the input is").replace("move b", "move the input"),
                        "a padding=2",
                        "s Expect offset={\"0\", \"1\"}");
        // Of two units of padding after none can be taken away where there is none.
        AdvisedModel.of(2, "16,16", width.replace("b = Conv kernel=3 padding=1", "b = Conv kernel=1"))
                .check("MisalignedMerge", message, "a padding=2", "s Expect offset={\"0\", \"1\"}");
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
        AdvisedModel.of(2, "32,32", two.formatted("5 padding=3,3,1,1"))
                .check(
                        "MisalignedMerge",
                        start + "2 pixels (1 position)" + more
                                + "move b back by 1 position (more padding at its begin, less at its end) or a forward, or state"
                                + " @Expect(offset = \"2\") if it is meant",
                        "b padding={2, 2, 0, 0}",
                        "a padding=2",
                        "s Expect offset=\"2\"");
        // Taps of a at -4 to 1: its centre is 3/2 positions before.
        AdvisedModel.of(2, "32,32", two.formatted("6 padding=4,4,1,1"))
                .check(
                        "MisalignedMerge",
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
            AdvisedModel.of(1, "16", layer + pin)
                    .check("ExpectationFailed", message + change, "x Expect " + attribute + "=" + typed);
            AdvisedModel.of(1, "16", layer + attribute + "=" + figure).checkSilent("ExpectationFailed");
        });
        AdvisedModel.of(2, "16,16", "x = Conv kernel=3,5 padding=1,2 out=4 Expect size=3,7")
                .check(
                        "ExpectationFailed",
                        "size of x in width is 5, not the expected 7" + change,
                        "x Expect size={3, 5}");
        AdvisedModel.of(1, "", layer + "extents=9")
                .check(
                        "ExpectationFailed",
                        "extent of x is unknown, not the expected 9; state the input in @Network if it depends on that, or remove"
                                + " the pin");
    }

    /** 3 * 4 * 4 + 4 parameters and 3 * 4 * 4 products at each of 16 units, twice. */
    @Test
    void pinsOfTheNetworkAreComparedWithTheSumsOfItsLayers() {
        checkWhole(
                "16",
                "kernel=3",
                Map.of("parameters", 5L, "macs", 6L),
                "parameters of Model are 104, not the expected 5; change the network, or pin the new figure",
                "MACs of Model are 1536, not the expected 6; change the network, or pin the new figure");
        checkWhole("16", "kernel=3", Map.of("parameters", 104L, "macs", 1536L));
        checkWhole(
                "",
                "kernel=3",
                Map.of("macs", 6L),
                "MACs of Model are unknown, not the expected 6; state the input in @Network if it depends on that, or remove the"
                        + " pin");
        // A window that the padding does not fit keeps the network from running.
        checkWhole("2", "kernel=9", Map.of("parameters", 5L));
    }

    private static void checkWhole(String size, String kernel, Map<String, Object> pins, String... messages) {
        List<Long> extents = size.isEmpty() ? List.of() : List.of(Long.valueOf(size));
        ModelDeclaration plain = ModelText.model(
                Map.of("axes", 1L, "channels", 4L, "size", extents),
                "a = Conv %s padding=1 out=4\nb = Conv %s padding=1 out=4".formatted(kernel, kernel));
        Remark remark = new Remark(
                "Expect", "Expect", Optional.empty(), new DeclarationFactory().values("Expect", new TreeMap<>(pins)));
        ModelDeclaration pinned = new ModelDeclaration(
                "test.Model",
                false,
                plain.input(),
                List.of(),
                Optional.empty(),
                plain.layers(),
                List.of(),
                List.of(remark));
        List<String> found = Lint.run(pinned, LintOptions.DEFAULT).findings().stream()
                .filter(one -> one.rule().equals("ExpectationFailed"))
                .map(LintFinding::message)
                .toList();
        assertEquals(List.of(messages), found);
    }

    @Test
    void unmetSizesComeWithSoundRatesThatMeetThem() {
        // 1 + 2 * (1 + 2 + 5) = 17; the sum of rates that makes 19 is 9, and 1, 2, 6 comes before 1, 3, 5.
        AdvisedModel.of(1, "64", """
                        a = Dilated kernel=3 rate=1 padding=1 out=4
                        b = Dilated kernel=3 rate=2 padding=2 out=4
                        c = Dilated kernel=3 rate=5 padding=5 out=4 Expect size=19
                        """.strip())
                .check(
                        "ExpectationFailed",
                        "size of c is 17, not the expected 19; rates 1, 2, 6 of a, b, c give it with padding 1, 2, 6; change the"
                                + " network, or pin the new figure",
                        "a rate=1; b rate=2; c padding=6 rate=6",
                        "c Expect size=17");
        // Behind a stride of 2 each unit of a rate adds 4 pixels: 2 + 2 * 16 = 34.
        AdvisedModel.of(1, "64", "p = Conv kernel=2 stride=2 out=4\n" + """
                        a = Dilated kernel=3 rate=1 padding=1 out=4
                        b = Dilated kernel=3 rate=2 padding=2 out=4
                        c = Dilated kernel=3 rate=5 padding=5 out=4 Expect size=38
                        """.strip())
                .check(
                        "ExpectationFailed",
                        "size of c is 34, not the expected 38; rates 1, 2, 6 of a, b, c give it with padding 1, 2, 6; change the"
                                + " network, or pin the new figure",
                        "a rate=1; b rate=2; c padding=6 rate=6",
                        "c Expect size=34");
        // Kernels of 3 make odd fields only, and of 19 and 21 the smaller one comes first.
        AdvisedModel.of(1, "64", """
                        a = Dilated kernel=3 rate=1 padding=1 out=4
                        b = Dilated kernel=3 rate=2 padding=2 out=4
                        c = Dilated kernel=3 rate=5 padding=5 out=4 Expect size=20
                        """.strip())
                .check(
                        "ExpectationFailed",
                        "size of c is 17, not the expected 20; the nearest that sound rates of a, b, c reach is 19, with 1, 2, 6"
                                + " with padding 1, 2, 6; change the network, or pin the new figure",
                        "c Expect size=17");
        // A plain layer above adds 2 pixels, and the stack is the same.
        String stack = """
                a = Dilated kernel=3 rate=1 padding=1 out=4%s
                b = Dilated kernel=3 rate=2 padding=2 out=4%s
                c = Dilated kernel=3 rate=5 padding=5 out=4
                t = Conv kernel=1 out=4%s
                """.strip();
        String change = "; change the network, or pin the new figure";
        AdvisedModel.of(1, "64", stack.formatted("", "", "\nu = Conv kernel=3 padding=1 out=4 Expect size=21"))
                .check(
                        "ExpectationFailed",
                        "size of u is 19, not the expected 21; rates 1, 2, 6 of a, b, c give it with padding 1, 2, 6" + change,
                        "a rate=1; b rate=2; c padding=6 rate=6",
                        "u Expect size=19");
        // Below its top a stack is not the layer's own, and at a merge no chain leads down to it.
        AdvisedModel.of(1, "64", stack.formatted("", " Expect size=9", ""))
                .check("ExpectationFailed", "size of b is 7, not the expected 9" + change, "b Expect size=7");
        AdvisedModel.of(1, "64", stack.formatted("", "", "\nu = Add from=t,<input> Expect size=19"))
                .check("ExpectationFailed", "size of u is 17, not the expected 19" + change, "u Expect size=17");
        // Not even rates of 1 make so small a field.
        AdvisedModel.of(1, "64", stack.formatted("", "", " Expect size=1"))
                .check(
                        "ExpectationFailed",
                        "size of t is 17, not the expected 1; the nearest that sound rates of a, b, c reach is 7, with 1, 1, 1 with"
                                + " padding 1, 1, 1" + change,
                        "t Expect size=17");
    }

    @Test
    void unreadPixelsAreReadAtSmallerRates() {
        // Three taps 4 apart, of windows of 3: one pixel is between each two.
        AdvisedModel.of(1, "64", "c = Conv kernel=3 padding=1 out=4\nx = Dilated kernel=3 rate=4 padding=4 out=4")
                .check(
                        "UnreadPixels",
                        "x reads 9 of the 11 pixels of its field (2 lost, the first at offset 3): its taps are 4 pixels apart, and"
                                + " the layers of smaller steps bridge at most 3; use a rate of at most 3 (rate 3 with padding 3)",
                        "x padding=3 rate=3");
        AdvisedModel.of(1, "64", "x = Dilated kernel=3 rate=2 padding=2 out=4")
                .check(
                        "UnreadPixels",
                        "x reads 3 of the 5 pixels of its field (2 lost, the first at offset 1): its taps are 2 pixels apart and no"
                                + " layer reads in between; use rate 1 with padding 1",
                        "x padding=1 rate=1");
        AdvisedModel.of(
                        1,
                        "64",
                        "c = Conv kernel=3 padding=1 out=4\nx = Dilated kernel=3 rate=4 padding=4 out=4\nt = Conv kernel=1 out=4")
                .check(
                        "UnreadPixels",
                        "t reads 9 of the 11 pixels of its field (2 lost, the first at offset 3): the taps of x are 4 pixels apart, and"
                                + " the layers of smaller steps bridge at most 3; use a rate of at most 3 (rate 3 with padding 3)",
                        "x padding=3 rate=3");
        // 9 of 11 rows and all 5 columns.
        AdvisedModel.of(
                        2,
                        "64,64",
                        "c = Conv kernel=3 padding=1 out=4\nx = Dilated kernel=3 rate=4,1 padding=4,1 out=4")
                .check(
                        "UnreadPixels",
                        "x reads 45 of the 55 pixels of its field (10 lost, the first at offset 3, 0): its taps are 4 pixels apart in"
                                + " height, and the layers of smaller steps bridge at most 3; use a rate of at most 3 (rate {3, 1} with"
                                + " padding {3, 1})",
                        "x padding={3, 1} rate={3, 1}");
    }

    /** Each tap is a window of 3, since the data moves it by one at most: three of them, 8 apart, leave 5 out each time. */
    @Test
    void gapsBetweenTapsThatTheDataMovesAreFoundWithoutNumbers() {
        String moved = """
                d = DeformableConv kernel=1 maxOffset=1 out=4
                x = Dilated kernel=3 rate=8 padding=8 out=4
                """.strip();
        String opens = ": the gap opens at x; use a smaller rate or stride there";
        AdvisedModel.of(1, "64", moved)
                .check("UnreadPixels", "x reads 9 of the 19 pixels of its field (10 lost, the first at offset 3)" + opens);
        AdvisedModel.of(2, "64,64", moved)
                .check(
                        "UnreadPixels",
                        "x reads 81 of the 361 pixels of its field (280 lost, the first at offset 0, 3)" + opens);
    }

    @Test
    void whatFrontEndsFindSaysWhatDiffers() {
        assertEquals(
                "conv: the annotation says kernel 3, the code builds kernel 5, so what is linted is not what runs; make them"
                        + " agree",
                CodeMismatch.finding(0, "conv", "kernel", "kernel 3", "kernel 5").message());
        assertEquals(
                "nothing is known of conv: it is built by a method that is not here",
                CodeNotRead.finding(0, "conv", "it is built by a method that is not here")
                        .message());
    }

    @Test
    void inputsThatDifferInJumpDriftApart() {
        String two = """
                a = Conv kernel=3 padding=1 out=4
                p = Conv kernel=3 stride=2 padding=%s out=4 from=<input>
                s = Add from=a,p
                """.strip();
        String message =
                "inputs of s differ in jump: neighbours are 1 pixel apart in a and 2 pixels in p, so they drift apart %s;"
                        + " bring them to one grid with a stride, pooling or @Upsample";
        AdvisedModel.of(1, "", two.formatted(1)).check("JumpMismatch", message.formatted("by 1 pixel per position"));
        // (16 + 18 - 3) / 2 + 1 = 16 units, the last of which are 15 pixels apart.
        AdvisedModel.of(1, "16", two.formatted(9))
                .check("JumpMismatch", message.formatted("by 15 pixels across the map's 16 positions"));
        // (3 + 4 - 3) / 2 + 1 = 3 units are 2 pixels apart at the end, as much as a jump; (2 + 4 - 3) / 2 + 1 = 2 are
        // one pixel.
        AdvisedModel.of(1, "3", two.formatted(2))
                .check("JumpMismatch", message.formatted("by 2 pixels across the map's 3 positions"));
        AdvisedModel.of(1, "2", two.formatted(2)).checkSilent("JumpMismatch");
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
        AdvisedModel model = stack(before);
        List<Advice> advised = model.findings(rule).stream()
                .filter(one -> one.rule().equals(rule))
                .flatMap(one -> one.finding().advice().stream())
                .toList();
        assertEquals(1, advised.size());
        AdvisedModel typed = model.typing(advised.get(0));
        assertEquals(sorted(stack(after)), sorted(typed));
        assertEquals(new TreeSet<>(), typed.rules(rule));
    }

    private static AdvisedModel stack(String rates) {
        List<String> lines = new ArrayList<>();
        for (String rate : rates.split(",")) {
            lines.add("l%s = Dilated kernel=3 rate=%s padding=%s out=4".formatted(lines.size(), rate, rate));
        }
        return new AdvisedModel(List.of(64L), 1, lines);
    }

    /** The words of each line, in whatever order. */
    private static List<TreeSet<String>> sorted(AdvisedModel model) {
        return model.lines().stream()
                .map(line -> new TreeSet<>(List.of(line.split(" "))))
                .toList();
    }
}
