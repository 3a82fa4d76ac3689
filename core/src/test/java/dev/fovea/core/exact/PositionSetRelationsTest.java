package dev.fovea.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.testing.Seeds;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How sets relate, by the positions that they were made of, and what remains of a set that has too many runs. */
@Tag("random")
final class PositionSetRelationsTest {
    private static final long MOST = PositionSet.MAX_RUNS;

    /** A set and its positions, each built without the other. */
    private record Pair(PositionSet set, TreeSet<Long> positions) {
        static Pair random(Random random) {
            PositionSet set = PositionSet.EMPTY;
            TreeSet<Long> positions = new TreeSet<>();
            for (int part = random.nextInt(4); part > 0; part--) {
                long first = random.nextInt(12) - 4;
                int step = 1 + random.nextInt(3);
                int count = 1 + random.nextInt(4);
                int length = random.nextInt(3);
                set = set.union(PositionSet.range(first, first + length).spread(step, count));
                for (long start = first; start <= first + length; start++) {
                    for (int tap = 0; tap < count; tap++) {
                        positions.add(start + (long) tap * step);
                    }
                }
            }
            return new Pair(set, positions);
        }
    }

    @Test
    void containmentAndEqualityAreThoseOfThePositions() {
        Random random = new Random(11);
        int contained = 0;
        int equal = 0;
        for (int round = 0; round < Seeds.times(30_000); round++) {
            Pair one = Pair.random(random);
            Pair other = Pair.random(random);
            String what = one + " " + other;
            boolean contains = one.positions().containsAll(other.positions());
            assertEquals(contains, one.set().containsAll(other.set()), what);
            boolean same = one.positions().equals(other.positions());
            assertEquals(same, one.set().equals(other.set()), what);
            assertTrue(!same || one.set().hashCode() == other.set().hashCode(), what);
            TreeSet<Long> both = new TreeSet<>(one.positions());
            both.addAll(other.positions());
            PositionSet union = one.set().union(other.set());
            assertTrue(union.containsAll(one.set()) && union.containsAll(other.set()), what);
            assertEquals(OptionalLong.of(both.size()), union.count(), what);
            TreeSet<Long> visited = new TreeSet<>();
            union.forEach(visited::add);
            assertEquals(both, visited, what);
            contained += contains ? 1 : 0;
            equal += same ? 1 : 0;
        }
        assertTrue(contained > 1_000 && equal > 500, contained + " " + equal);
    }

    @Test
    void gapsAndStepsAreThoseOfThePositions() {
        Random random = new Random(12);
        for (int round = 0; round < Seeds.times(30_000); round++) {
            Pair pair = Pair.random(random);
            if (pair.positions().isEmpty()) {
                continue;
            }
            long largest = 1;
            Long before = null;
            for (long position : pair.positions()) {
                largest = before == null ? largest : Math.max(largest, position - before);
                before = position;
            }
            assertEquals(largest, pair.set().largestStep(), pair::toString);
            long first = pair.positions().first() - 2 + random.nextInt(8);
            long last = first - 2 + random.nextInt(12);
            OptionalLong missing = OptionalLong.empty();
            for (long position = last; position >= first; position--) {
                missing = pair.positions().contains(position) ? missing : OptionalLong.of(position);
            }
            String what = pair + " from " + first + " to " + last;
            assertEquals(missing, pair.set().firstMissing(first, last), what);
        }
    }

    @Test
    void nothingIsEqualToSomethingElse() {
        PositionSet set = PositionSet.range(2, 5);
        assertFalse(set.equals((Object) "2+1*[0, 3]"));
        assertEquals(set, set);
        assertNotEquals(set, PositionSet.EMPTY);
        assertNotEquals(PositionSet.EMPTY, set);
        assertEquals(PositionSet.EMPTY, PositionSet.EMPTY.shift(3));
        assertTrue(set.containsAll(PositionSet.EMPTY));
        assertFalse(PositionSet.EMPTY.containsAll(set));
        Set<Integer> hashes = new HashSet<>();
        for (int first = 0; first < 20; first++) {
            for (int length = 0; length < 20; length++) {
                hashes.add(PositionSet.range(first, first + length).hashCode());
            }
        }
        assertTrue(hashes.size() > 200, "hash codes tell sets apart");
    }

    /** Pairs of positions three apart: as many runs as there are pairs. */
    private static PositionSet pairs(long count) {
        return PositionSet.range(0, 1).spread(3, count);
    }

    @Test
    void theMostRunsAreKeptAndOneMoreLeavesTheEnds() {
        PositionSet most = pairs(MOST);
        assertFalse(most.isOutline());
        assertEquals(OptionalLong.of(2 * MOST), most.count());
        PositionSet more = pairs(MOST + 1);
        assertTrue(more.isOutline());
        assertEquals(0, more.min());
        assertEquals(3 * MOST + 1, more.max());
        PositionSet half = pairs(MOST / 2);
        PositionSet twice = half.spread(3 * MOST, 2);
        assertEquals(OptionalLong.of(2 * MOST), twice.count());
        assertTrue(half.spread(3 * MOST, 3).isOutline());
        assertEquals(OptionalLong.of(2 * MOST), half.union(half.shift(3 * MOST)).count());
        PositionSet three = half.union(half.shift(3 * MOST)).union(PositionSet.range(9 * MOST, 9 * MOST));
        assertTrue(three.isOutline());
        assertEquals(9 * MOST, three.max());
    }

    @Test
    void aLatticeThatIsWrittenOutHasAtMostAsManyPositionsAsRunsAreKept() {
        PositionSet lattice = PositionSet.range(0, 0).spread(4, MOST);
        PositionSet joined = lattice.union(PositionSet.range(2, 2));
        assertTrue(joined.isOutline());
        PositionSet smaller = PositionSet.range(0, 0).spread(4, MOST - 1).union(PositionSet.range(2, 2));
        assertFalse(smaller.isOutline());
        assertEquals(OptionalLong.of(MOST), smaller.count());
        PositionSet filled = lattice.spread(2, 2);
        assertEquals(OptionalLong.of(2 * MOST), filled.count());
        assertEquals(2, filled.largestStep());
        assertTrue(PositionSet.range(0, 0).spread(4, MOST + 1).spread(2, 2).isOutline());
    }

    @Test
    void outlinesAreEqualWhereTheirEndsAre() {
        PositionSet outline = pairs(MOST + 1);
        assertEquals(outline, pairs(MOST + 1).union(PositionSet.range(0, 0)));
        assertNotEquals(outline, pairs(MOST + 2));
        assertNotEquals(outline, PositionSet.range(0, outline.max()));
        assertNotEquals(PositionSet.range(0, outline.max()), outline);
        assertFalse(outline.containsAll(PositionSet.range(0, 1)));
        assertFalse(PositionSet.range(-1, outline.max() + 1).containsAll(outline));
        assertTrue(outline.containsAll(outline.shift(1).shift(-1)));
        assertTrue(outline.union(PositionSet.range(-3, -3)).isOutline());
        assertEquals(-3, outline.union(PositionSet.range(-3, -3)).min());
        assertTrue(outline.spread(2, 2).isOutline());
        assertEquals(outline.max() + 2, outline.spread(2, 2).max());
        assertTrue(PositionSet.range(0, outline.max()).union(outline).isOutline());
    }
}
