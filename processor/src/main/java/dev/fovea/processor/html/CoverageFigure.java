package dev.fovea.processor.html;

import java.util.List;
import java.util.Optional;

/**
 * What one unit reads, as a picture: read, unread, by how many paths, and the profile of the effective field below.
 *
 * @param title whose unit
 * @param summary how much it reads
 * @param cells the picture of the last two axes; empty where it would be too large
 * @param marginals the profiles, of axes that differ
 */
record CoverageFigure(String title, String summary, Optional<Weights> cells, List<Marginal> marginals) {
    private static final int WIDTH = 336;
    private static final int MARGIN = 8;
    private static final int INNER = WIDTH - 2 * MARGIN;
    private static final int LARGEST_CELL = 24;
    private static final int STRIP = 24;
    private static final int PROFILE = 56;
    private static final int LINE = 18;
    private static final int LONGEST_TITLE = 42;
    private static final int LONGEST_TEXT = 50;

    /** True if there is nothing to draw. */
    boolean isEmpty() {
        return cells.isEmpty() && marginals.isEmpty();
    }

    Svg draw() {
        double cell = cell();
        double pictured = cells.map(weights -> weights.rows() == 1 ? STRIP : weights.rows() * cell)
                .orElse(0.0);
        double wide = columns() * cell;
        double below = MARGIN + 2.0 * LINE + (cells.isPresent() ? pictured + MARGIN : 0);
        int legend = (int) Math.ceil(below + marginals.size() * profileHeight());
        Svg svg = new Svg(WIDTH, legend + LINE + MARGIN / 2, title + ": " + summary);
        svg.text(MARGIN, MARGIN + 12, "start", "strong", Markup.shortened(title, LONGEST_TITLE));
        svg.text(MARGIN, MARGIN + 12 + LINE, "start", "quiet", Markup.shortened(summary + scale(), LONGEST_TEXT));
        cells.ifPresent(weights -> Heat.draw(svg, weights, MARGIN, MARGIN + 2.0 * LINE, wide, pictured));
        for (int i = 0; i < marginals.size(); i++) {
            profile(svg, marginals.get(i), below + i * profileHeight(), wide);
        }
        legend(svg, legend);
        return svg;
    }

    /** What a cell stands for, where that is not one position. */
    private String scale() {
        int factor = cells.map(Heat::factor).orElse(1);
        String square = cells.filter(weights -> weights.rows() == 1).isPresent() ? "" : "\u00d7" + factor;
        return factor == 1 ? "" : "; a cell is " + factor + square;
    }

    private int profileHeight() {
        return PROFILE + 3 * LINE + (cells.isPresent() ? 0 : STRIP + 4);
    }

    /** A part of a grid whose positions belong to interleaved networks. */
    static Svg lattices(String title, int columns, int[] levels) {
        String summary = "each reads the positions of its own colour";
        double cell = Math.min(LARGEST_CELL, (double) INNER / columns);
        double pictured = levels.length == columns ? STRIP : levels.length / columns * cell;
        Svg svg = new Svg(WIDTH, (int) Math.ceil(2 * MARGIN + 2 * LINE + pictured), title + ": " + summary);
        svg.text(MARGIN, MARGIN + 12, "start", "strong", title);
        svg.text(MARGIN, MARGIN + 12 + LINE, "start", "quiet", summary);
        Heat.fill(svg, columns, levels, MARGIN, MARGIN + 2.0 * LINE, columns * cell, pictured);
        return svg;
    }

    private void profile(Svg svg, Marginal marginal, double top, double wide) {
        double y = top;
        if (cells.isEmpty()) {
            Heat.draw(svg, marginal.weights(), MARGIN, y, wide, STRIP);
            y += STRIP + 4;
        }
        marginal.draw(svg, MARGIN, y, wide, PROFILE);
        y += PROFILE + LINE - 3;
        long last = marginal.first() + marginal.weights().columns() - 1;
        svg.text(MARGIN, y, "start", "quiet", Long.toString(marginal.first()));
        svg.text(MARGIN + Math.max(wide, 60), y, "end", "quiet", Long.toString(last));
        svg.text(
                MARGIN,
                y + LINE - 2,
                "start",
                "",
                Markup.shortened(marginal.axis() + marginal.figures(), LONGEST_TEXT));
    }

    private int columns() {
        return cells.map(Weights::columns).orElseGet(() -> marginals.stream()
                .mapToInt(marginal -> marginal.weights().columns())
                .max()
                .orElse(1));
    }

    private double cell() {
        int longest = Math.max(columns(), cells.map(Weights::rows).orElse(1));
        return Math.min(LARGEST_CELL, (double) INNER / longest);
    }

    private static void legend(Svg svg, double y) {
        svg.element("rect", "class", "fill0", "x", MARGIN, "y", Num.at(y), "width", 12, "height", 12);
        svg.text(MARGIN + 17, y + 10, "start", "", "unread");
        for (int level = 1; level <= Heat.LEVELS; level++) {
            double x = MARGIN + 80 + 14 * (level - 1);
            svg.element("rect", "class", "fill" + level, "x", Num.at(x), "y", Num.at(y), "width", 12, "height", 12);
        }
        svg.text(MARGIN + 80 + 14 * Heat.LEVELS + 5, y + 10, "start", "", "few to most paths");
    }
}
