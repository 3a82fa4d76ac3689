package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers of which one, changed by one, lets a network run: when they are named, and what is told with them. */
final class OneNumberCasesTest {
    private static final String RUNS = "\nthe network runs with one number changed by one: ";

    /**
     * 16 units of 64 have no eleven equal parts; 22, with a stride of 3, have, and a rate of 18 does not overstep them. No other number
     * makes 22, 33, or 11 units, and 16 are in parts of 10 or 12 as little.
     */
    @Test
    void whatTheNumberMendsAsWellIsToldWithTheMismatch() {
        Told.checkButUnread(
                64,
                """
                s = Conv kernel=5 stride=4 padding=2 out=4
                d = Dilated kernel=3 rate=18 padding=18 out=4
                deep = SpaceToDepth factor=11
                """,
                "ShapeMismatch at deep (from the same cause: DegenerateDilation at d)" + RUNS
                        + "stride = 3 at s (now 4)");
    }

    /** With a stride of 3, 22 units do not suffice for a rate of 30. */
    @Test
    void whatTheNumberLeavesIsAFindingOfItsOwn() {
        Told.checkButUnread(
                64, """
                s = Conv kernel=5 stride=4 padding=2 out=4
                d = Dilated kernel=3 rate=30 padding=30 out=4
                deep = SpaceToDepth factor=11
                """, "ShapeMismatch at deep" + RUNS + "stride = 3 at s (now 4)", "DegenerateDilation at d");
    }

    /**
     * 63 units have no four equal parts; 64 have, and 32, and 63 have three. That an even kernel shifts its map is told at the number
     * itself; with it as it is, and a factor of 3, that is still found.
     */
    @Test
    void whatStandsAtTheNumberIsToldThere() {
        Told.check(
                64,
                """
                x = Conv kernel=1 out=4
                y = Conv kernel=4 padding=1 out=4
                deep = SpaceToDepth factor=4
                """,
                "ShapeMismatch at deep" + RUNS
                        + "kernel = 3 at y (now 4); or stride = 2 at y (now 1); or factor = 3 at deep (now 4)",
                "OffCentre at y");
    }

    /** A kernel of 4 at x makes 63 units of both inputs, but both kernels are even then; one of 3 at y leaves nothing to find. */
    @Test
    void theNumberWithWhichTheLeastIsFoundIsNamedFirst() {
        Told.check(
                64,
                """
                x = Conv kernel=3 padding=1 out=4
                y = Conv kernel=4 padding=1 out=4 from=<input>
                sum = Add from=x,y
                """,
                "ShapeMismatch at sum (from the same cause: OffCentre at y)" + RUNS
                        + "kernel = 3 at y (now 4); or kernel = 4 at x (now 3)");
    }

    /** Whatever the input, four units have none for a kernel of 5. */
    @Test
    void whatIsEmptyForEveryInputIsMendedByANumber() {
        Told.check(
                64,
                """
                x = Conv kernel=3 padding=1 out=4
                pool = AdaptivePool size=4
                e = Conv kernel=5 out=4
                """,
                "EmptyOutput at e" + RUNS
                        + "size = 5 at pool (now 4); or kernel = 4 at e (now 5); or padding = 1 at e (now 0)");
    }

    /** With a stride of 1 there would be eight units instead of four, but nothing is wrong with the stride for a larger input. */
    @Test
    void whatIsEmptyBecauseTheInputIsSmallNeedsAnother() {
        Told.check(8, """
                s = Conv kernel=3 stride=2 padding=1 out=4
                e = Conv kernel=5 out=4
                """, "EmptyOutput at e");
    }

    /** An acceptance of a rule that there is not keeps no network from running. */
    @Test
    void aFaultBesideALayerIsNoSecondReasonNotToRun() {
        assertEquals(
                List.of("InvalidAttribute at x", "ShapeMismatch at sum" + RUNS + "padding = 1 at y (now 0)"),
                Told.of(Told.accepting(Told.model(64, """
                                x = Conv kernel=5 padding=2 out=4
                                y = Conv kernel=3 out=4
                                sum = Add from=x,y
                                """), "x", "NoSuchRule"), LintOptions.DEFAULT));
    }

    /** Of a network of 2,500 layers eight numbers are tried, with which 20,000 are put together; those of x are more. */
    @Test
    void ofAHugeNetworkFewerAreTried() {
        String layers = """
                x = Conv kernel=5 padding=2 out=4
                y = Conv kernel=3 out=4
                sum = Add from=x,y
                """;
        Told.check(64, layers, "ShapeMismatch at sum" + RUNS + "padding = 1 at y (now 0)");
        Told.check(
                64,
                layers
                        + IntStream.range(0, 2497)
                                .mapToObj(i -> "more%s = Conv kernel=1 out=4\n".formatted(i))
                                .collect(Collectors.joining()),
                "ShapeMismatch at sum");
    }
}
