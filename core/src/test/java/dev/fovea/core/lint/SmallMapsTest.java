package dev.fovea.core.lint;

import org.junit.jupiter.api.Test;

/** Windows that are too large for a map: a stride of 8 makes 8 units of 64, where of rates above 7 only the middle tap falls on the map. */
final class SmallMapsTest {
    private static final String MAP = """
            small = Conv kernel=9 stride=8 padding=1 out=4
            x = Conv kernel=3 padding=1 out=4 from=<input>
            """;

    private static String wide(String name, int rate, String from) {
        return "%s = Dilated kernel=3 rate=%s padding=%s out=4 from=%s\n".formatted(name, rate, rate, from);
    }

    @Test
    void threeWindowsThatAreTooLargeForOneMapAreOneFinding() {
        Told.checkButUnread(
                64,
                MAP + wide("a", 20, "small") + wide("b", 30, "small") + wide("c", 40, "small")
                        + "all = Concat from=a,b,c",
                "DegenerateDilation at a (from the same cause: b, c)");
    }

    @Test
    void twoAreTwo() {
        Told.checkButUnread(
                64,
                MAP + wide("a", 20, "small") + wide("b", 30, "small") + "all = Concat from=a,b",
                "DegenerateDilation at a",
                "DegenerateDilation at b");
    }

    /** The third map is made small by another layer. */
    @Test
    void windowsOnMapsThatDifferentLayersMadeSmallAreFindingsOfTheirOwn() {
        Told.checkButUnread(
                64,
                MAP
                        + "other = Conv kernel=9 stride=8 padding=1 out=4 from=x\n"
                        + wide("a", 20, "small")
                        + wide("b", 30, "small")
                        + wide("c", 40, "other")
                        + "all = Concat from=a,b,c",
                "DegenerateDilation at a",
                "DegenerateDilation at b",
                "DegenerateDilation at c");
    }

    /** As above, with x below both, which leaves the extent as it is. */
    @Test
    void aLayerThatLeavesTheExtentMakesNoMapSmall() {
        String strided = " = Conv kernel=9 stride=8 padding=1 out=4 from=x\n";
        Told.checkButUnread(
                64,
                "x = Conv kernel=3 padding=1 out=4\nsmall" + strided + "other" + strided
                        + wide("a", 20, "small")
                        + wide("b", 30, "small")
                        + wide("c", 40, "other")
                        + "all = Concat from=a,b,c",
                "DegenerateDilation at a",
                "DegenerateDilation at b",
                "DegenerateDilation at c");
    }

    @Test
    void threeLayersWithoutOutputAreOneFinding() {
        Told.checkButUnread(64, MAP + """
                a = Conv kernel=20 out=4 from=small
                b = Conv kernel=21 out=4 from=small
                c = Conv kernel=22 out=4 from=small
                all = Concat from=a,b,c
                """, "EmptyOutput at a (from the same cause: b, c)");
    }
}
