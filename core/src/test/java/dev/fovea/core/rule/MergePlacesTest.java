package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.report.Rational;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which inputs of a merge are said to be apart, and where: places of fields worked out by hand. */
final class MergePlacesTest {
    private static final String SUM =
            "inputs of s are misaligned: %s after %s, more than strides and even kernels explain; ";
    private static final String MOVE =
            "move %s back by %s (more padding at its begin, less at its end) or %s forward, or state @Expect(offset = \"%s\") if it"
                    + " is meant";

    private static AdvisedModel model(String text) {
        return AdvisedModel.of(2, "16,16", text.strip());
    }

    /** Centres at 0, 1 and 3; that the channels are pinned says nothing of places. */
    @Test
    void theInputsFurthestApartAreNamed() {
        assertEquals(
                List.of("s.from[2]: " + SUM.formatted("c is centred 3 pixels", "a")
                        + MOVE.formatted("c", "3 positions", "a", 3)),
                model("""
                        a = Conv kernel=1 out=4 from=<input>
                        b = Conv kernel=3 padding=0,0,2,2 out=4 from=<input>
                        c = Conv kernel=7 padding=0,0,6,6 out=4 from=<input>
                        s = Add from=a,b,c Expect channels=4
                        """).told(new MisalignedMerge()));
    }

    /** Centres at 0, 2 and 0, where c has two even kernels: b is as far from both, and nothing is before a. */
    @Test
    void ofPairsAsFarApartTheFirstIsNamed() {
        model("""
                a = Conv kernel=1 out=4 from=<input>
                b = Conv kernel=5 padding=0,0,4,4 out=4 from=<input>
                half = Conv kernel=2 padding=0,0,1,1 out=4 from=<input>
                c = Conv kernel=4 padding=2,2,1,1 out=4
                s = Add from=a,b,c
                """)
                .check(
                        "MisalignedMerge",
                        SUM.formatted("b is centred 2 pixels", "a") + MOVE.formatted("b", "2 positions", "a", 0),
                        "b padding=2",
                        "s Expect offset=\"0\"");
    }

    /** Taps of a at -1 to 1, of b at 0 to 2: either padding can be used up, unless something else reads the map. */
    @Test
    void aPaddingIsTakenAwayAsAWholeAndOnlyWhereTheMergeAloneReadsTheMap() {
        String text = """
                a = Conv kernel=3 padding=1 out=4 from=<input>
                b = Conv kernel=3 padding=0,0,2,2 out=4 from=<input>
                s = Add from=a,b
                """;
        String message = SUM.formatted("b is centred 1 pixel", "a") + MOVE.formatted("b", "1 position", "a", 1);
        model(text).check("MisalignedMerge", message, "b padding=1", "a padding={0, 0, 2, 2}", "s Expect offset=\"1\"");
        model(text.replaceFirst("<input>", "<input> Endpoint value=fine"))
                .check("MisalignedMerge", message, "b padding=1", "s Expect offset=\"1\"");
    }

    /** Taps of a at 0 and 1, of b at -3 to 1, two pixels apart each: half a pixel against -1, and one is excused. */
    @Test
    void onlyPositionsOfOneMapArePhasesOfIt() {
        model("""
                a = Conv kernel=2 stride=2 out=4
                b = Conv kernel=5 stride=2 padding=3,3,1,1 out=4 from=<input>
                s = Concat from=a,b
                """)
                .check(
                        "MisalignedMerge",
                        SUM.formatted("a is centred 3/2 pixels (3/4 position)", "b")
                                + "shift one with padding, @Pad or @Crop, or state @Expect(offset = \"-3/2\") if it is meant",
                        "s Expect offset=\"-3/2\"");
    }

    /** Every fourth pixel from 0 on, beside every fourth from another on: less than 4 pixels apart they are phases. */
    @Test
    void phasesThatAreConcatenatedAreApartOnPurpose() {
        String phases = """
                a = Pool kernel=1 stride=4 from=<input>
                cut = Crop padding=%s,0 from=<input>
                p = Pool kernel=%s stride=4
                s = %s""";
        AdvisedModel.of(1, "", phases.formatted(3, 1, "Concat from=a,p")).checkSilent("MisalignedMerge");
        checkApart("4 pixels (1 position)", phases.formatted(4, 1, "Concat from=a,p"));
        checkApart("3 pixels (3/4 position)", phases.formatted(3, 1, "Add from=a,p"));
        // Means of pixels 2 to 4, 6 to 8.
        checkApart("3 pixels (3/4 position)", phases.formatted(2, 3, "Concat from=a,p"));
        checkApart("3 pixels (3/4 position)", phases.formatted(2, 3, "Concat from=p,a"));
    }

    private static void checkApart(String distance, String text) {
        List<String> told = AdvisedModel.of(1, "", text).told(new MisalignedMerge());
        assertEquals(1, told.size(), text);
        assertEquals(
                "s.from[1]: inputs of s are misaligned: p is centred " + distance + " after a",
                told.get(0).split(",", 2)[0]);
    }

    /** A kernel of 5 is 3/2 off the middle of the 4 pixels that its unit stands for, and just that is excused. */
    @Test
    void whatStridesExplainExactlyIsAligned() {
        model("""
                d = Conv kernel=5 stride=4 padding=2 out=4
                u = Upsample scale=4
                s = Add from=<input>,u
                """).checkSilent("MisalignedMerge");
    }

    /** Windows of 3 and 5 end at their units, since what they see beyond is cropped: their middles are no matter. */
    @Test
    void whereNoInputSeesBeyondItsPlaceEndsAreCompared() {
        model("""
                a = Conv kernel=3 padding=2 out=4 from=<input>
                x = Crop padding=0,0,2,2
                b = Conv kernel=5 padding=4 out=4 from=<input>
                y = Crop padding=0,0,4,4
                s = Add from=x,y
                """).checkSilent("MisalignedMerge");
    }

    /** Units of a see from 0 to 2, those of c pixel 2: on a sequence the present is last, on an image it is a shift. */
    @Test
    void onASequenceInputsThatEndTogetherAreAligned() {
        String text = "a = Conv kernel=3 out=4\nc = Crop padding=%s from=<input>\ns = Add from=a,c";
        AdvisedModel.of(1, "16", text.formatted("2,0")).checkSilent("MisalignedMerge");
        String message =
                "s.from[1]: " + SUM.formatted("c is centred 1 pixel", "a") + MOVE.formatted("c", "1 position", "a", 1);
        assertEquals(List.of(message), model(text.formatted("2,2,0,0")).told(new MisalignedMerge()));
    }

    /** Units of x see from -4 to 0, which is cropped and not stated; those of b from -1 to 1, one pixel into the future. */
    @Test
    void onASequenceEndsAreComparedWhereOneInputHasGrownIntoThePastOnly() {
        List<String> told = AdvisedModel.of(1, "16", """
                a = Conv kernel=5 padding=4 out=4
                x = Crop padding=0,4
                b = Conv kernel=3 padding=1 out=4 from=<input>
                s = Add from=x,b
                """.strip()).told(new MisalignedMerge());
        assertEquals(1, told.size());
        assertEquals(
                "s.from[1]: inputs of s are misaligned: b ends 1 pixel after x",
                told.get(0).split(",", 2)[0]);
    }

    private static List<String> shifted(String others, String merge) {
        return AdvisedModel.of(1, "16", """
                x = Conv kernel=3 padding=1 out=4
                some = Slice begin=0 end=2
                cut = Crop padding=2,0
                late = Pad padding=0,2
                """ + others + "\ns = " + merge).told(new MisalignedMerge());
    }

    /** Channels of x from two pixels on, beside or upon others. */
    @Test
    void onlyGroupsOfOneMapsChannelsAreShiftedOnPurpose() {
        String rest = "rest = Slice begin=2 end=4 from=x";
        String apart = "inputs of s are misaligned: late is centred 2 pixels after ";
        assertEquals(List.of(), shifted(rest, "Concat from=late,rest"));
        List<List<String>> others = List.of(
                shifted(rest, "Add from=late,rest"),
                shifted("rest = Normalize value=BATCH from=x", "Concat from=late,rest"),
                shifted(
                        "y = Conv kernel=3 padding=1 out=4 from=<input>\nrest = Slice begin=0 end=2",
                        "Concat from=late,rest"));
        for (List<String> told : others) {
            assertEquals(1, told.size());
            assertEquals("s.from[1]: " + apart + "rest", told.get(0).split(",", 2)[0]);
        }
    }

    @Test
    void channelsOfTheInputAreAMapsToo() {
        AdvisedModel.of(1, "16", """
                some = Slice begin=0 end=2 from=<input>
                cut = Crop padding=2,0
                late = Pad padding=0,2
                rest = Slice begin=2 end=4 from=<input>
                s = Concat from=late,rest
                """.strip()).checkSilent("MisalignedMerge");
    }

    /** Only the odd units of t are kept, to which its single tap does not lead. */
    @Test
    void anInputThatSeesNothingIsNowhere() {
        AdvisedModel.of(1, "16", """
                t = TransposedConv kernel=1 stride=2 outputPadding=1 out=4
                c = Crop padding=1,0
                p = Pool kernel=1 stride=2
                q = Conv kernel=5 padding=0,4 out=4 from=<input>
                s = Add from=<input>,q,p
                """.strip())
                .check(
                        "MisalignedMerge",
                        SUM.formatted("q is centred 2 pixels", "the input")
                                + "move q back by 2 positions (more padding at its begin, less at its end) or the input forward",
                        "q padding=2");
    }

    /** c starts at -9, and drifts away: it is not on the grid of the others. */
    @Test
    void inputsOfAnotherJumpAreNotCompared() {
        assertEquals(
                List.of("s.from[1]: " + SUM.formatted("b is centred 2 pixels", "a")
                        + "move b back by 2 positions (more padding at its begin, less at its end) or a forward"),
                AdvisedModel.of(2, "", """
                        a = Conv kernel=1 out=4 from=<input>
                        b = Conv kernel=5 padding=0,0,4,4 out=4 from=<input>
                        c = Conv kernel=1 stride=2 padding=9 out=4 from=<input>
                        s = Add from=a,b,c
                        """.strip()).told(new MisalignedMerge()));
    }

    /** The inputs of a sum are entries of one attribute; the shortcut of a residual layer is one of its own. */
    @Test
    void theAttributeThatNamesTheInputIsThePlace() {
        assertEquals(
                List.of(
                        "r.shortcut[-1]: inputs of r are misaligned: p is centred 2 pixels after m, more than strides and even"
                                + " kernels explain; " + MOVE.formatted("p", "2 positions", "m", 2)),
                model("""
                        p = Conv kernel=3 padding=1 out=4
                        m = Conv kernel=5 padding=4,4,0,0 out=4
                        r = Residual from=m shortcut=p
                        """).told(new MisalignedMerge()));
    }

    @Test
    void noneAndMoreThanOneArePlural() {
        assertEquals("0 pixels", Merge.pixels(Rational.ZERO));
        assertEquals("1/2 pixel", Merge.pixels(Rational.of(1, 2)));
        assertEquals("1 pixel", Merge.pixels(Rational.ONE));
        assertEquals("3/2 pixels", Merge.pixels(Rational.of(3, 2)));
    }
}
