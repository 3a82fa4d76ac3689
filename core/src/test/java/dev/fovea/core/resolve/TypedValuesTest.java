package dev.fovea.core.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fovea.Groups;
import dev.fovea.Network;
import dev.fovea.Padding;
import dev.fovea.Param;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values as an author would type them in Java. */
final class TypedValuesTest {
    @Test
    void numbersThatStandForSomethingElseAreTypedByTheirNames() {
        assertEquals("3", TypedValues.of(3L));
        assertEquals("-3", TypedValues.of(-3L));
        assertEquals("Padding.SAME", TypedValues.of((long) Padding.SAME));
        assertEquals("Padding.CAUSAL", TypedValues.of((long) Padding.CAUSAL));
        assertEquals("Groups.DEPTHWISE", TypedValues.of((long) Groups.DEPTHWISE));
        assertEquals("Param.RATE", TypedValues.of((long) Param.RATE));
        assertEquals("Param.ARG0", TypedValues.of((long) Param.ARG0));
        assertEquals("Param.ARG15", TypedValues.of((long) Param.ARG15));
    }

    /** An int literal ends at 2147483647. */
    @Test
    void numbersBeyondAnIntAreLong() {
        assertEquals("2147483647", TypedValues.of(2147483647L));
        assertEquals("2147483648L", TypedValues.of(2147483648L));
    }

    @Test
    void severalEntriesStandInBraces() {
        assertEquals("3", TypedValues.of(List.of(3L)));
        assertEquals("{3, 5}", TypedValues.of(List.of(3L, 5L)));
        assertEquals("{}", TypedValues.of(List.of()));
        assertEquals("{\"a\", Network.INPUT}", TypedValues.of(List.of("a", Network.INPUT)));
        assertEquals("true", TypedValues.of(true));
        assertEquals("0.5", TypedValues.of(0.5));
    }

    @Test
    void constantsOfEnumsAreTypedWithTheirType() {
        assertEquals("Norm.BATCH", TypedValues.of("Conv", "norm", "BATCH"));
        assertEquals("\"BATCH\"", TypedValues.of("Endpoint", "value", "BATCH"));
        assertEquals("1", TypedValues.of("Conv", "kernel", List.of(1L)));
        assertThrows(IllegalStateException.class, () -> TypedValues.of("Conv", "colour", "RED"));
    }

    /** Java: below the space and beyond the tilde there is nothing that a source must not escape to be ASCII. */
    @Test
    void textsAreEscapedToPrintableAscii() {
        assertEquals("\"a b~\"", TypedValues.literal("a b~"));
        assertEquals("\"\\\"\\\\\"", TypedValues.literal("\"\\"));
        assertEquals("\"\\012\\037\\177\"", TypedValues.literal("\n\u001f\u007f"));
        assertEquals("\"\\u0080\\u00e9\\ud83d\\ude00\"", TypedValues.literal("\u0080\u00e9\ud83d\ude00"));
    }
}
