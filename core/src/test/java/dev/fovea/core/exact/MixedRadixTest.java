package dev.fovea.core.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class MixedRadixTest {
    @Test
    void placesAreNumberedWithTheLastAxisRunningFastest() {
        MixedRadix box = new MixedRadix(2, 3, 5);
        int place = 0;
        for (int depth = 0; depth < 2; depth++) {
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 5; column++) {
                    int[] digits = {depth, row, column};
                    assertArrayEquals(digits, box.digits(place));
                    int number = 0;
                    for (int axis = 0; axis < 3; axis++) {
                        assertEquals(digits[axis], box.digit(place, axis));
                        number += digits[axis] * box.weight(axis);
                    }
                    assertEquals(place, number);
                    place++;
                }
            }
        }
        assertEquals(place, box.count());
    }

    @Test
    void aBoxWithoutAxesHasOnePlaceAndOneWithAnEmptyAxisNone() {
        assertEquals(1, new MixedRadix().count());
        assertEquals(0, new MixedRadix(3, 0, 2).count());
    }

    @Test
    void aBoxFitsUpToExactlyAsManyPlacesAsItHas() {
        assertTrue(MixedRadix.fits(30, 2, 3, 5));
        assertTrue(MixedRadix.fits(3, 0, 5, 2));
        assertFalse(MixedRadix.fits(29, 2, 3, 5));
        assertFalse(MixedRadix.fits(Integer.MAX_VALUE, 1 << 16, 1 << 16));
        assertThrows(ArithmeticException.class, () -> new MixedRadix(1 << 16, 1 << 16));
    }
}
