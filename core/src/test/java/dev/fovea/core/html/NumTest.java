package dev.fovea.core.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Numbers as a reader wants them. */
final class NumTest {
    @Test
    void largeNumbersHaveThreeDigitsAndAUnit() {
        assertEquals("?", Num.rounded(OptionalLong.empty()));
        assertEquals("999,999", Num.rounded(OptionalLong.of(999_999)));
        assertEquals("1.00 M", Num.rounded(OptionalLong.of(1_000_000)));
        assertEquals("50.4 G", Num.rounded(OptionalLong.of(50_435_832_256L)));
        assertEquals("1.00 G", Num.rounded(OptionalLong.of(999_999_999)));
        assertEquals("9.22 E", Num.rounded(OptionalLong.of(Long.MAX_VALUE)));
    }

    @Test
    void percentAreRoundedButNeverToAllOrNothing() {
        assertEquals("99.5 %", Num.percent(new BigDecimal("0.994620")));
        assertEquals("100 %", Num.percent(BigDecimal.ONE));
        assertEquals("> 99.9 %", Num.percent(new BigDecimal("0.999999")));
        assertEquals("0 %", Num.percent(BigDecimal.ZERO));
        assertEquals("< 0.1 %", Num.percent(new BigDecimal("0.000001")));
    }
}
