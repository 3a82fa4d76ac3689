package dev.fovea.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ExtentSetTest {
    private static final OptionalLong NONE = OptionalLong.empty();

    private static ExtentSet endless(long from, long period, List<Long> residues, Long... below) {
        long minimum = below.length > 0 ? below[0] : from;
        return new ExtentSet(
                OptionalLong.of(minimum), OptionalLong.of(from), period, residues, Optional.of(List.of(below)), NONE);
    }

    private static ExtentSet finite(Long... extents) {
        return new ExtentSet(
                OptionalLong.of(extents[0]),
                NONE,
                1,
                List.of(),
                Optional.of(List.of(extents)),
                OptionalLong.of(extents[extents.length - 1]));
    }

    @Test
    void extentSetFindsTheNearestExtentsOnEitherSide() {
        ExtentSet set = endless(188, 16, List.of(12L), 5L, 9L);
        assertEquals(OptionalLong.of(572), set.atOrBelow(572));
        assertEquals(OptionalLong.of(572), set.atOrAbove(572));
        assertEquals(OptionalLong.of(572), set.atOrBelow(576));
        assertEquals(OptionalLong.of(588), set.atOrAbove(576));
        assertEquals(OptionalLong.of(9), set.atOrBelow(187));
        assertEquals(OptionalLong.of(188), set.atOrAbove(10));
        assertEquals(NONE, set.atOrBelow(4));
        assertEquals(OptionalLong.of(5), set.atOrAbove(1));
        assertTrue(set.contains(204));
        assertFalse(set.contains(205));
    }

    @Test
    void finiteSetsEnd() {
        ExtentSet set = finite(224L, 225L, 230L);
        assertEquals(OptionalLong.of(230), set.atOrBelow(1000));
        assertEquals(NONE, set.atOrAbove(231));
        assertEquals(NONE, ExtentSet.EMPTY.atOrAbove(1));
        assertTrue(ExtentSet.EMPTY.isEmpty());
    }

    @Test
    void extentsAreSaidInWords() {
        assertEquals("any", endless(1, 1, List.of(0L)).toString());
        assertEquals("any from 5 on", endless(5, 1, List.of(0L)).toString());
        assertEquals("multiples of 16", endless(16, 16, List.of(0L)).toString());
        assertEquals("multiples of 4 from 12 on", endless(12, 4, List.of(0L)).toString());
        assertEquals(
                "3, and 0, 5 mod 6 from 11 on",
                endless(11, 6, List.of(0L, 5L), 3L).toString());
        assertEquals("224 to 227", finite(224L, 225L, 226L, 227L).toString());
        assertEquals("33", finite(33L).toString());
        assertEquals("none", ExtentSet.EMPTY.toString());
    }
}
