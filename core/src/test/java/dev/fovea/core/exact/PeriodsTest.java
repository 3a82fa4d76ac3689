package dev.fovea.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

final class PeriodsTest {
    /** All words of two letters up to 12 letters, repeated for ever. */
    @Test
    void theShortestPeriodIsTheSmallestDivisorAfterWhichAWordRepeats() {
        for (int length = 1; length <= 12; length++) {
            for (int word = 0; word < 1 << length; word++) {
                int letters = word;
                int known = length;
                IntPredicate isPeriod = period -> repeats(letters, known, period);
                int shortest = 1;
                while (known % shortest != 0 || !isPeriod.test(shortest)) {
                    shortest++;
                }
                assertEquals(shortest, Periods.shortest(known, isPeriod), Integer.toBinaryString(word));
            }
        }
    }

    private static boolean repeats(int word, int length, int period) {
        for (int i = 0; i < length; i++) {
            if ((word >> i & 1) != (word >> (i + period) % length & 1)) {
                return false;
            }
        }
        return true;
    }
}
