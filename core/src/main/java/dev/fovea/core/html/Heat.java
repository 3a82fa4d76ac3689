package dev.fovea.core.html;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.pathmap.Cells;

/** Draws numbers of paths as cells: one colour for what is unread, a scale for what is read. */
final class Heat {
    /** Steps of the scale. */
    static final int LEVELS = 8;

    private static final int QUARTERS = 3;
    private static final long WHOLE = 1_000_000;

    private Heat() {}

    /** Fills a box of the figure; of a cell that is read in part, a line through it shows how much is unread. */
    static void draw(Svg svg, Cells cells, double x, double y, double width, double height) {
        int[] levels = cells.shares().stream().mapToInt(Heat::level).toArray();
        int[] quarters = cells.unreadQuarters();
        svg.within(x, y, width / cells.across(), height / (levels.length / cells.across()));
        for (int level = 0; level <= LEVELS; level++) {
            runs(svg, "cells heat" + level, levels, cells.across(), level);
        }
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            runs(svg, "heat0 part" + quarter, quarters, cells.across(), quarter);
        }
        svg.end();
        frame(svg, x, y, width, height);
    }

    private static void frame(Svg svg, double x, double y, double width, double height) {
        svg.element(
                "rect",
                "class",
                "frame",
                "x",
                Num.at(x),
                "y",
                Num.at(y),
                "width",
                Num.at(width),
                "height",
                Num.at(height));
    }

    private static int level(int share) {
        return (int) Integers.ceilDiv(share * (long) LEVELS, WHOLE);
    }

    /**
     * Fills a box of the figure with cells of levels, row by row.
     *
     * @param levels 0 = unread, to {@link #LEVELS}
     */
    static void fill(Svg svg, int columns, int[] levels, double x, double y, double width, double height) {
        fill(svg, "heat", columns, levels, x, y, width, height);
    }

    /** The same with the colours of interleaved networks, which are not counts. */
    static void lattices(Svg svg, int columns, int[] levels, double x, double y, double width, double height) {
        fill(svg, "lattice", columns, levels, x, y, width, height);
    }

    private static void fill(
            Svg svg, String colour, int columns, int[] levels, double x, double y, double width, double height) {
        svg.within(x, y, width / columns, height / (levels.length / columns));
        for (int level = 0; level <= LEVELS; level++) {
            runs(svg, "cells " + colour + level, levels, columns, level);
        }
        svg.end();
        frame(svg, x, y, width, height);
    }

    /** The runs of cells of a level in each row, as lines that are a cell thick; each begins where the last one ended. */
    private static void runs(Svg svg, String classes, int[] levels, int columns, int level) {
        StringBuilder data = new StringBuilder();
        int row = 0;
        int end = 0;
        for (int first = 0; first < levels.length; first += columns) {
            int start = -1;
            for (int column = 0; column <= columns; column++) {
                boolean isLevel = column < columns && levels[first + column] == level;
                if (isLevel && start < 0) {
                    start = column;
                } else if (!isLevel && start >= 0) {
                    data.append(
                            data.isEmpty()
                                    ? "M" + start + " " + first / columns + ".5"
                                    : move(start - end, first / columns - row));
                    data.append('h').append(column - start);
                    end = column;
                    row = first / columns;
                    start = -1;
                }
            }
        }
        if (!data.isEmpty()) {
            svg.path(classes, data.toString());
        }
    }

    private static String move(int across, int down) {
        return "m" + across + (down < 0 ? "" : " ") + down;
    }
}
