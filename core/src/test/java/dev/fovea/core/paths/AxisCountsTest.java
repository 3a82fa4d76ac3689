package dev.fovea.core.paths;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Step;
import dev.fovea.core.network.Units;
import dev.fovea.core.testing.Seeds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Marginals of random readings along two axes, against paths that are followed one by one. */
@Tag("random")
final class AxisCountsTest {
    private final Random random = new Random(7);
    private final Allowance allowance = new Allowance(1);
    private int repeating;
    private int sums;

    /** From each position along the first axis, the paths to a unit. */
    private interface Truth {
        TreeMap<Long, Long> at(long unit, long other);
    }

    private record Drawn(AxisCounts counts, Truth truth) {
        boolean hasJumpOf(Drawn other) {
            return counts.shift() * other.counts.periods()[0] == other.counts.shift() * counts.periods()[0];
        }
    }

    @Test
    void marginalsAreThoseOfAllPathsAndRepeatAsSoonAsTheyCan() {
        for (int round = 0; round < Seeds.times(60); round++) {
            List<Drawn> pool = new ArrayList<>(List.of(new Drawn(AxisCounts.input(2), (unit, other) -> one(unit))));
            for (int i = 0; i < 5; i++) {
                Drawn below = pool.get(random.nextInt(pool.size()));
                pool.add(i < 3 ? through(below) : sum(pool));
                check(pool.get(pool.size() - 1));
            }
        }
        assertTrue(repeating > 20 && sums > 20, repeating + " repeat, " + sums + " sums");
    }

    private static final Step.Local SAME = new Step.Window(1, 1, 1, 0, 0, 0);

    /** Every fourth unit, begun at one of the first four, put back to its place between zeros. */
    private AxisCounts everyFourth(int first) {
        return AxisCounts.input(2)
                .through(List.of(new Step.Window(1, 4, 1, -first, 0, 0), SAME), allowance)
                .through(List.of(new Step.Transposed(1, 4, 1, -first, 0), SAME), allowance);
    }

    @Test
    void mapsThatAreInterleavedRepeatAsOften() {
        AxisCounts even = everyFourth(0).plus(everyFourth(2), allowance);
        assertArrayEquals(new int[] {2, 1}, even.periods());
        assertEquals(2, even.shift());
        assertEquals(List.of(Counts.ONE, Counts.NONE), even.phases());
        AxisCounts all = even.plus(everyFourth(3).plus(everyFourth(1), allowance), allowance);
        assertArrayEquals(new int[] {1, 1}, all.periods());
        assertEquals(1, all.shift());
        assertEquals(List.of(Counts.ONE), all.phases());
    }

    @Test
    void upTo4096UnitsOfAPeriodAreFollowed() {
        AxisCounts input = AxisCounts.input(2);
        Step.Local most = new Step.Transposed(1, 4096, 1, 0, 0);
        assertEquals(
                4096, input.through(List.of(most, SAME), allowance).phases().size());
        Step.Local more = new Step.Transposed(1, 4097, 1, 0, 0);
        assertThrows(Budget.SpentException.class, () -> input.through(List.of(more, SAME), allowance));
        assertThrows(Budget.SpentException.class, () -> input.through(List.of(SAME, more), allowance));
        Step.Local some = new Step.Transposed(1, 65, 1, 0, 0);
        assertThrows(Budget.SpentException.class, () -> input.through(List.of(some, some), allowance));
    }

    private static TreeMap<Long, Long> one(long position) {
        return new TreeMap<>(Map.of(position, 1L));
    }

    private Drawn through(Drawn below) {
        Step.Local own = step();
        Step.Local other = step();
        return new Drawn(below.counts().through(List.of(own, other), allowance), (unit, at) -> {
            TreeMap<Long, Long> all = new TreeMap<>();
            for (long read : list(own.reads(unit))) {
                for (long beside : list(other.reads(at))) {
                    below.truth().at(read, beside).forEach((position, paths) -> all.merge(position, paths, Long::sum));
                }
            }
            return all;
        });
    }

    private Step.Local step() {
        int kernel = 1 + random.nextInt(3);
        int stride = 1 + random.nextInt(3);
        int rate = 1 + random.nextInt(2);
        int begin = random.nextInt(3) - 1;
        return switch (random.nextInt(7)) {
            case 0 -> new Step.Broadcast();
            case 1, 2, 3 -> new Step.Transposed(kernel, stride, rate, begin, 0);
            default -> new Step.Window(kernel, stride, rate, begin, 0, 0);
        };
    }

    private static List<Long> list(Units units) {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < units.count(); i++) {
            all.add(units.first() + i * units.distance());
        }
        return all;
    }

    /** The last map and another one whose jump agrees with its, if only itself. */
    private Drawn sum(List<Drawn> pool) {
        Drawn last = pool.get(pool.size() - 1);
        Drawn other = pool.stream().filter(last::hasJumpOf).findFirst().orElseThrow();
        sums += other == last ? 0 : 1;
        return new Drawn(last.counts().plus(other.counts(), allowance), (unit, at) -> {
            TreeMap<Long, Long> all = last.truth().at(unit, at);
            other.truth().at(unit, at).forEach((position, paths) -> all.merge(position, paths, Long::sum));
            return all;
        });
    }

    private void check(Drawn drawn) {
        AxisCounts counts = drawn.counts();
        int own = counts.periods()[0];
        int other = counts.periods()[1];
        assertEquals(own * other, counts.phases().size());
        for (long unit = -3; unit < own + 4; unit++) {
            for (long beside = -2; beside < other + 3; beside++) {
                Counts phase = counts.phases().get(Math.floorMod(unit, own) * other + Math.floorMod(beside, other));
                long move = Math.floorDiv(unit, own) * counts.shift();
                assertEquals(drawn.truth().at(unit, beside), map(phase, move));
            }
        }
        for (int shorter = 1; shorter < own; shorter++) {
            assertFalse(repeats(drawn, shorter, 0), "every " + shorter + " of " + own);
        }
        for (int shorter = 1; shorter < other; shorter++) {
            assertFalse(repeats(drawn, 0, shorter), "every " + shorter + " of " + other + " beside");
        }
        repeating += own > 1 && other > 1 ? 1 : 0;
        for (int units = 0; units < 3 * own + 2; units++) {
            assertEquals(bulk(drawn.truth(), units), counts.bulk(units));
        }
    }

    private static TreeMap<Long, Long> map(Counts counts, long move) {
        TreeMap<Long, Long> map = new TreeMap<>();
        counts.row().ifPresent(row -> {
            for (int i = 0; i < row.length(); i++) {
                if (row.all().get(i).signum() > 0) {
                    map.put(row.start() + i + move, row.all().get(i).longValueExact());
                }
            }
        });
        return map;
    }

    /** True if all units are like those so many before, moved on by as much as that is of a period. */
    private static boolean repeats(Drawn drawn, int along, int beside) {
        AxisCounts counts = drawn.counts();
        if (along * counts.shift() % counts.periods()[0] != 0) {
            return false;
        }
        long move = along * counts.shift() / counts.periods()[0];
        for (long unit = 0; unit < counts.periods()[0]; unit++) {
            for (long other = 0; other < counts.periods()[1]; other++) {
                TreeMap<Long, Long> moved = new TreeMap<>();
                drawn.truth().at(unit, other).forEach((position, paths) -> moved.put(position + move, paths));
                if (!moved.equals(drawn.truth().at(unit + along, other + beside))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Optional<Bulk> bulk(Truth truth, int units) {
        Optional<Bulk> all = Optional.empty();
        for (int unit = 0; unit < units; unit++) {
            TreeMap<Long, Long> paths = truth.at(unit, 0);
            if (!paths.isEmpty()) {
                Bulk own = new Bulk(end(paths), end(new TreeMap<>(paths).descendingMap()));
                all = Optional.of(new Bulk(
                        Math.min(own.first(), all.orElse(own).first()),
                        Math.max(own.last(), all.orElse(own).last())));
            }
        }
        return all;
    }

    /** The first position, in the map's order, up to which more than 2.275 % of the paths lie. */
    private static long end(Map<Long, Long> paths) {
        BigInteger total = BigInteger.valueOf(
                paths.values().stream().mapToLong(some -> some).sum());
        long sum = 0;
        for (Map.Entry<Long, Long> some : paths.entrySet()) {
            sum += some.getValue();
            if (BigInteger.valueOf(sum * 100_000).compareTo(total.multiply(BigInteger.valueOf(2275))) > 0) {
                return some.getKey();
            }
        }
        throw new AssertionError("no path");
    }
}
