package dev.fovea.core.paths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** What may be computed for one network, to the last word. */
final class BudgetTest {
    @Test
    void numbersOf64BitsTakeTwoWordsAndShorterOnesOne() {
        assertEquals(5, new Budget(5).take(5, 63));
        assertThrows(Budget.SpentException.class, () -> new Budget(4).take(5, 63));
        assertEquals(3, new Budget(6).take(3, 64));
        assertThrows(Budget.SpentException.class, () -> new Budget(5).take(3, 64));
        assertEquals(2, new Budget(6).take(2, 128));
        assertThrows(Budget.SpentException.class, () -> new Budget(5).take(2, 128));
    }

    @Test
    void whatIsTakenIsNotThereAnyMore() {
        Budget budget = new Budget(7);
        budget.take(2, 64);
        assertTrue(budget.covers(2));
        assertFalse(budget.covers(2));
        assertTrue(budget.covers(1));
        assertFalse(budget.covers(1));
        assertThrows(Budget.SpentException.class, () -> budget.take(1, 0));
    }

    private static int longestRows(int layers) {
        Allowance allowance = new Allowance(layers);
        int rows = 0;
        while (allowance.covers(1 << 21)) {
            rows++;
        }
        return rows;
    }

    @Test
    void aThousandLayersAreFewAndOneMoreIsMany() {
        // 24 million numbers, and 4 million, in rows of 2,097,152.
        assertEquals(11, longestRows(1000));
        assertEquals(1, longestRows(1001));
        assertFalse(new Allowance(1).covers((1 << 21) + 1));
    }

    @Test
    void momentsAreCountedByTheBitsOfTheirTotal() {
        // A million words for few layers: 8 times 125,000 words of 64 bits, the last of them not full.
        Moments moments = new Moments(BigInteger.ONE.shiftLeft(125_000 * 64 - 2), BigInteger.ZERO, BigInteger.ZERO);
        Allowance allowance = new Allowance(3);
        for (int i = 0; i < 8; i++) {
            assertEquals(moments, allowance.paid(moments));
        }
        assertThrows(Budget.SpentException.class, () -> allowance.paid(Moments.ONE));
    }
}
