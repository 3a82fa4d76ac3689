package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Merges that are misaligned because of one layer. A window of kernel k that pads b cells before its map is centred (k - 1) / 2 - b
 * cells after its unit; a merge of stride-1 layers tolerates half a cell.
 */
final class ShiftsTest {
    private static final String TOGETHER = "MisalignedMerge at one (from the same cause: two)";

    @Test
    void theFirstLayerOfANetworkMayMoveMergesApart() {
        Told.check(64, """
                moved = Conv kernel=5 padding=0,4 out=4
                x = Conv kernel=3 padding=1 out=4 from=<input>
                one = Add from=x,moved
                y = Conv kernel=3 padding=1 out=4 from=<input>
                two = Add from=y,moved
                both = Concat from=one,two
                """, TOGETHER);
    }

    /**
     * Each of a, b, c and d moves its map by half a cell, so that each merge is off by two halves. Without b one and three are aligned;
     * without a one and two are. As one is told with three, and b has nothing to do with two, that is a finding of its own.
     */
    @Test
    void ofTwoLayersThatAlignAsManyTheNearestIsTheCauseAndTheOthersMergeIsAnother() {
        Told.check(64, """
                x = Conv kernel=3 padding=1 out=4
                a = Conv kernel=2 padding=0,1 out=4
                b = Conv kernel=2 padding=0,1 out=4
                c = Conv kernel=2 padding=0,1 out=4 from=a
                d = Conv kernel=2 padding=0,1 out=4 from=b
                one = Add from=x,b
                two = Add from=x,c
                three = Add from=a,d
                p = GlobalPool from=one
                q = GlobalPool from=two
                r = GlobalPool from=three
                all = Concat from=p,q,r
                """, "MisalignedMerge at one (from the same cause: three)", "MisalignedMerge at two");
    }

    /**
     * The field of s is cells 0 to 4, that of x -5 to 5, so that of what joins them is that of x: centred at 0, where s is at 2. Both
     * inputs of one and of two are made of s; once it is centred at 0 all is.
     */
    @Test
    void aLayerThatAllInputsAreMadeOfMayMoveThemApart() {
        assertEquals(
                List.of(TOGETHER),
                Told.of(Told.accepting(Told.model(64, """
                                x = Conv kernel=11 padding=5 out=4
                                s = Conv kernel=5 padding=0,4 out=4 from=<input>
                                joined = Concat from=s,x
                                one = Concat from=s,joined
                                t = Conv kernel=1 out=4 from=s
                                two = Concat from=t,joined
                                both = Concat from=one,two
                                """), "joined", "MisalignedMerge"), LintOptions.DEFAULT));
    }

    /** The fields of x and moved are cells -5 to 5 and 0 to 4, so that of one is that of x: centred at 0, where moved is at 2. */
    @Test
    void aMergeOfAMergeMayBeTheLastLayer() {
        Told.check(64, """
                moved = Conv kernel=5 padding=0,4 out=4
                x = Conv kernel=11 padding=5 out=4 from=<input>
                one = Add from=x,moved
                two = Add from=one,moved
                """, TOGETHER);
    }

    /** A unit of a reads cells -1 to 1, that of b 3 to 5, so that of both cell 2 is read by neither: it is where they are moved apart. */
    @Test
    void whatInputsThatAreMovedApartLeaveUnreadBetweenThemIsToldWithTheMerge() {
        Told.check(64, """
                x = Conv kernel=3 padding=1 out=4
                a = Crop padding=0,4
                b = Crop padding=4,0 from=x
                sum = Add from=a,b
                """, "MisalignedMerge at sum (from the same cause: UnreadPixels at sum)");
    }

    /** Only what is off its centre is tried, 24 times at the most, the nearest first: the layer that moves both is the farthest. */
    @Test
    void twentyFourLayersAreTried() {
        Told.check(64, moved(1, 23), TOGETHER);
        Told.check(64, moved(1, 24), "MisalignedMerge at one", "MisalignedMerge at two");
    }

    /** Of a network of 2,590 layers it is 19, with which 50,000 are followed again. */
    @Test
    void ofAHugeNetworkFewerLayersAreTried() {
        Told.check(64, moved(2560, 19), "MisalignedMerge at one", "MisalignedMerge at two");
    }

    /** A layer that moves all by two cells, and between it and the merges others that undo each other, and some that are centred. */
    private static String moved(int before, int others) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            lines.add("before" + i + " = Conv kernel=1 out=4");
        }
        lines.add("x = Conv kernel=3 padding=1 out=4");
        lines.add("moved = Conv kernel=5 padding=0,4 out=4 from=before" + (before - 1));
        int rest = others;
        if (others % 2 == 1) {
            lines.add("back = Conv kernel=5 padding=4,0 out=4");
            lines.add("on1 = Conv kernel=3 padding=0,2 out=4");
            lines.add("on2 = Conv kernel=3 padding=0,2 out=4");
            rest -= 3;
        }
        for (int i = 0; i < rest; i++) {
            lines.add("other" + i + " = Conv kernel=3 out=4 padding=" + (i % 2 == 0 ? "0,2" : "2,0"));
        }
        lines.add("centred = Conv kernel=3 padding=1 out=4");
        lines.add("halved = Conv kernel=4 stride=2 padding=1 out=4");
        lines.add("doubled = Upsample scale=2");
        lines.add("one = Add from=x,doubled");
        lines.add("y = Conv kernel=3 padding=1 out=4 from=x");
        lines.add("two = Add from=y,doubled");
        lines.add("both = Concat from=one,two");
        return String.join("\n", lines);
    }
}
