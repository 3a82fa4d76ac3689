package dev.fovea.core.paths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rows of rounded numbers against the numbers themselves: rounding begins early here, so that it tells. */
final class RowTest {
    private final Random random = new Random(11);

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
        }
        assertTrue(certain > 300 && open > 10, certain + " and " + open);
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
