package dev.fovea.core.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.lint.LintOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a class accepts on single layers of blocks that it uses, and what several layers of a block have from one cause. */
final class AcceptedOnLayersTest {
    private static final String TWO = """
            @Network(input = @Input(axes = 1, channels = 4, size = 16))
            class Net {
                @Use(block = Unit.class, from = Network.INPUT) Object u;
                @Use(block = Unit.class, from = Network.INPUT) Object v;
                @GlobalPool(from = "u") Object p;
                @GlobalPool(from = "v") Object q;
                @Concat(from = {"p", "q"}) Object both;
            }

            @Block(axes = 1)
            class Unit {
                @Dilated(kernel = 3, rate = RATE, padding = RATE, out = 4) Object wide;
            }
            """;

    /** First words of what is found. */
    private static List<String> found(String source, int words) {
        return new Marked("import dev.fovea.*;\n\n" + source, LintOptions.DEFAULT)
                .found().stream()
                        .map(found -> found.rule() + ": "
                                + String.join(
                                        " ",
                                        List.of(found.message().split(" ", -1)).subList(1, words + 1)))
                        .toList();
    }

    private static String two(String accepted, int rate) {
        return accepted + "\n" + TWO.replace("RATE", "" + rate);
    }

    /** No tap of rate 20 but the middle one falls on a map of 16, at either use; one is accepted. */
    @Test
    void whatIsAcceptedOnOneLayerOfAUseIsAcceptedThereOnly() {
        assertEquals(
                List.of("DegenerateDilation: u.wide (kernel 3, rate 20) reads padding:"),
                found(two("@Accept(value = \"DegenerateDilation\", reason = \"meant\", layer = \"v.wide\")", 20), 7));
        assertEquals(
                List.of("DegenerateDilation: v.wide (kernel 3, rate 20) reads padding:"),
                found(two("@Accept(value = \"DegenerateDilation\", reason = \"meant\", layer = \"u.wide\")", 20), 7));
    }

    /** A rate of 2 is nothing to accept; u is the only layer that is named. */
    @Test
    void whatIsAcceptedOnOneLayerWhereNothingIsFoundIsToldToBeRemoved() {
        assertEquals(
                List.of("UnusedAcceptance: @Accept names DegenerateDilation, which finds nothing on u.wide;"),
                found(two("@Accept(value = \"DegenerateDilation\", reason = \"meant\", layer = \"u.wide\")", 2), 8));
    }

    @Test
    void whatIsAcceptedOnOneLayerNeedsAReasonAndTheNameOfARule() {
        assertEquals(
                List.of("InvalidAttribute: the reason of @Accept is empty;"),
                found(two("@Accept(value = \"SmallField\", reason = \" \", layer = \"u.wide\")", 2), 6));
        assertEquals(
                List.of("InvalidAttribute: @Accept takes no \"all\", since each finding has its own reason;"),
                found(two("@Accept(value = \"all\", reason = \"meant\", layer = \"u.wide\")", 2), 11));
    }

    /**
     * The block is repeated: that the second has no five channels either is the same defect, not one that it brings. What u takes too much
     * of it is another, which is told with it.
     */
    @Test
    void aSliceInARepeatedBlockThatTakesTooMuchIsFound() {
        assertEquals(
                List.of(
                        "ShapeMismatch: end = 5 of a[0].part exceeds the 4 channels of the input; use a smaller end (from the"
                                + " same cause: u)"),
                found("""
                        @Network(input = @Input(axes = 1, channels = 4, size = 64))
                        class Net {
                            @Use(block = Unit.class, repeat = 2) Object a;
                            @Slice(begin = 0, end = 9) Object u;
                        }

                        @Block(axes = 1)
                        class Unit {
                            @Slice(begin = 2, end = 5) Object part;
                        }
                        """, 21));
    }

    private static String sums(String block, String first, String second) {
        return """
                @Network(input = @Input(axes = 1, channels = 4, size = 64))
                class Net {
                    @Conv(kernel = 3, padding = 1, out = 4) Object x;
                    @Use(block = Unit.class) Object a;
                    @Conv(kernel = %s, out = 4) Object c;
                    @Add(from = {"x", "c"}) Object one;
                    @Use(block = Unit.class, from = "x") Object b;
                    @Conv(kernel = %s, out = 4) Object d;
                    @Add(from = {"x", "d"}) Object two;
                    @Concat(from = {"one", "two"}) Object both;
                }

                @Block(axes = 1)
                class Unit {
                    @Conv(kernel = %s, out = 4) Object own;
                }
                """.formatted(first, second, block);
    }

    /** Whether the block makes 62 of 64, or leaves them as they are and each sum is wrong by itself. */
    @Test
    void aBlockThatResizesIsOneCauseAtAllItsUsesAndOneThatDoesNotIsNone() {
        assertEquals(List.of("ShapeMismatch: inputs of one differ in extent:"), found(sums("3", "1", "1"), 6));
        assertEquals(
                List.of(
                        "ShapeMismatch: inputs of one differ in extent:",
                        "ShapeMismatch: inputs of two differ in extent:"),
                found(sums("5, padding = 2", "3", "5"), 6));
    }
}
