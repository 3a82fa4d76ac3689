package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What messages on merges say and tell to write, worked out by hand and typed in. */
final class MergeAdviceTest {
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

    /** The first unit of v's first window sees one window of w more to the left, so that all of it do. */
    @Test
    void windowsBehindWindowsAreAlignedUnlessSomethingElseIsOff() {
        String windows = """
                w = Attention window=7
                d = Conv kernel=3 stride=2 padding=1 out=4
                %sv = Attention window=7
                s = Add from=d,v
                """.strip();
        assertFalse(AdvisedModel.of(2, "56,56", windows.formatted(""))
                .rules("MisalignedMerge")
                .contains("MisalignedMerge"));
        assertTrue(AdvisedModel.of(2, "56,56", windows.formatted("c = Conv kernel=9 padding=8,8,0,0 out=4\n"))
                .rules("MisalignedMerge")
                .contains("MisalignedMerge"));
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
}
