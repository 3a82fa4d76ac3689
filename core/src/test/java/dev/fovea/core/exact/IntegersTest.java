package dev.fovea.core.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class IntegersTest {
    @Test
    void theLeastCommonMultipleIsTheFirstNumberThatBothDivide() {
        for (int a = 1; a <= 40; a++) {
            for (int b = 1; b <= 40; b++) {
                int multiple = 1;
                while (multiple % a != 0 || multiple % b != 0) {
                    multiple++;
                }
                assertEquals(multiple, Integers.lcm(a, b), a + ", " + b);
            }
        }
        assertThrows(ArithmeticException.class, () -> Integers.lcm(Long.MAX_VALUE, Long.MAX_VALUE - 1));
    }

    @Test
    void aCycleEndsWhenTheStepsAddUpToAMultipleOfThePeriod() {
        for (int period = 1; period <= 40; period++) {
            for (int step = 0; step <= 80; step++) {
                int steps = 1;
                while (steps * step % period != 0) {
                    steps++;
                }
                assertEquals(steps, Integers.cycle(period, step), period + ", " + step);
            }
        }
    }

    @Test
    void roundingUpFindsTheFirstIntegerThatIsNotBelow() {
        for (int a = -60; a <= 60; a++) {
            for (int b = 1; b <= 13; b++) {
                int least = -100;
                while (least * b < a) {
                    least++;
                }
                assertEquals(least, Integers.ceilDiv(a, b), a + "/" + b);
            }
        }
    }

    @Test
    void numbersOfAProgressionAreCountedPerResidueClass() {
        for (int classes = 1; classes <= 9; classes++) {
            for (int first = -12; first <= 12; first += 5) {
                for (int step = 0; step <= 11; step++) {
                    for (int count = 0; count <= 20; count++) {
                        long[] expected = new long[classes];
                        for (int i = 0; i < count; i++) {
                            expected[Math.floorMod(first + i * step, classes)]++;
                        }
                        assertArrayEquals(expected, Integers.residues(first, step, count, classes));
                    }
                }
            }
        }
    }
}
