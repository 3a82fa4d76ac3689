package dev.fovea.core.rule;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What messages on single windows say and tell to write, worked out by hand and typed in. */
final class WindowAdviceTest {
    @Test
    void offCentreNamesTheOddKernelsOnEitherSide() {
        String shifts =
                "x shifts its map by half a position%s: kernel %s cannot be centred by padding %s on both sides; use ";
        String undo = ", or undo the shift in another layer of even kernel";
        // 32 + 2 - 2 = 32 with a kernel of 3, 32 + 2 - 4 = 30 with one of 5.
        AdvisedModel.of(2, "32,32", "x = Conv kernel=4 padding=1 out=4")
                .check(
                        "OffCentre",
                        shifts.formatted("", 4, 1) + "kernel 3 (extent 32) or 5 (extent 30)" + undo,
                        "x kernel=3",
                        "x kernel=5");
        // Extents of 32 and 31 differ, so no single one is named.
        AdvisedModel.of(2, "32,32", "x = Conv kernel=3,4 padding=1 out=4")
                .check(
                        "OffCentre",
                        shifts.formatted(" in width", 4, 1) + "kernel 3 (extent 1 larger) or 5 (1 smaller)" + undo,
                        "x kernel=3",
                        "x kernel={3, 5}");
        // 3 + 2 - 0 = 5 with a kernel of 1; one of 3 would reach over 7 of 5.
        AdvisedModel.of(1, "3", "x = Dilated kernel=2 rate=3 padding=1 out=4")
                .check(
                        "OffCentre",
                        shifts.formatted("", "2 at rate 3", 1) + "kernel 1 (extent 5)" + undo,
                        "x kernel=1");
        // 3 + 2 - 4 = 1: a kernel of 5 just fits.
        AdvisedModel.of(1, "3", "x = Conv kernel=4 padding=1 out=4")
                .check(
                        "OffCentre",
                        shifts.formatted("", 4, 1) + "kernel 3 (extent 3) or 5 (extent 1)" + undo,
                        "x kernel=3",
                        "x kernel=5");
    }

    @Test
    void offCentreKnowsThatATransposedKernelMakesItsMapLarger() {
        String shifts =
                "x shifts its map by half a position: kernel 4 cannot be centred by padding 1 on both sides; use ";
        String undo = ", or undo the shift in another layer of even kernel";
        // 31 + 3 - 2 = 32 and 31 + 5 - 2 = 34.
        AdvisedModel.of(1, "32", "x = TransposedConv kernel=4 padding=1 out=4")
                .check(
                        "OffCentre",
                        shifts + "kernel 3 (extent 32) or 5 (extent 34)" + undo,
                        "x kernel=3",
                        "x kernel=5");
        AdvisedModel.of(1, "", "x = TransposedConv kernel=4 padding=1 out=4")
                .check(
                        "OffCentre",
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
            AdvisedModel.of(1, "32", line).checkSilent("OffCentre");
        }
        // A single unit has no neighbours.
        AdvisedModel.of(1, "2", "x = Conv kernel=4 padding=1 out=4").checkSilent("OffCentre");
    }

    @Test
    void checkerboardNamesAKernelWithThePaddingsThatKeepTheExtent() {
        String sums =
                "checkerboard: neighbouring outputs of u are sums of %s, ... inputs, since %s; use %s, or @Upsample and a stride-1 @Conv";
        String kernel = "kernel 3 is not a multiple of stride 2";
        // 7 * 2 + 3 - 2 + 1 = 16 = 7 * 2 + 4 - 2.
        AdvisedModel.of(1, "8", "u = TransposedConv kernel=3 stride=2 padding=1 outputPadding=1 out=4")
                .check(
                        "CheckerboardUpsampling",
                        sums.formatted(
                                "1, 2, 1, 2",
                                kernel,
                                "kernel 4, a multiple of the stride, with padding 1 and outputPadding 0"),
                        "u kernel=4 outputPadding=0 padding=1");
        // 14 + 3 - 2 = 15 = 14 + 4 - 4 + 1.
        AdvisedModel.of(1, "8", "u = TransposedConv kernel=3 stride=2 padding=1 out=4")
                .check(
                        "CheckerboardUpsampling",
                        sums.formatted(
                                "1, 2, 1, 2",
                                kernel,
                                "kernel 4, a multiple of the stride, with padding 2 and outputPadding 1"),
                        "u kernel=4 outputPadding=1 padding=2");
        AdvisedModel.of(1, "8", "u = TransposedConv kernel=3 stride=2 padding=SAME out=4")
                .check(
                        "CheckerboardUpsampling",
                        sums.formatted("2, 1, 2, 1", kernel, "kernel 4, a multiple of the stride"),
                        "u kernel=4");
        // 14 + 7 - 2 = 19 = 14 + 4 + 1.
        AdvisedModel.of(1, "8", "u = TransposedConv kernel=4 stride=2 rate=2 padding=1 out=4")
                .check(
                        "CheckerboardUpsampling",
                        sums.formatted(
                                "0, 4, 0, 4",
                                "rate 2 and stride 2 share a divisor",
                                "rate 1, which shares no divisor with the stride, with padding 0 and outputPadding 1"),
                        "u outputPadding=1 padding=0 rate=1");
        // 14 + 3 - 1 = 16 = 14 + 4 - 2: a side without padding stays so.
        AdvisedModel.of(1, "8", "u = TransposedConv kernel=3 stride=2 padding=1,0 out=4")
                .check(
                        "CheckerboardUpsampling",
                        sums.formatted(
                                "1, 2, 1, 2",
                                kernel,
                                "kernel 4, a multiple of the stride, with padding 2 before and 0 after and outputPadding 0"),
                        "u kernel=4 outputPadding=0 padding={2, 0}");
        // 14 + 5 = 19 = 14 + 4 + 1.
        AdvisedModel.of(1, "8", "u = TransposedConv kernel=3 stride=2 rate=2 out=4")
                .check(
                        "CheckerboardUpsampling",
                        sums.formatted(
                                "3, 0, 3, 0",
                                "rate 2 and stride 2 share a divisor",
                                "rate 1, which shares no divisor with the stride, and kernel 4, a multiple of the stride, with"
                                        + " padding 0 and outputPadding 1"),
                        "u kernel=4 outputPadding=1 padding=0 rate=1");
        // 14 + 7 = 21, but 14 + 4 + 1 is less, and more output padding is not possible.
        AdvisedModel.of(1, "8", "u = TransposedConv kernel=4 stride=2 rate=2 out=4")
                .check(
                        "CheckerboardUpsampling",
                        sums.formatted(
                                "4, 0, 4, 0",
                                "rate 2 and stride 2 share a divisor",
                                "rate 1, which shares no divisor with the stride, with which the output is 3 smaller"),
                        "u rate=1");
        AdvisedModel.of(2, "8,8", "u = TransposedConv kernel=3,4 stride=2 padding=1 out=4")
                .check(
                        "CheckerboardUpsampling",
                        sums.formatted(
                                        "1, 2, 1, 2",
                                        kernel,
                                        "kernel 4, a multiple of the stride, with padding 2 and outputPadding 1")
                                .replace("inputs,", "inputs in height,"),
                        "u kernel=4 outputPadding={1, 0} padding={2, 1}");
        // 14 + 7 - 4 = 17 = 14 + 10 - 8 + 1.
        AdvisedModel.of(1, "8", "u = TransposedConv kernel=3 stride=2 rate=3 padding=2 out=4")
                .check(
                        "CheckerboardUpsampling",
                        sums.formatted(
                                "2, 1, 2, 1",
                                kernel,
                                "kernel 4, a multiple of the stride, with padding 4 and outputPadding 1"),
                        "u kernel=4 outputPadding=1 padding=4");
        // 14 + 13 = 14 + 10 + 3, but output padding has to be less than the rate of 3.
        AdvisedModel.of(1, "8", "u = TransposedConv kernel=4 stride=2 rate=4 out=4")
                .check(
                        "CheckerboardUpsampling",
                        sums.formatted(
                                "4, 0, 4, 0",
                                "rate 4 and stride 2 share a divisor",
                                "rate 3, which shares no divisor with the stride, with which the output is 3 smaller"),
                        "u rate=3");
    }

    @Test
    void skippedInputNamesAKernelOrARateThatReadsAll() {
        String lost =
                "1 of 2 positions of c is never read: d (%s) steps over them, so what they hold is lost; use %s, or average before striding (@Pool)";
        AdvisedModel.of(1, "16", "c = Conv kernel=3 padding=1 out=4\nd = Conv kernel=1 stride=2 out=4")
                .check(
                        "SkippedInput",
                        lost.formatted("kernel 1, stride 2", "kernel 3 (at least the stride) with padding 1"),
                        "d kernel=3 padding=1");
        AdvisedModel.of(
                        1,
                        "16",
                        "c = Conv kernel=3 padding=1 out=4\nd = Dilated kernel=3 rate=2 stride=2 padding=2 out=4")
                .check(
                        "SkippedInput",
                        lost.formatted(
                                "kernel 3, stride 2, rate 2",
                                "rate 1 (it shares a divisor with the stride) with padding 1"),
                        "d padding=1 rate=1");
        // The first taps of 3 at stride 4 read 3 of 4 positions.
        AdvisedModel.of(1, "16", "c = Conv kernel=3 padding=1 out=4\nd = Conv kernel=3 stride=4 out=4")
                .check(
                        "SkippedInput",
                        "1 of 4 positions of c is never read: d (kernel 3, stride 4) steps over them, so what they hold is lost;"
                                + " use kernel 5 (at least the stride) with padding 1, or average before striding (@Pool)",
                        "d kernel=5 padding=1");
        // What looks back only is padded before only.
        AdvisedModel.of(1, "15", "c = Conv kernel=3 padding=2,0 out=4\nd = Conv kernel=1 stride=2 out=4")
                .check(
                        "SkippedInput",
                        lost.formatted("kernel 1, stride 2", "kernel 3 (at least the stride) with padding {2, 0}"),
                        "d kernel=3 padding={2, 0}");
        // A window of 5 instead of 9 needs less padding than none.
        AdvisedModel.of(1, "16", "c = Conv kernel=3 padding=1 out=4\nd = Dilated kernel=5 rate=2 stride=2 out=4")
                .check(
                        "SkippedInput",
                        lost.formatted(
                                "kernel 5, stride 2, rate 2",
                                "rate 1 (it shares a divisor with the stride), which may change its extent"),
                        "d rate=1");
        // A kernel that is the stride is large enough.
        AdvisedModel.of(
                        1,
                        "16",
                        "c = Conv kernel=3 padding=1 out=4\nd = Dilated kernel=2 rate=2 stride=2 padding=1 out=4")
                .check(
                        "SkippedInput",
                        lost.formatted(
                                "kernel 2, stride 2, rate 2",
                                "rate 1 (it shares a divisor with the stride) with padding {0, 1}"),
                        "d padding={0, 1} rate=1");
        // A rate of 3 reads all at stride 2; two taps more are 6 positions.
        AdvisedModel.of(1, "15", "c = Conv kernel=3 padding=1 out=4\nd = Dilated kernel=1 rate=3 stride=2 out=4")
                .check(
                        "SkippedInput",
                        lost.formatted("kernel 1, stride 2, rate 3", "kernel 3 (at least the stride) with padding 3"),
                        "d kernel=3 padding=3");
    }

    @Test
    void skippedInputNamesThreeOfMoreLayersThatStepOverAMap() {
        List<String> lines = new ArrayList<>(List.of("c = Conv kernel=3 padding=1 out=4"));
        for (String name : List.of("d", "e", "f", "g", "h")) {
            lines.add(name + " = Pool kernel=1 stride=2 from=c");
        }
        lines.add("all = Add from=d,e,f,g,h");
        new AdvisedModel(List.of(16L), 1, lines)
                .check(
                        "SkippedInput",
                        "1 of 2 positions of c is never read: d (kernel 1, stride 2) and e (kernel 1, stride 2) and f (kernel 1, stride"
                                + " 2) and 2 more all step over them, so what they hold is lost; use kernel 3 (at least the stride) with"
                                + " padding 1, or average before striding (@Pool)",
                        "d kernel=3 padding=1");
    }

    @Test
    void largeKernelsAreWrittenAsAStackWhoseLastLayerHasTheStride() {
        // 7 * 4 * 2 + 2 = 58; 3 * 4 * 2 + 2 = 26 and twice 3 * 2 * 2 + 2 = 14.
        AdvisedModel.of(1, "16", "x = Conv kernel=7 padding=3 out=2")
                .check(
                        "LargeKernel",
                        "x (kernel 7) needs 58 parameters where 3 layers of kernel 3 have the same field with 54 and more"
                                + " non-linearities; stack those",
                        "+x kernel=3 padding=1 stride=; +x from= kernel=3 padding=1 stride=; x from= kernel=3 padding=1");
        // 25 * 16 + 4 = 404; twice 9 * 16 + 4 = 148.
        AdvisedModel.of(2, "16,16", "x = Conv kernel=5 stride=2 padding=2 out=4")
                .check(
                        "LargeKernel",
                        "x (5x5, stride 2) needs 404 parameters where 2 layers of 3x3 have the same field with 296 and more"
                                + " non-linearities; stack those, the last one with the stride",
                        "+x kernel=3 padding=1 stride=; x from= kernel=3 padding=1");
        // Padding of 1 cannot be shared by two layers.
        AdvisedModel.of(2, "16,16", "x = Conv kernel=5 padding=1 out=4")
                .check(
                        "LargeKernel",
                        "x (5x5) needs 404 parameters where 2 layers of 3x3 have the same field with 296 and more"
                                + " non-linearities; stack those");
        // 5 * 4 * 2 + 2 = 42; 3 * 4 * 2 + 2 = 26 and 3 * 2 * 2 + 2 = 14.
        AdvisedModel.of(2, "16,16", "x = Conv kernel=5,1 padding=2,0 out=2")
                .check(
                        "LargeKernel",
                        "x (5x1) needs 42 parameters where 2 layers of 3x1 have the same field with 40 and more non-linearities;"
                                + " stack those",
                        "+x kernel={3, 1} padding={1, 0} stride=; x from= kernel={3, 1} padding={1, 0}");
    }

    @Test
    void kernelsThatNoStackReplacesAreNotLarge() {
        for (String line : List.of(
                "x = Conv kernel=3 padding=1 out=2",
                "x = Conv kernel=6 padding=2 out=2",
                "x = Conv kernel=5,7 padding=2,3 out=2",
                "x = Dilated kernel=5 rate=2 padding=4 out=2",
                "x = Conv kernel=5 padding=2 groups=2 out=2",
                "x = DeformableConv kernel=5 padding=2 out=2",
                "x = Conv kernel=5 padding=2",
                "x = Pool kernel=5 padding=2")) {
            AdvisedModel.of(2, "16,16", line).checkSilent("LargeKernel");
        }
    }

    @Test
    void windowsThatReadPaddingGetTheLargestRateThatDoesNot() {
        String global = ", and for the context of the whole map @GlobalPool";
        // At 15 two of 16 units have a second tap inside; a map of 21 has two that have one.
        AdvisedModel.of(1, "16", "x = Dilated kernel=3 rate=20 padding=20 out=4")
                .check(
                        "DegenerateDilation",
                        "x (kernel 3, rate 20) reads padding: only one of its taps ever falls inside its input of 16, so it acts as a"
                                + " layer of kernel 1; use a rate of at most 15 (rate 15 with padding 15) or a map of at least 21"
                                + global,
                        "x padding=15 rate=15");
        // (1 + 2 * 4 / 16) / 3 = 1/2 along each axis; at 10 it is 7/12, and 49/144 is more than a third, at 11 it is
        // less.
        // On 19 rows (1 + 2 * 7 / 19) / 3 = 11/19, and 121/361 is more than a third; on 18 rows it is 25/81.
        AdvisedModel.of(2, "16,16", "x = Dilated kernel=3 rate=12 padding=12 out=4")
                .check(
                        "DegenerateDilation",
                        "x (3x3, rate 12) mostly reads padding: on average 25.0 % of its taps fall inside its input of 16x16, so it"
                                + " acts almost as a 1x1 layer; use a rate of at most 10 (rate 10 with padding 10) or a map of at"
                                + " least 19" + global,
                        "x padding=10 rate=10");
        // Each unit sees all 8 of 33 taps, which is less than a third; 11 are a third.
        AdvisedModel.of(1, "8", "x = Conv kernel=33 padding=16 out=4")
                .check(
                        "DegenerateDilation",
                        "x (kernel 33) mostly reads padding: on average 24.2 % of its taps fall inside its input of 8, so most of its"
                                + " weights are wasted; use a kernel well below the extent or a map of at least 11"
                                + global);
        // The three taps along the width are left. Along the height (1 + 2 * 3 / 16) / 3 = 11/24 at 13, times 19/24 of
        // the width: 209/576 is more than a third, and 5/12 times 19/24 at 14 is less. On 24 rows it is 4/9 times
        // 19/24, which is more, on 23 rows 29/69 times 19/24, which is less.
        AdvisedModel.of(2, "16,64", "x = Dilated kernel=3 rate=20 padding=20 out=4")
                .check(
                        "DegenerateDilation",
                        "x (3x3, rate 20) reads padding: only one of its taps ever falls inside its input of 16x64 in height, so it acts"
                                + " as a 1x3 layer; use a rate of at most 13 (rate {13, 20} with padding {13, 20}) or a map of at"
                                + " least 24" + global,
                        "x padding={13, 20} rate={13, 20}");
        // 1, 2, 3 is sound, but a rate of 2 on 3 positions would leave 2 and 2 with a divisor; on 4 the average is 1/2.
        AdvisedModel.of(1, "3", """
                e = Conv kernel=3 padding=1 out=4
                a = Dilated kernel=3 rate=2 padding=2 out=4
                b = Dilated kernel=3 rate=3 padding=3 out=4
                """.strip())
                .check(
                        "DegenerateDilation",
                        "b (kernel 3, rate 3) reads padding: only one of its taps ever falls inside its input of 3, so it acts as a"
                                + " layer of kernel 1; use a rate well below the extent or a map of at least 4"
                                + global);
    }
}
