package dev.fovea.core.resolve;

import static dev.fovea.core.resolve.StructuralMessagesTest.assertFound;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What authors read where attention cannot run as it is written. */
final class AttentionMessagesTest {
    private static final Map<String, Object> IMAGE = Map.of("axes", 2L, "channels", 8L, "size", List.of(16L));
    private static final Map<String, Object> SMALL = Map.of("axes", 2L, "channels", 8L, "size", List.of(4L));
    private static final Map<String, Object> OPEN = Map.of("axes", 2L, "channels", 8L, "size", List.of());

    @Test
    void attentionShiftsLessThanItsWindow() {
        assertFound(
                IMAGE,
                "a = Attention shift=2",
                "InvalidAttribute shift: a states a shift but no window to shift; state window, or leave shift out");
        assertFound(
                IMAGE,
                "a = Attention window=4 shift=4",
                "InvalidAttribute shift: shift of a is 4; it must be less than its window 4");
        assertFound(
                IMAGE,
                "a = Attention window=4,2 shift=1,2",
                "InvalidAttribute shift: shift of a is 2; it must be less than its window 2");
        assertFound(IMAGE, "a = Attention window=4 shift=3");
        assertFound(IMAGE, "a = Attention window=4 shift=0");
        assertFound(IMAGE, "a = Attention shift=0");
    }

    @Test
    void aGridDividesTheMap() {
        assertFound(
                IMAGE,
                "a = Attention grid=7",
                "ShapeMismatch grid: grid = 7 of a does not divide the extent 16 of the input in height; use a grid of 4 or 8,"
                        + " or pad or crop before it; or use an input of 14 or 21 instead of 16");
        assertFound(
                IMAGE,
                "a = Attention grid=8,3",
                "ShapeMismatch grid[1]: grid = 3 of a does not divide the extent 16 of the input in width; use a grid of 2 or"
                        + " 4, or pad or crop before it; or use an input of 15 or 18 instead of 16 in width");
        assertFound(
                SMALL,
                "c = Conv kernel=2\na = Attention grid=7",
                "ShapeMismatch grid: grid = 7 of a does not divide the extent 3 of its input c in height; use a grid of 3, or"
                        + " pad or crop before it; or use an input of 8 instead of 4");
        assertFound(
                IMAGE,
                "a = Attention grid=4 window=4",
                "InvalidAttribute grid: a states a grid and a window, but attends over one or the other; leave one out");
        assertFound(
                IMAGE,
                "a = Attention grid=4 shift=2",
                "InvalidAttribute grid: a states a grid and a shift, but attends over one or the other; leave one out");
        assertFound(
                IMAGE,
                "a = Attention grid=1,4",
                "InvalidAttribute grid[0]: grid of a has one cell in height, so a unit reads no place but its own; use at"
                        + " least 2 cells");
        assertFound(
                OPEN,
                "a = Attention grid=1",
                "InvalidAttribute grid: grid of a has one cell in height, so a unit reads no place but its own; use at"
                        + " least 2 cells");
        assertFound(IMAGE, "a = Attention grid=16");
        assertFound(OPEN, "a = Attention grid=7");
        assertFound(IMAGE, "g = GlobalPool\na = Attention grid=1");
    }

    @Test
    void queriesKeysAndValuesFitEachOther() {
        String maps = """
                q = Conv kernel=1 out=4
                k = Conv kernel=2 stride=2 out=4 from=<input>
                v = Pool kernel=2 from=<input>
                """;
        assertFound(IMAGE, maps + "a = Attention heads=2 from=q,k,v");
        assertFound(
                IMAGE,
                maps + "a = Attention from=q,k",
                "InvalidAttribute from: a reads 2 layers; @Attention takes one, or three: queries, keys and values");
        assertFound(
                IMAGE,
                maps + "a = Attention from=q,v,v",
                "ShapeMismatch from[1]: the keys of a have 8 channels, its queries 4; project both to one number");
        assertFound(
                IMAGE,
                maps + "a = Attention from=q,k,<input>",
                "ShapeMismatch from[2]: the values of a have extent 16 in height, its keys 8; make both of one map");
        assertFound(
                IMAGE,
                maps + "a = Attention heads=3 from=q,k,v",
                "ShapeMismatch heads: heads = 3 of a does not divide the 4 channels of its queries; use a divisor");
        assertFound(
                IMAGE,
                maps + "w = Conv kernel=1 out=6\na = Attention heads=4 from=q,k,w",
                "ShapeMismatch heads: heads = 4 of a does not divide the 6 channels of its values; use a divisor");
        assertFound(
                IMAGE,
                maps + "a = Attention window=4 from=q,k,v",
                "InvalidAttribute window: a states a window, but reads all of the keys and values that it names; leave it"
                        + " out");
        assertFound(
                IMAGE,
                maps + "a = Attention out=8 from=q,k,v",
                "InvalidAttribute out: a states out, but has the channels of the values that it names; leave it out");
        assertFound(
                IMAGE,
                maps + "a = Attention from=q\nb = Attention shared=a from=q,k,v",
                "InvalidAttribute shared: b shares weights, but has none, since it names queries, keys and values; leave"
                        + " shared out");
        assertFound(
                IMAGE,
                maps + "a = Attention from=q,k,v\nb = Attention shared=a from=q",
                "UnknownLayer shared: b shares the weights of a, which has none to share; name a layer with an attribute"
                        + " shared");
    }

    @Test
    void headsDivideTheChannels() {
        assertFound(
                IMAGE,
                "a = Attention heads=3",
                "ShapeMismatch heads: heads = 3 of a does not divide its 8 channels; use a divisor");
        assertFound(
                IMAGE,
                "a = Attention heads=4 out=6",
                "ShapeMismatch heads: heads = 4 of a does not divide its 6 channels; use a divisor");
        assertFound(IMAGE, "a = Attention heads=4");
    }
}
