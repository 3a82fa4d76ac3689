package dev.fovea.core.paths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rows of rounded numbers against the numbers themselves: rounding begins early here, so that it tells. */
final class RowTest {
    private final Random random = new Random(11);
    private int certainEnds;
    private int openEnds;

    /** What a row stands for. */
    private record Pair(Row row, TreeMap<Long, BigInteger> truth) {
        BigInteger total() {
            return truth.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        }
    }

    @Test
    void numbersAreWithinTheirBoundsAndWidthsNeverWrong() {
        int certain = 0;
        int open = 0;
        for (int i = 0; i < 1000; i++) {
            int early = Row.MOST_BITS - 16 - random.nextInt(20);
            Pair pair = one();
            for (int layer = random.nextInt(25); layer >= 0; layer--) {
                pair = next(pair, early);
            }
            check(pair);
            BigInteger paths = pair.total()
                    .multiply(BigInteger.valueOf(1 + random.nextInt(10_000)))
                    .add(BigInteger.valueOf(9_999))
                    .divide(BigInteger.valueOf(10_000));
            OptionalLong run = pair.row().shortestRun(paths);
            if (run.isPresent()) {
                assertEquals(shortest(pair.truth(), paths), run.getAsLong());
                certain++;
            } else {
                open++;
            }
            checkWithout(pair, pair.total().subtract(paths));
        }
        assertTrue(certain >= 710 && open > 10, certain + " and " + open);
        assertTrue(certainEnds >= 663 && openEnds > 10, certainEnds + " and " + openEnds);
    }

    private void checkWithout(Pair pair, BigInteger leftOut) {
        Optional<Bulk> rest = pair.row().without(leftOut);
        if (rest.isPresent()) {
            Bulk truth = new Bulk(
                    end(pair.truth(), leftOut), end(new TreeMap<>(pair.truth().descendingMap()), leftOut));
            assertEquals(truth, rest.get());
            certainEnds++;
        } else {
            openEnds++;
        }
    }

    /** The first position, in the map's order, up to which there are more than so many paths. */
    private static long end(TreeMap<Long, BigInteger> truth, BigInteger leftOut) {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<Long, BigInteger> some : truth.entrySet()) {
            sum = sum.add(some.getValue());
            if (sum.compareTo(leftOut) > 0) {
                return some.getKey();
            }
        }
        throw new AssertionError("fewer paths");
    }

    /** Three layers of two taps have the paths 1, 3, 3, 1. */
    @Test
    void runsAndEndsOfBinomialsAreKnown() {
        Row row = Row.ONE.spread(1, 2, 1, 2, 1).spread(1, 2, 1, 3, 2).spread(1, 2, 1, 4, 3);
        assertEquals(
                List.of(1, 3, 3, 1),
                row.all().stream().map(BigInteger::intValue).toList());
        int[] runs = {1, 1, 1, 1, 2, 2, 2, 3, 4};
        for (int paths = 1; paths < runs.length; paths++) {
            assertEquals(OptionalLong.of(runs[paths]), row.shortestRun(BigInteger.valueOf(paths)));
        }
        int[] firsts = {0, 1, 1, 1, 2, 2, 2, 3};
        for (int paths = 0; paths < firsts.length; paths++) {
            Bulk rest = new Bulk(firsts[paths] + 9, 3 - firsts[paths] + 9);
            assertEquals(Optional.of(rest), row.shift(9).without(BigInteger.valueOf(paths)));
        }
    }

    @Test
    void rowsAreEqualWhereNothingTellsThemApart() {
        Row pair = Row.ONE.spread(1, 2, 1, 2, 1);
        Row oneWay = pair.spread(3, 2, 1, 5, 2);
        Row otherWay = Row.ONE.spread(3, 2, 1, 4, 1).spread(1, 2, 1, 5, 2);
        assertEquals(oneWay, otherWay);
        assertEquals(oneWay.hashCode(), otherWay.hashCode());
        assertNotEquals(oneWay, oneWay.shift(1), "start");
        assertNotEquals(oneWay, oneWay.times(2, 3), "numbers");
        assertNotEquals(pair, oneWay, "length");
        assertNotEquals(pair, null);
        // A total of one bit more takes a unit of twice the size; the ones become one unit each.
        assertNotEquals(pair.times(1, Row.MOST_BITS + 2), pair.times(1, Row.MOST_BITS + 3), "unit");
        // Two rounded ones side by side may each be too large by a unit; their sum tells less than the rounded pair.
        Row rounded = Row.ONE.times(1, Row.MOST_BITS + 1);
        Row sum = rounded.plus(rounded.shift(1), 2, Row.MOST_BITS + 1);
        Row roundedPair = pair.times(1, Row.MOST_BITS + 1);
        assertEquals(sum.all(), roundedPair.all());
        assertNotEquals(sum, roundedPair, "error");
    }

    private static void check(Pair pair) {
        Row row = pair.row();
        assertEquals(pair.truth().firstKey(), row.start());
        assertEquals(pair.truth().lastKey() - row.start() + 1, row.length());
        for (int i = 0; i < row.length(); i++) {
            BigInteger exact = pair.truth().getOrDefault(row.start() + i, BigInteger.ZERO);
            BigInteger over = row.all().get(i).subtract(exact);
            assertTrue(over.signum() >= 0 && over.compareTo(row.error()) <= 0, over + " of " + row.error());
            assertEquals(exact.signum(), row.all().get(i).signum());
        }
    }

    private static Pair one() {
        return new Pair(Row.ONE, new TreeMap<>(Map.of(0L, BigInteger.ONE)));
    }

    private Pair next(Pair pair, int early) {
        return switch (random.nextInt(4)) {
            case 0 -> plus(pair, random.nextBoolean() ? pair : one(), early);
            case 1 -> times(pair, 1 + random.nextInt(9), early);
            default -> spread(pair, 1 + random.nextInt(3), 2 + random.nextInt(4), 1 + random.nextInt(3), early);
        };
    }

    private Pair plus(Pair one, Pair two, int early) {
        long move = random.nextInt(9) - 4;
        TreeMap<Long, BigInteger> sum = new TreeMap<>(one.truth());
        two.truth().forEach((at, paths) -> sum.merge(at + move, paths, BigInteger::add));
        Pair result = new Pair(one.row(), sum);
        int length = (int) (sum.lastKey() - sum.firstKey() + 1);
        return new Pair(one.row().plus(two.row().shift(move), length, early(result, early)), sum);
    }

    private static Pair times(Pair pair, long factor, int early) {
        TreeMap<Long, BigInteger> products = new TreeMap<>(pair.truth());
        products.replaceAll((at, paths) -> paths.multiply(BigInteger.valueOf(factor)));
        return new Pair(pair.row().times(factor, early(new Pair(pair.row(), products), early)), products);
    }

    private static Pair spread(Pair pair, int step, int copies, int factor, int early) {
        TreeMap<Long, BigInteger> sums = new TreeMap<>();
        for (long copy = 0; copy < copies; copy++) {
            long move = copy * step;
            pair.truth()
                    .forEach((at, paths) ->
                            sums.merge(at + move, paths.multiply(BigInteger.valueOf(factor)), BigInteger::add));
        }
        int length = pair.row().length() + step * (copies - 1);
        return new Pair(
                pair.row().spread(step, copies, factor, length, early(new Pair(pair.row(), sums), early)), sums);
    }

    private static int early(Pair pair, int early) {
        return pair.total().bitLength() + early;
    }

    private static long shortest(TreeMap<Long, BigInteger> truth, BigInteger paths) {
        for (long length = 1; ; length++) {
            for (long first = truth.firstKey(); first <= truth.lastKey(); first++) {
                BigInteger sum =
                        truth.subMap(first, first + length).values().stream().reduce(BigInteger.ZERO, BigInteger::add);
                if (sum.compareTo(paths) >= 0) {
                    return length;
                }
            }
        }
    }
}
