package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Coverage by stacks that are too large to be counted tap by tap. */
final class CoverageTest {
    /**
     * Sums of threes and fives: all numbers but 1, 2, 4 and 7 are, and from the other end all but those, too. Three hundred
     * layers of one rate are 301 taps, and 301 times 301 copies would be too many at once.
     */
    @Test
    void manyLayersOfARateAreTakenInHalves() {
        int[] rates = IntStream.range(0, 600).map(layer -> layer < 300 ? 3 : 5).toArray();
        long size = 1 + 300 * 3 + 300 * 5;
        assertEquals(
                new Coverage(
                        size, OptionalLong.of(size - 2 * 4), OptionalLong.of(1), OptionalLong.of(3), OptionalInt.of(0)),
                AxisVerdict.of(DilationAxis.of(2, rates)).own());
    }

    /** Each power of three lies further than all before it reach: of n layers 2^n positions are read, the first two side by side. */
    @Test
    void positionsInTooManyRunsAreNotCounted() {
        int[] rates = IntStream.iterate(1, rate -> 3 * rate).limit(17).toArray();
        Coverage counted = AxisVerdict.of(DilationAxis.of(2, rates)).own();
        assertEquals(1 + (129_140_163 - 1) / 2, counted.size());
        assertEquals(OptionalLong.of(1 << 17), counted.covered());
        // Between the largest power and the sum of all others.
        assertEquals(OptionalLong.of(43_046_721 - (43_046_721 - 1) / 2), counted.gap());
        int[] more = IntStream.iterate(1, rate -> 3 * rate).limit(18).toArray();
        Coverage uncounted = AxisVerdict.of(DilationAxis.of(2, more)).own();
        assertEquals(OptionalLong.empty(), uncounted.covered());
        assertEquals(OptionalLong.empty(), uncounted.gap());
        assertEquals(OptionalLong.of(2), uncounted.firstUnread());
    }
}
