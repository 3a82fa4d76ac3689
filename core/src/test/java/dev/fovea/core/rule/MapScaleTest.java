package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Which objects a map can represent, at the bounds. */
final class MapScaleTest {
    private static MapScale scale(long field, long width) {
        return new MapScale("C3", known(field), known(width), false);
    }

    private static OptionalLong known(long figure) {
        return figure < 0 ? OptionalLong.empty() : OptionalLong.of(figure);
    }

    @Test
    void nineTenthsOfAnObjectSuffice() {
        // Nine tenths of 110 are 99, of 111 they are 99.9.
        assertFalse(scale(99, 41).isTooLarge(110));
        assertTrue(scale(99, 41).isTooLarge(111));
        assertTrue(scale(99, 41).mayFit(110));
        assertFalse(scale(99, 41).mayFit(111));
    }

    @Test
    void anObjectMayBeAQuarterOfTheWidth() {
        assertFalse(scale(99, 40).isTooSmall(10));
        assertTrue(scale(99, 41).isTooSmall(10));
        assertTrue(scale(99, 40).mayFit(10));
        assertFalse(scale(99, 41).mayFit(10));
    }

    @Test
    void whatIsUnknownFits() {
        assertTrue(scale(-1, -1).mayFit(1));
        assertTrue(scale(-1, -1).mayFit(100_000));
    }

    @Test
    void rangesSayWhatFits() {
        assertEquals(
                "C3 fits objects of 11 to 99 pixels (field 99, effective width 41)",
                scale(99, 41).range());
        assertEquals(
                "C3 fits objects of 10 to 99 pixels (field 99, effective width 40)",
                scale(99, 40).range());
        assertEquals(
                "C3 fits objects of ? pixels (field ?, effective width unknown)",
                scale(-1, -1).range());
        assertEquals(
                "C3 fits objects of 1 pixel (field 1, effective width 1)",
                scale(1, 1).range());
        assertEquals(
                "C3 fits objects of 2 pixels (field 2, effective width 8)",
                scale(2, 8).range());
        MapScale branched = new MapScale("P2", OptionalLong.of(99), OptionalLong.of(41), true);
        assertEquals(
                "P2 fits objects of 11 to 99 pixels (field 99, effective width 41 along the narrowest branch)",
                branched.range());
        assertEquals("the effective width of P2's narrowest branch", branched.widthOf("P2"));
        assertEquals("the effective width of P2", scale(99, 41).widthOf("P2"));
    }
}
