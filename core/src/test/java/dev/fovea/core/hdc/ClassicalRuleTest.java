package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How well the classical rule predicts holes. */
final class ClassicalRuleTest {
    /** How many lists pass or fail divisor and classical rule, and how many of those have holes or none. */
    record Tally(int passing, int passingWithHoles, int failing, int failingWithout) {
        static Tally of(int kernel, int layers, int largest) {
            int[] counts = new int[4];
            Oracle.lists(layers, largest, rates -> {
                AxisVerdict verdict = AxisVerdict.of(DilationAxis.of(kernel, rates));
                boolean passes = verdict.divisor() == 1 && verdict.gapEdge().isEmpty();
                counts[passes ? 0 : 2]++;
                counts[passes ? 1 : 3] += passes == verdict.isComplete() ? 0 : 1;
            });
            return new Tally(counts[0], counts[1], counts[2], counts[3]);
        }
    }

    @Test
    void itErrsBothWays() {
        assertEquals(new Tally(1947, 1182, 8053, 1008), Tally.of(3, 4, 10));
    }

    @Test
    void twoAndThreeIsTheSmallestListThatPassesWithHoles() {
        Oracle.lists(2, 3, rates -> {
            AxisVerdict verdict = AxisVerdict.of(DilationAxis.of(3, rates));
            boolean holeOnly = verdict.judge(true).equals(Optional.of(Violation.HOLE));
            boolean twoAndThree = rates[0] + rates[1] == 5 && rates[0] > 1 && rates[1] > 1;
            assertEquals(twoAndThree, holeOnly);
        });
    }

    @Test
    void oneFourOneIsTheSmallestListThatFailsWithoutHoles() {
        int[] failing = new int[1];
        for (int length = 2; length <= 3; length++) {
            Oracle.lists(length, 4, rates -> {
                AxisVerdict verdict = AxisVerdict.of(DilationAxis.of(3, rates));
                boolean error = verdict.isComplete() && verdict.gapEdge().isPresent();
                failing[0] += error ? 1 : 0;
                assertTrue(!error || rates.length == 3);
            });
        }
        assertTrue(failing[0] > 0);
        AxisVerdict verdict = AxisVerdict.of(DilationAxis.of(3, 1, 4, 1));
        assertTrue(verdict.isComplete() && verdict.gapEdge().isPresent());
    }

    @Test
    void orderMattersToItAndNotToCoverage() {
        AxisVerdict falling = AxisVerdict.of(DilationAxis.of(3, 9, 2, 1));
        AxisVerdict rising = AxisVerdict.of(DilationAxis.of(3, 1, 2, 9));
        assertNotEquals(falling.gapEdge(), rising.gapEdge());
        assertEquals(falling.own().covered(), rising.own().covered());
        assertArrayEquals(Oracle.own(falling.axis()), Oracle.own(rising.axis()));
    }

    @Test
    void itIsExactForKernelThreeAndListsThatRiseFromOne() {
        for (int length = 2; length <= 5; length++) {
            Oracle.lists(length, 13, rates -> {
                boolean rises = rates[0] == 1;
                for (int i = 1; i < rates.length; i++) {
                    rises &= rates[i] >= rates[i - 1];
                }
                if (rises) {
                    AxisVerdict verdict = AxisVerdict.of(DilationAxis.of(3, rates));
                    assertEquals(verdict.isComplete(), verdict.gapEdge().isEmpty(), () -> verdict.axis()
                            .rates()
                            .toString());
                }
            });
        }
    }

    @Test
    void layersSpanAtMostAPowerOfTheKernelWithoutAHole() {
        for (int kernel = 2; kernel <= 5; kernel++) {
            for (int length = 1; length <= 3; length++) {
                int most = (int) Math.pow(kernel, length);
                int used = kernel;
                long[] widest = new long[1];
                Oracle.lists(length, most / kernel + 2, rates -> {
                    Coverage own = AxisVerdict.of(DilationAxis.of(used, rates)).own();
                    if (own.isComplete()) {
                        widest[0] = Math.max(widest[0], own.size());
                    }
                });
                assertEquals(most, widest[0]);
            }
        }
    }
}
