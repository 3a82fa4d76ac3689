package dev.fovea.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** Text from a model keeps its letters and loses what would steer a terminal. */
final class PrintableTest {
    @Test
    void whatIsFitStaysAsItIs() {
        String text = "größe of 図 is 3\u00d73; \ud83d\ude00";
        assertSame(text, Printable.line(text));
    }

    @Test
    void whatSteersATerminalIsEscaped() {
        assertEquals("a\\u001b[2J\\u009b\\u0007\\u007f", Printable.line("a\u001b[2J\u009b\u0007\u007f"));
        assertEquals("\\u202egnirts\\u2066\\u200f", Printable.line("\u202egnirts\u2066\u200f"));
        assertEquals("one\\u000atwo\\u000d\\u2028", Printable.line("one\ntwo\r\u2028"));
        assertEquals("one\ntwo\\u000d", Printable.message("one\ntwo\r"));
    }
}
