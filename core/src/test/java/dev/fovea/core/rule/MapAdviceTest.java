package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.finding.Advice;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What messages on maps and stacks say and tell to write, worked out by hand and typed in. */
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
                .check(
                        "UnreadPixels",
                        "x reads 9 of the 19 pixels of its field (10 lost, the first at offset 3)" + opens);
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
                CodeMismatch.finding(0, "conv", "kernel", "kernel 3", "kernel 5")
                        .message());
        assertEquals(
                "nothing is known of conv: it is built by a method that is not here",
                CodeNotRead.finding(0, "conv", "it is built by a method that is not here")
                        .message());
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
