package dev.fovea.core.lint;

import org.junit.jupiter.api.Test;

/** Merges whose inputs differ in extent, and what is found on the way to them. Windows of kernel k without padding take k - 1 away. */
final class MismatchesTest {
    /** {@code pool} makes 16 of 64, where no tap of rate 20 but the middle one falls on the map; doubled, 16 is 32, not 64. */
    @Test
    void aWindowThatIsTooLargeOnTheWayToOneInputIsToldWithTheMerge() {
        Told.check(64, """
                x = Conv kernel=3 padding=1 out=4
                pool = Conv kernel=3 stride=4 padding=1 out=4
                d = Dilated kernel=3 rate=20 padding=20 out=4
                up = Upsample scale=2
                sum = Add from=x,up
                """, "ShapeMismatch at sum (from the same cause: DegenerateDilation at d)");
    }

    /** Whatever the inputs of the merge are made of, 70 is too much for a map of 64: both inputs are made of it. */
    @Test
    void aWindowThatIsTooLargeOnTheWayToBothInputsIsAFindingOfItsOwn() {
        Told.check(64, """
                t = Dilated kernel=3 rate=70 padding=70 out=4
                x = Conv kernel=3 padding=1 out=4
                y = Conv kernel=3 padding=4 out=4 from=t
                sum = Add from=x,y
                """, "ShapeMismatch at sum", "DegenerateDilation at t");
    }

    @Test
    void anEvenKernelThatMakesAnInputSmallerIsToldWithTheMerge() {
        Told.check(64, """
                x = Conv kernel=3 padding=1 out=4
                y = Conv kernel=4 padding=1 out=4
                sum = Add from=x,y
                """, """
                ShapeMismatch at sum (from the same cause: OffCentre at y)
                the network runs with one number changed by one: kernel = 3 at y (now 4)""");
    }

    /**
     * {@code same} has inputs that agree, one of which is made of {@code even}: it is not to blame, which leaves {@code less},
     * of kernel 5. What {@code even} does to its centres is another matter.
     */
    @Test
    void anEvenKernelThatIsNotToBlameIsAFindingOfItsOwn() {
        Told.check(64, """
                x = Conv kernel=2 out=4
                even = Conv kernel=4 padding=1 out=4 from=<input>
                same = Add from=x,even
                less = Conv kernel=5 out=4 from=even
                sum = Add from=same,less
                one = GlobalPool from=sum
                """, "ShapeMismatch at sum", "OffCentre at even");
    }

    /** All that both mismatches have in common is {@code narrow}, the first layer. */
    @Test
    void theFirstLayerOfANetworkMayBeToBlame() {
        Told.check(64, """
                narrow = Conv kernel=2 out=4
                x = Conv kernel=3 padding=1 out=4 from=<input>
                one = Add from=x,narrow
                y = Conv kernel=3 padding=1 out=4 from=<input>
                two = Add from=y,narrow
                both = Concat from=one,two
                """, """
                ShapeMismatch at one (from the same cause: two)
                the network runs with one number changed by one: kernel = 1 at narrow (now 2)""");
    }

    /** Both inputs of {@code same} are made of {@code narrow}: that they agree says nothing of it. */
    @Test
    void whatBothInputsOfASoundMergeAreMadeOfMayBeToBlame() {
        Told.check(64, """
                narrow = Conv kernel=2 out=4
                p = Conv kernel=1 out=4
                q = Conv kernel=3 padding=1 out=4 from=narrow
                same = Add from=p,q
                x = Conv kernel=3 padding=1 out=4 from=<input>
                one = Add from=x,narrow
                y = Conv kernel=3 padding=1 out=4 from=<input>
                two = Add from=y,narrow
                both = Concat from=one,two
                a = GlobalPool
                b = GlobalPool from=same
                all = Concat from=a,b
                """, """
                ShapeMismatch at one (from the same cause: two)
                the network runs with one number changed by one: kernel = 1 at narrow (now 2)""");
    }

    /** {@code gated} runs whatever the extent of {@code narrow}. */
    @Test
    void aGateOfASingleUnitShowsNoLayerToBeSound() {
        Told.check(64, """
                x = Conv kernel=3 padding=1 out=4
                narrow = Conv kernel=2 out=4
                unit = GlobalPool
                gated = Multiply from=x,unit
                one = Add from=x,narrow
                y = Conv kernel=3 padding=1 out=4 from=x
                two = Add from=y,narrow
                both = Concat from=one,two
                a = GlobalPool
                b = GlobalPool from=gated
                all = Concat from=a,b
                """, """
                ShapeMismatch at one (from the same cause: two)
                the network runs with one number changed by one: kernel = 1 at narrow (now 2)""");
    }

    /**
     * Of 64 and 32 units, 4 times 32 are not 64, and half of 64 without padding are 31: either sum is wrong by itself. Both are made of
     * low, but two times 32 are 64, in the third.
     */
    @Test
    void whatAnotherMergeShowsToBeSoundIsNotToBlame() {
        Told.check(64, """
                high = Conv kernel=3 padding=1 out=4
                low = Conv kernel=3 stride=2 padding=1 out=4
                raised = Upsample scale=4 from=low
                one = Add from=high,raised
                lowered = Conv kernel=3 stride=2 out=4 from=high
                two = Add from=low,lowered
                sound = Upsample scale=2 from=low
                three = Add from=high,sound
                p = GlobalPool from=one
                q = GlobalPool from=two
                r = GlobalPool from=three
                all = Concat from=p,q,r
                """, "ShapeMismatch at one", "ShapeMismatch at two");
    }

    /** 127 units, of which every second is made of more taps than its neighbours: that is so whatever the sum's other input has. */
    @Test
    void whatIsWrongWithALayerWhateverItsExtentIsAFindingOfItsOwn() {
        Told.check(64, """
                x = Conv kernel=3 padding=1 out=4
                t = TransposedConv kernel=3 stride=2 padding=1 out=4
                sum = Add from=x,t
                """, """
                ShapeMismatch at sum
                the network runs with one number changed by one: stride = 1 at t (now 2)""", "CheckerboardUpsampling at t");
    }

    /** The extents are 63, 62, 61 and 60. One and two have b in common, one and three a: no layer explains all three. */
    @Test
    void mergesThatNoSingleLayerExplainsAreNotOneFinding() {
        Told.check(64, """
                a = Conv kernel=2 out=4 from=<input>
                b = Conv kernel=3 out=4 from=<input>
                c = Conv kernel=4 out=4 from=<input>
                d = Conv kernel=5 out=4 from=<input>
                one = Add from=a,b
                two = Add from=b,c
                three = Add from=a,d
                all = Concat from=one,two,three
                """, "ShapeMismatch at one (from the same cause: two)", "ShapeMismatch at three");
    }

    /** {@code wide} is on the way to the second merge only. */
    @Test
    void aWindowOnTheWayToAMergeThatIsToldWithAnotherIsToldAsWell() {
        Told.check(64, """
                x = Conv kernel=3 padding=1 out=4
                a = Conv kernel=2 out=4
                one = Add from=x,a
                wide = Dilated kernel=3 rate=70 padding=70 out=4 from=a
                two = Add from=x,wide
                both = Concat from=one,two
                """, """
                ShapeMismatch at one (from the same cause: two, DegenerateDilation at wide)
                the network runs with one number changed by one: kernel = 1 at a (now 2)""");
    }

    /**
     * 62 halved is 31, halved again 15, doubled 30, not 31; with e, 61 halved is 30, doubled 60, not 61. With 61 both merges run: 30,
     * 15, 30 and 60, 30, 60. So they have one cause, though no layer in common, and {@code e} is a part of the second only.
     */
    @Test
    void mergesThatOneOtherSizeMendsAreOneFindingWithWhatIsOnTheWayToThem() {
        Told.check(62, """
                a1 = Pool kernel=2 stride=2 from=<input>
                a2 = Pool kernel=2 stride=2
                a3 = Upsample scale=2
                a = Add from=a1,a3
                x = Conv kernel=2 out=4 from=<input>
                e = Conv kernel=4 padding=1 out=4 from=<input>
                b2 = Pool kernel=2 stride=2
                b3 = Upsample scale=2
                b = Add from=x,b3
                p = GlobalPool from=a
                q = GlobalPool from=b
                all = Concat from=p,q
                """, "ShapeMismatch at a (from the same cause: b, OffCentre at e)");
    }

    /** No size of the input gives the 3 channels of w a fourth. */
    @Test
    void aMergeThatNoSizeMendsIsNotOneWithThoseThatOneMends() {
        String sizes = """
                a1 = Pool kernel=2 stride=2 from=<input>
                a2 = Pool kernel=2 stride=2
                a3 = Upsample scale=2
                a = Add from=a1,a3
                """;
        String channels = """
                w = Conv kernel=1 out=3 from=<input>
                c = Add from=<input>,w
                """;
        String end = """
                p = GlobalPool from=a
                q = GlobalPool from=c
                all = Concat from=p,q
                """;
        Told.check(62, sizes + channels + end, "ShapeMismatch at a", "ShapeMismatch at c");
        Told.check(62, channels + sizes + end, "ShapeMismatch at c", "ShapeMismatch at a");
    }

    /** Five channels of four, and then eight of what is left: the second is told with the first. */
    @Test
    void aSliceOfAFaultySliceIsToldWithIt() {
        Told.check(8, """
                s = Slice begin=2 end=5
                t = Slice begin=0 end=8
                """, "ShapeMismatch at s (from the same cause: t)");
    }

    @Test
    void aSliceOfASoundMapIsAFindingOfItsOwn() {
        Told.check(8, """
                x = Conv kernel=3 padding=1 out=4
                a = Slice begin=0 end=50
                b = Slice begin=0 end=50 from=<input>
                both = Concat from=a,b
                """, "ShapeMismatch at a", "ShapeMismatch at b");
    }
}
