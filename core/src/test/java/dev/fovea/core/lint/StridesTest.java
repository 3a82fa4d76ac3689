package dev.fovea.core.lint;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one stride brings: it goes once the stride is 1. */
final class StridesTest {
    /**
     * The stride of s makes 16 units of 64, too few for a rate of 20. Unit v is centred at 4v + 1/2, the four cells that it stands for at
     * 4v + 3/2: the merge is off by 1. With a stride of 1 the map has 64 units, centred at v + 1/2, which an even kernel may be.
     */
    private static final String STRIDED = """
            s = Conv kernel=6 stride=4 padding=2,3 out=4
            wide = Dilated kernel=3 rate=20 padding=20 out=4
            up = Upsample to=x
            sum = Add from=x,up
            """;

    private static final String TOLD = "MisalignedMerge at sum (from the same cause: DegenerateDilation at wide)";

    /**
     * With a stride of 2 b reads 0, 4, 18, 14, 22 to either side: the taps of a, 4 apart, and their pictures 18 further. Positions of p that
     * are odd are never read, since 4 and 2 are even; with a stride of 1 all are, and what is unread is between the taps of b.
     */
    @Test
    void whatAStrideSkipsIsToldWithWhatIsLeftUnreadThere() {
        Told.check(64, """
                p = Conv kernel=1 out=4
                a = Dilated kernel=3 rate=4 padding=4 out=4 stride=2
                b = Dilated kernel=3 rate=9 padding=9 out=4
                """, "UnreadPixels at a (from the same cause: SkippedInput at a)");
    }

    /** Layers without a stride on the way are none to try. */
    @Test
    void whatAStrideMakesTooSmallIsToldWithTheMergeThatItMovesApart() {
        Told.checkButUnread(64, """
                x = Conv kernel=3 padding=1 out=4
                a = Conv kernel=3 padding=1 out=4
                b = Conv kernel=3 padding=1 out=4
                c = Conv kernel=3 padding=1 out=4
                d = Conv kernel=3 padding=1 out=4
                """ + STRIDED, TOLD);
    }

    /** None of the strides of layers that halve one map in parallel can be 1 by itself; the fourth stride that is tried is the last. */
    @Test
    void fourStridesAreTried() {
        Told.checkButUnread(64, halved(3, 1), TOLD);
        Told.checkButUnread(64, halved(4, 1), "MisalignedMerge at sum", "DegenerateDilation at wide");
    }

    /** Of a network of 2,600 layers it is three, with which 10,000 are judged again. */
    @Test
    void ofAHugeNetworkFewerAreTried() {
        Told.checkButUnread(64, halved(3, 2590), "MisalignedMerge at sum", "DegenerateDilation at wide");
    }

    private static String halved(int times, int before) {
        String halves = IntStream.range(0, times).mapToObj(i -> "half" + i).collect(Collectors.joining(","));
        return IntStream.range(0, before)
                        .mapToObj(i -> "before" + i + " = Conv kernel=1 out=4\n")
                        .collect(Collectors.joining())
                + "x = Conv kernel=3 padding=1 out=4\n"
                + IntStream.range(0, times)
                        .mapToObj(i -> "half" + i + " = Pool kernel=2 stride=2 from=x\n")
                        .collect(Collectors.joining())
                + "halves = Add from=" + halves + "\n"
                + STRIDED;
    }
}
