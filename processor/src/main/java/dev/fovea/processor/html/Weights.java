package dev.fovea.processor.html;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * How much each position of a grid is read, in millionths of the most read one.
 *
 * @param rows positions along the first axis; 1 for a sequence
 * @param columns positions along the last axis
 * @param values row by row; 0 = unread, and never 0 for a position that is read
 */
record Weights(int rows, int columns, int[] values) {
    private static final long WHOLE = 1_000_000;

    /** Numbers of paths, row by row. */
    static Weights of(int rows, int columns, List<BigInteger> counts) {
        BigInteger most = counts.stream().reduce(BigInteger.ZERO, BigInteger::max);
        return new Weights(
                rows,
                columns,
                counts.stream().mapToInt(count -> share(count, most)).toArray());
    }

    /** A grid in which the number of paths is the product of those along the axes. */
    static Weights product(List<BigInteger> rows, List<BigInteger> columns) {
        int[] down = of(1, rows.size(), rows).values;
        int[] across = of(1, columns.size(), columns).values;
        int[] values = new int[down.length * across.length];
        for (int i = 0; i < values.length; i++) {
            long product = (long) down[i / across.length] * across[i % across.length];
            values[i] = product == 0 ? 0 : (int) Math.max(1, product / WHOLE);
        }
        return new Weights(down.length, across.length, values);
    }

    private static int share(BigInteger count, BigInteger most) {
        if (count.signum() == 0) {
            return 0;
        }
        return Math.max(
                1, count.multiply(BigInteger.valueOf(WHOLE)).divide(most).intValueExact());
    }

    /** True if the other grid has the same weights; the array keeps the record's own equality from telling. */
    boolean isLike(Weights other) {
        return columns == other.columns && Arrays.equals(values, other.values);
    }

    /** The mean weight of squares of positions, or of runs in a sequence; those at the far borders may be smaller. */
    Weights coarser(int factor) {
        int down = rows == 1 ? 1 : factor;
        int newRows = (rows + down - 1) / down;
        int newColumns = (columns + factor - 1) / factor;
        int[] means = new int[newRows * newColumns];
        for (int row = 0; row < newRows; row++) {
            for (int column = 0; column < newColumns; column++) {
                long sum = 0;
                int count = 0;
                for (int y = row * down; y < Math.min(rows, (row + 1) * down); y++) {
                    for (int x = column * factor; x < Math.min(columns, (column + 1) * factor); x++) {
                        sum += values[y * columns + x];
                        count++;
                    }
                }
                means[row * newColumns + column] = sum == 0 ? 0 : (int) Math.max(1, sum / count);
            }
        }
        return new Weights(newRows, newColumns, means);
    }

    /** Per position 0 = unread, else 1 to {@code most}. */
    int[] levels(int most) {
        int[] levels = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            levels[i] = (int) ((values[i] * (long) most + WHOLE - 1) / WHOLE);
        }
        return levels;
    }
}
