package dev.fovea.core.pathmap;

import dev.fovea.core.exact.Integers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Paths from the positions of a grid, summed up over square cells; those at the far borders may be smaller.
 *
 * @param side positions of a cell, per axis
 * @param rows positions of the grid along its first axis; 1 for a sequence
 * @param columns positions along its last axis
 * @param shares per cell, row by row, the mean number of paths in millionths of the largest; 0 = unread, and never 0 for a
 *     cell that is read
 * @param read per cell, the positions that some path leads from
 */
public record Cells(int side, int rows, int columns, List<Integer> shares, List<Integer> read) {
    private static final double WHOLE = 1e6;
    private static final int QUARTERS = 4;

    public Cells {
        shares = List.copyOf(shares);
        read = List.copyOf(read);
    }

    /** @param sums of the paths from each cell's positions */
    static Cells of(int side, int rows, int columns, double[] sums, int[] read) {
        double[] means = new double[sums.length];
        Arrays.setAll(means, cell -> sums[cell] / positions(cell, side, rows, columns));
        double most = Arrays.stream(means).max().orElse(0);
        List<Integer> shares = new ArrayList<>();
        for (int cell = 0; cell < sums.length; cell++) {
            shares.add(read[cell] == 0 ? 0 : (int) Math.max(1, Math.round(means[cell] / most * WHOLE)));
        }
        return new Cells(
                side, rows, columns, shares, Arrays.stream(read).boxed().toList());
    }

    /** The smallest side with which there are no more than {@code most} cells along an axis. */
    static int side(int positions, int most) {
        return (int) Integers.ceilDiv(positions, most);
    }

    /** A sequence in runs. */
    public static Cells of(Profile line, int most) {
        return product(new Profile(0, List.of(1.0)), line, most);
    }

    /** A grid in which the number of paths is the product of those along the axes. */
    public static Cells product(Profile down, Profile across, int most) {
        int rows = down.paths().size();
        int columns = across.paths().size();
        int side = side(Math.max(rows, columns), most);
        double[] rowSums = sums(down, side);
        double[] columnSums = sums(across, side);
        int[] rowsRead = read(down, side);
        int[] columnsRead = read(across, side);
        double[] sums = new double[rowSums.length * columnSums.length];
        int[] read = new int[sums.length];
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] = rowSums[cell / columnSums.length] * columnSums[cell % columnSums.length];
            read[cell] = rowsRead[cell / columnSums.length] * columnsRead[cell % columnSums.length];
        }
        return of(side, rows, columns, sums, read);
    }

    private static double[] sums(Profile line, int side) {
        double[] sums = new double[side(line.paths().size(), side)];
        for (int i = 0; i < line.paths().size(); i++) {
            sums[i / side] += line.paths().get(i);
        }
        return sums;
    }

    private static int[] read(Profile line, int side) {
        int[] read = new int[side(line.paths().size(), side)];
        for (int i = 0; i < line.paths().size(); i++) {
            read[i / side] += line.paths().get(i) > 0 ? 1 : 0;
        }
        return read;
    }

    /** Number of cells beside each other. */
    public int across() {
        return side(columns, side);
    }

    private static long positions(int cell, int side, int rows, int columns) {
        int across = side(columns, side);
        long height = Math.min(side, rows - cell / across * side);
        return height * Math.min(side, columns - cell % across * side);
    }

    /** Per cell, how many quarters of it, rounded up, are unread; 4 only where nothing is read. */
    public int[] unreadQuarters() {
        int[] quarters = new int[read.size()];
        Arrays.setAll(quarters, cell -> {
            long positions = positions(cell, side, rows, columns);
            long quarter = Integers.ceilDiv(QUARTERS * (positions - read.get(cell)), positions);
            return (int) (read.get(cell) > 0 ? Math.min(QUARTERS - 1, quarter) : QUARTERS);
        });
        return quarters;
    }
}
