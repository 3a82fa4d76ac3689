package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which gaps are losses, at which layer they open, and what is said of them, worked out by hand. */
final class UnreadGapsTest {
    private static final String MERGE =
            "the inputs of s read places too far apart; add one that reads in between, such as a branch of a smaller rate";
    private static final String OPENS = "the gap opens at %s; use a smaller rate or stride there";

    private static void check(int axes, String text, String... told) {
        assertEquals(List.of(told), AdvisedModel.of(axes, "", text).told(new UnreadPixels()));
    }

    /** In height three windows of 3 that are 4 apart, in width 5 apart: 9 of 11 and 9 of 13. */
    @Test
    void gapsAlongTwoAxesOpenAtALayerEach() {
        String loss = "y reads 81 of the 143 pixels of its field (62 lost, the first at offset 0, 3): ";
        String bridge = ", and the layers of smaller steps bridge at most 3; use a rate of at most 3 ";
        check(
                2,
                """
                x = Pool kernel=3 stride=1 rate=4,1 padding=4,1
                y = Pool kernel=3 stride=1 rate=1,5 padding=1,5
                """,
                "x.rate[0]: " + loss + "the taps of x are 4 pixels apart in height" + bridge
                        + "(rate {3, 1} with padding {3, 1})\n  read in height: ###.###.###",
                "y.rate[1]: " + loss + "its taps are 5 pixels apart in width" + bridge
                        + "(rate {1, 3} with padding {1, 3})\n  read in width: ###..###..###");
    }

    /** Each tap of d is a window of 3, since the data moves it by one; y makes that 5 in height, x in width. */
    @Test
    void whereTheDataMovesTapsTheTopmostLayerWithoutAGapBelowItAlongTheSameAxisIsNamed() {
        String loss = "y reads 225 of the 441 pixels of its field (216 lost, the first at offset 0, 5): ";
        check(
                2,
                """
                d = DeformableConv kernel=1 maxOffset=1 out=4
                x = Pool kernel=3 stride=1 rate=8,1 padding=8,1
                y = Pool kernel=3 stride=1 rate=1,8 padding=1,8
                """,
                "x.rate[0]: " + loss + OPENS.formatted("x") + "\n  read: #####...#####...#####",
                "y.rate[1]: " + loss + OPENS.formatted("y") + "\n  read: #####...#####...#####");
    }

    /** The rows are read from end to end, so only columns can have gaps, and only those are counted. */
    @Test
    void besideAnAxisThatIsReadAsAWholeGapsAlongTheOtherAreFound() {
        String counted = "r reads 3 of the 17 positions of its field in width (14 lost, the first at offset 1): ";
        check(
                2,
                "x = Pool kernel=3 stride=1 rate=1,8 padding=1,8\nr = Recurrent units=4",
                "x.rate[1]: " + counted + "the taps of x are 8 pixels apart in width and no layer reads in between;"
                        + " use rate 1 with padding 1\n  read in width: #.......#.......#");
        // Unit 1 is the sum of tap 0 of pixel 1 and tap 2 of pixel -2: 1 = 2 * 1 - 1 = 2 * -2 + 6 - 1; unit 0 reads
        // one.
        check(
                2,
                "u = TransposedConv kernel=3 stride=2 rate=1,3 padding=1 out=4\nr = Recurrent units=4",
                "u: position 0, 1 of r reads 2 of the 4 positions of its field in width (2 lost, the first at offset 1): "
                        + OPENS.formatted("u in width") + "\n  read in width: #..#");
        check(2, "x = Conv kernel=3 padding=1 out=4\nr = Recurrent units=4");
    }

    @Test
    void theFirstUnitWithAGapIsNamed() {
        check(
                1,
                "u = TransposedConv kernel=3 stride=2 rate=3 padding=1 out=4",
                "u: position 1 of u reads 2 of the 4 pixels of its field (2 lost, the first at offset 1): "
                        + OPENS.formatted("u") + "\n  read: #..#");
    }

    /** Taps 3 apart of units 2 apart leave pixels 1 and 4 of 6 to their neighbours; taps side by side leave none. */
    @Test
    void aGapBetweenUnitsIsClosedByTheRatesBelow() {
        check(
                1,
                "a = Pool kernel=2 stride=2 rate=3\nb = Conv kernel=2 out=4",
                "b: b reads 4 of the 6 pixels of its field (2 lost, the first at offset 1): its taps are 2 pixels apart and"
                        + " no layer reads in between; write rate = 1 at a\n  read: #.##.#");
    }

    /** Of 4 pixels two are read by some unit, 0 and 1, and a kernel of 2 reaches no further at any rate. */
    @Test
    void aGapThatNoRateClosesIsLeftToStridesAndKernels() {
        check(
                1,
                "a = Pool kernel=2 stride=4 rate=5\nb = Conv kernel=2 out=4",
                "b: b reads 4 of the 10 pixels of its field (6 lost, the first at offset 1): its taps are 4 pixels apart and"
                        + " no layer reads in between; use smaller strides, or larger kernels, before it\n  read: #...##...#");
    }

    /** Rates 1 and 9 are reported by themselves; c is the exit of their stack, 4 apart over windows of 3. */
    @Test
    void theExitOfAStackThatIsReportedIsNot() {
        check(1, """
                a = Dilated kernel=3 rate=1 padding=1 out=4
                b = Dilated kernel=3 rate=9 padding=9 stride=4 out=4
                c = Conv kernel=3 padding=1 out=4
                """);
    }

    /** Nine crosses two apart cover what has an odd row or column: 49 - 4 * 4 = 33, and all rows and columns. */
    @Test
    void aLossThatNoProjectionShowsMayOpenAtAWindow() {
        check(
                2,
                """
                a = Conv kernel=3,1 padding=1,0 out=4 from=<input>
                b = Conv kernel=1,3 padding=0,1 out=4 from=<input>
                s = Add from=a,b
                x = Dilated kernel=3 rate=2 padding=2 out=4
                """,
                "x: x reads 33 of the 49 pixels of its field (16 lost, the first at offset 0, 0): "
                        + OPENS.formatted("x"));
    }

    @Test
    void pixelsThatNoUnitReadsAreTheStridesFault() {
        // A cross of nine units two apart lies on even rows and columns only.
        check(2, """
                p = Conv kernel=1 stride=2 out=4
                a = Conv kernel=5,1 padding=2,0 out=4
                b = Conv kernel=1,5 padding=0,2 out=4 from=p
                s = Add from=a,b
                """);
        check(1, "a = Conv kernel=2 stride=3 out=4\nb = Conv kernel=2 out=4");
        // The longest fields and steps that are followed: 1 << 16.
        check(1, "a = Conv kernel=1 stride=65535 out=4\nb = Conv kernel=2 out=4");
        check(1, "a = Dilated kernel=2 rate=2 stride=65536 out=4");
    }

    /** Unit 1 of u reads from 0 to 70000, more than is followed: that unit 1 of x reads 30000 shows in x already. */
    @Test
    void whatIsTooLongToFollowIsTakenToBeRead() {
        check(
                1,
                "x = Dilated kernel=2 rate=40000 stride=30000 out=4\nu = TransposedConv kernel=3 stride=2 padding=1 out=4",
                "x.rate[0]: u reads 2 of the 40001 pixels of its field (39999 lost, the first at offset 1): "
                        + OPENS.formatted("x"));
        // 80001 rows are too many to count the pixels of two branches, each of which decides along one axis.
        String loss = "s does not read all pixels of its field: the taps of ";
        check(
                2,
                """
                a = Dilated kernel=3,1 rate=40000,1 padding=40000,0 out=4 from=<input>
                b = Dilated kernel=1,3 rate=1,2 padding=0,2 out=4 from=<input>
                s = Add from=a,b
                """,
                "a.rate[0]: " + loss
                        + "a are 40000 pixels apart in height and no layer reads in between; use rate 1 with padding"
                        + " {1, 0}",
                "b.rate[1]: " + loss
                        + "b are 2 pixels apart in width and no layer reads in between; use rate 1 with padding"
                        + " {0, 1}\n  read in width: #.#.#");
    }

    /** Its inputs drift apart: pixel 1 is read by the second unit, through the finer one. */
    @Test
    void ofInputsThatDifferInJumpEachGapIsALoss() {
        check(
                1,
                "a = Dilated kernel=3 rate=2 out=4 from=<input>\nb = Pool kernel=1 stride=2 from=<input>\ns = Add from=a,b",
                "s: s reads 3 of the 5 pixels of its field (2 lost, the first at offset 1): " + MERGE
                        + "\n  read: #.#.#");
    }
}
