package dev.fovea.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.testing.Seeds;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every operation against a tree set of positions. */
@Tag("random")
final class PositionSetTest {
    @Test
    void positionSetAgreesWithATreeSet() {
        Random random = new Random(7);
        for (int round = 0; round < Seeds.times(20_000); round++) {
            PositionSet set = PositionSet.range(0, random.nextInt(3));
            TreeSet<Long> oracle = positions(set);
            for (int operation = 0; operation < 6; operation++) {
                if (random.nextBoolean()) {
                    int step = 1 + random.nextInt(9);
                    int count = 1 + random.nextInt(4);
                    set = set.spread(step, count);
                    oracle = spread(oracle, step, count);
                } else {
                    PositionSet other = PositionSet.range(random.nextInt(20) - 10, 10)
                            .spread(1 + random.nextInt(30), 1 + random.nextInt(3));
                    set = set.union(other.shift(operation));
                    for (long position : positions(other)) {
                        oracle.add(position + operation);
                    }
                }
                assertSame(oracle, set);
            }
        }
    }

    @Test
    void positionSetEqualsComparesPositionsNotTheirNotation() {
        PositionSet line = PositionSet.range(3, 3).spread(2, 3);
        PositionSet points =
                PositionSet.range(3, 3).union(PositionSet.range(5, 5)).union(PositionSet.range(7, 7));
        PositionSet viaDetour = points.union(PositionSet.range(3, 3)).shift(1).shift(-1);
        assertEquals(line, points);
        assertEquals(line.hashCode(), points.hashCode());
        assertEquals(line, viaDetour);
        assertTrue(!line.equals(line.shift(1)) && !line.equals(PositionSet.range(3, 7)));
    }

    @Test
    void aLatticeOfTenThousandLayersStaysSmall() {
        PositionSet set = PositionSet.range(0, 0);
        for (int i = 0; i < 10_000; i++) {
            set = set.spread(2, 3);
        }
        assertEquals(OptionalLong.of(20_001), set.count());
        assertEquals(40_001, set.extent());
    }

    @Test
    void tooManyRunsLeaveTheEndsKnown() {
        PositionSet set = PositionSet.range(0, 0);
        long step = 1;
        for (int i = 0; i < 13; i++) {
            set = set.spread(step, 3);
            step *= 4;
        }
        assertTrue(set.isOutline());
        assertEquals(OptionalLong.empty(), set.count());
        assertEquals(OptionalLong.empty(), set.firstGap());
        assertEquals(2 * (step - 1) / 3, set.max());
    }

    @Test
    void overflowIsAnExceptionNotAFigure() {
        PositionSet set = PositionSet.range(0, Long.MAX_VALUE / 2);
        assertThrows(ArithmeticException.class, () -> set.spread(Long.MAX_VALUE / 2, 3));
        assertThrows(ArithmeticException.class, () -> set.shift(Long.MAX_VALUE));
        assertThrows(ArithmeticException.class, () -> PositionSet.range(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static TreeSet<Long> spread(TreeSet<Long> positions, int step, int count) {
        TreeSet<Long> result = new TreeSet<>();
        for (long position : positions) {
            for (int t = 0; t < count; t++) {
                result.add(position + (long) t * step);
            }
        }
        return result;
    }

    private static TreeSet<Long> positions(PositionSet set) {
        TreeSet<Long> result = new TreeSet<>();
        for (long position = set.isEmpty() ? 1 : set.min(); !set.isEmpty() && position <= set.max(); position++) {
            if (set.contains(position)) {
                result.add(position);
            }
        }
        return result;
    }

    private static void assertSame(TreeSet<Long> oracle, PositionSet set) {
        if (oracle.isEmpty()) {
            assertTrue(set.isEmpty());
            return;
        }
        assertEquals(oracle, positions(set));
        assertEquals(OptionalLong.of(oracle.size()), set.count());
        assertEquals(oracle.last() - oracle.first() + 1, set.extent());
        OptionalLong gap = OptionalLong.empty();
        for (long position = oracle.last(); position > oracle.first(); position--) {
            if (!oracle.contains(position)) {
                gap = OptionalLong.of(position);
            }
        }
        assertEquals(gap, set.firstGap());
    }
}
