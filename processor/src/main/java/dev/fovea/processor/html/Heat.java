package dev.fovea.processor.html;

/** Draws weights as cells: one colour for what is unread, a scale for what is read. */
final class Heat {
    /** Steps of the scale. */
    static final int LEVELS = 8;

    private static final int MOST_CELLS = 121;
    private static final int MOST_CELLS_IN_A_ROW = 600;

    private Heat() {}

    /** How many positions, per axis, one cell stands for. */
    static int factor(Weights weights) {
        int longest = Math.max(weights.rows(), weights.columns());
        int most = weights.rows() == 1 ? MOST_CELLS_IN_A_ROW : MOST_CELLS;
        return (longest + most - 1) / most;
    }

    /** Fills a box of the figure. */
    static void draw(Svg svg, Weights weights, double x, double y, double width, double height) {
        int factor = factor(weights);
        Weights cells = factor == 1 ? weights : weights.coarser(factor);
        fill(svg, cells.columns(), cells.levels(LEVELS), x, y, width, height);
    }

    /**
     * Fills a box of the figure with cells of levels, row by row.
     *
     * @param levels 0 = unread, to {@link #LEVELS}
     */
    static void fill(Svg svg, int columns, int[] levels, double x, double y, double width, double height) {
        svg.within(x, y, width / columns, height / (levels.length / columns));
        for (int level = 0; level <= LEVELS; level++) {
            String runs = runs(levels, columns, level);
            if (!runs.isEmpty()) {
                svg.path("cells heat" + level, runs);
            }
        }
        svg.end();
    }

    /** The runs of cells of a level in each row, as lines that are a cell thick. */
    private static String runs(int[] levels, int columns, int level) {
        StringBuilder data = new StringBuilder();
        for (int first = 0; first < levels.length; first += columns) {
            int start = -1;
            for (int column = 0; column <= columns; column++) {
                boolean isLevel = column < columns && levels[first + column] == level;
                if (isLevel && start < 0) {
                    start = column;
                } else if (!isLevel && start >= 0) {
                    data.append('M').append(start).append(' ').append(first / columns);
                    data.append(".5h").append(column - start);
                    start = -1;
                }
            }
        }
        return data.toString();
    }
}
