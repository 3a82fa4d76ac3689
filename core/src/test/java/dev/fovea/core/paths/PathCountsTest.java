package dev.fovea.core.paths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.ModelText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Which layers' numbers are told, and along which axis. */
final class PathCountsTest {
    private static PathCounts counts(String size, String text) {
        List<Long> extents = size.isEmpty() ? List.of() : List.of(Long.valueOf(size), Long.valueOf(size));
        return PathCounts.of(Analysis.of(
                NetworkBuilder.build(ModelText.model(Map.of("axes", 2L, "channels", 4L, "size", extents), text))
                        .network()));
    }

    private static EffectiveField field(String deviation, long width) {
        return new EffectiveField(new BigDecimal(deviation), OptionalLong.of(width));
    }

    private static List<Integer> line(PathCounts counts, int layer, int axis) {
        return counts.line(layer, axis).orElseThrow().counts().stream()
                .map(BigInteger::intValue)
                .toList();
    }

    /** Three taps and then five have 1, 2, 3, 3, 3, 2, 1 paths, twice three 1, 2, 3, 2, 1; the other axis multiplies by its taps. */
    @Test
    void axesThatDifferInALayerDifferInAllAbove() {
        PathCounts counts = counts("", """
                a = Conv kernel=3,5 padding=1,2 out=4
                b = Conv kernel=3 padding=1 out=4
                """);
        // The roots of 2/3, 2, 4/3 and 8/3.
        assertEquals(Optional.of(field("0.816497", 3)), counts.field(0, 0));
        assertEquals(Optional.of(field("1.414214", 5)), counts.field(0, 1));
        assertEquals(Optional.of(field("1.154701", 5)), counts.field(1, 0));
        assertEquals(Optional.of(field("1.632993", 7)), counts.field(1, 1));
        assertEquals(List.of(15, 30, 45, 30, 15), line(counts, 1, 0));
        assertEquals(List.of(9, 18, 27, 27, 27, 18, 9), line(counts, 1, 1));
        assertEquals(-3, counts.line(1, 1).orElseThrow().start());
    }

    @Test
    void numbersAreKeptWhereANetworkEndsAndNotBetween() {
        String text = """
                a = Conv kernel=3 padding=1 out=4%s
                b = Conv kernel=3 padding=1 out=4
                c = Conv kernel=3 padding=1 out=4
                """;
        PathCounts plain = counts("", text.formatted(""));
        assertEquals(Optional.empty(), plain.line(0, 0));
        assertEquals(Optional.empty(), plain.bulk(0, 0, 1));
        assertEquals(Optional.empty(), plain.line(1, 0));
        assertEquals(List.of(27, 81, 162, 189, 162, 81, 27), line(plain, 2, 0));
        // 1/27 of the paths, 3.7 %, come from either end, which is more than may be left out.
        assertEquals(Optional.of(new Bulk(-3, 3)), plain.bulk(2, 0, 1));
        assertEquals(Optional.of(new Bulk(-3, 5)), plain.bulk(2, 1, 3));
        PathCounts ending = counts("", text.formatted(" Endpoint value=A"));
        assertEquals(List.of(3, 3, 3), line(ending, 0, 0));
        assertEquals(Optional.empty(), ending.line(1, 0));
    }

    @Test
    void numbersOfAMapThatIsPooledAsAWholeAreKept() {
        PathCounts counts = counts("16", """
                a = Conv kernel=3 padding=1 out=4
                b = Conv kernel=3 padding=1 out=4
                all = GlobalPool
                """);
        assertEquals(Optional.empty(), counts.line(0, 0));
        assertEquals(List.of(9, 18, 27, 18, 9), line(counts, 1, 0));
        assertEquals(Optional.empty(), counts.field(2, 0));
    }

    @Test
    void whatDriftsApartOrIsMovedByTheDataIsUnknown() {
        PathCounts drifting = counts("16", """
                a = Conv kernel=3 padding=1 out=4
                down = Pool kernel=2 stride=2
                up = Upsample size=16
                s = Add from=a,up
                moved = DeformableConv kernel=3 padding=1 out=4 maxOffset=1
                above = Conv kernel=3 padding=1 out=4
                """);
        assertTrue(drifting.field(2, 0).isPresent());
        assertTrue(drifting.field(3, 0).isPresent());
        assertEquals(Optional.empty(), drifting.field(4, 0));
        assertEquals(Optional.empty(), drifting.field(5, 0));
        assertEquals(Optional.empty(), drifting.line(5, 0));
    }

    /** A merge of a merge and one more, beside one of other inputs that begins with the same two. */
    @Test
    void mergesThatBeginAlikeAreAddedUpEachForItself() {
        PathCounts counts = counts("", """
                a = Conv kernel=1 out=4
                b = Conv kernel=3 padding=1 out=4
                c = Conv kernel=1 out=4 from=b
                ab = Add from=a,b Endpoint value=AB
                abc = Add from=a,b,c Endpoint value=ABC
                ba = Add from=b,a Endpoint value=BA
                bc = Add from=b,c Endpoint value=BC
                """);
        assertEquals(List.of(3, 4, 3), line(counts, 3, 0));
        assertEquals(List.of(6, 7, 6), line(counts, 4, 0));
        assertEquals(List.of(3, 4, 3), line(counts, 5, 0));
        assertEquals(List.of(6, 6, 6), line(counts, 6, 0));
    }
}
