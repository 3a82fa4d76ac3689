package dev.fovea.core.pathmap;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Cells that are being filled: sums of paths, and one bit for every pixel. */
final class CellSums {
    private final int side;
    private final int rows;
    private final int columns;
    private final int across;
    private final double[] sums;
    private final BitSet[] read;

    CellSums(int rows, int columns, int side) {
        this.side = side;
        this.rows = rows;
        this.columns = columns;
        this.across = Cells.side(columns, side);
        this.sums = new double[Cells.side(rows, side) * across];
        this.read = Stream.generate(BitSet::new).limit(rows).toArray(BitSet[]::new);
    }

    /**
     * Adds the paths through a plane of units.
     *
     * @param plane paths to each unit, row by row; 0 only where there is none
     * @param down what each row of units reaches
     * @param along what each column of units reaches
     */
    void add(double[] plane, List<CellRun> down, List<CellRun> along) {
        for (int row = 0; row < down.size(); row++) {
            double[] rowSums = new double[across];
            BitSet rowRead = new BitSet(columns);
            for (int column = 0; column < along.size(); column++) {
                double paths = plane[row * along.size() + column];
                if (paths > 0) {
                    along.get(column).addTo(rowSums, paths);
                    rowRead.or(along.get(column).read());
                }
            }
            CellRun reached = down.get(row);
            for (int i = 0; i < reached.sums().length; i++) {
                for (int column = 0; column < across; column++) {
                    sums[(reached.first() + i) * across + column] += reached.sums()[i] * rowSums[column];
                }
            }
            reached.read().stream().forEach(pixel -> read[pixel].or(rowRead));
        }
    }

    Cells cells() {
        int[] counts = new int[sums.length];
        for (int row = 0; row < rows; row++) {
            int first = row / side * across;
            read[row].stream().forEach(column -> counts[first + column / side]++);
        }
        return Cells.of(side, rows, columns, sums, counts);
    }
}
