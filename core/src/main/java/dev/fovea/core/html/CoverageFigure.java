package dev.fovea.core.html;

import dev.fovea.core.pathmap.Cells;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one unit reads, as a picture: read, unread, by how many paths, and the profile of the effective field below.
 *
 * @param title whose unit
 * @param summary how much it reads
 * @param details further details; may be empty
 * @param cells the picture of the last two axes; empty where it would be too large
 * @param marginals the profiles, of axes that differ
 */
record CoverageFigure(String title, String summary, String details, Optional<Cells> cells, List<Marginal> marginals) {
    private static final int WIDTH = 336;
    private static final int MARGIN = 8;
    private static final int INNER = WIDTH - 2 * MARGIN;
    /** Cells of a sequence; those of an image are square and fewer. */
    static final int MOST_IN_A_ROW = 600;

    private static final int LARGEST_CELL = 24;
    private static final int STRIP = 24;
    private static final int PROFILE = 56;
    private static final int LINE = 18;
    private static final int LONGEST_TITLE = 42;
    private static final int LONGEST_TEXT = 46;

    /** True if there is nothing to draw. */
    boolean isEmpty() {
        return cells.isEmpty() && marginals.isEmpty();
    }

    CoverageFigure titled(String other) {
        return new CoverageFigure(other, summary, details, cells, marginals);
    }

    Svg draw() {
        double cell = cell();
        double pictured = cells.map(drawn -> drawn.rows() == 1 ? STRIP : drawn.rows() * cell)
                .orElse(0.0);
        double wide = columns() * cell;
        List<String> titles = Labels.wrapped(title, LONGEST_TITLE);
        List<String> said = Stream.of(summary, details, scale())
                .filter(text -> !text.isEmpty())
                .toList();
        List<String> texts = said.stream()
                .flatMap(text -> Labels.wrapped(text, LONGEST_TEXT).stream())
                .toList();
        double top = MARGIN + (double) (titles.size() + texts.size()) * LINE;
        double below = top + (cells.isPresent() ? pictured + MARGIN : 0);
        int legend = (int) Math.ceil(below + marginals.size() * profileHeight());
        Svg svg = new Svg(WIDTH, legend + LINE + MARGIN / 2, title + ": " + String.join(", ", said));
        for (int i = 0; i < titles.size(); i++) {
            svg.text(MARGIN, MARGIN + 12 + i * LINE, "start", "strong", titles.get(i));
        }
        for (int i = 0; i < texts.size(); i++) {
            svg.text(MARGIN, MARGIN + 12 + (titles.size() + i) * LINE, "start", "quiet", texts.get(i));
        }
        cells.ifPresent(drawn -> Heat.draw(svg, drawn, MARGIN, top, wide, pictured));
        for (int i = 0; i < marginals.size(); i++) {
            profile(svg, marginals.get(i), below + i * profileHeight(), wide);
        }
        legend(svg, legend);
        return svg;
    }

    /** What a cell stands for, where that is not one position. */
    private String scale() {
        if (cells.isEmpty() || cells.get().side() == 1) {
            return "";
        }
        int side = cells.get().side();
        String text =
                cells.get().rows() == 1 ? "a cell is " + side + " positions" : "a cell is " + side + "\u00d7" + side;
        return text + (isPartlyRead() ? ", an orange line: partly unread" : "");
    }

    private boolean isPartlyRead() {
        return cells.filter(drawn -> Arrays.stream(drawn.unreadQuarters()).anyMatch(part -> part > 0 && part < 4))
                .isPresent();
    }

    private int profileHeight() {
        return PROFILE + 3 * LINE + (cells.isPresent() ? 0 : STRIP + 4);
    }

    /** A part of a grid whose positions belong to interleaved networks. */
    static Svg lattices(String title, String summary, int columns, int[] levels) {
        double cell = Math.min(LARGEST_CELL, (double) INNER / columns);
        double pictured = levels.length == columns ? STRIP : levels.length / columns * cell;
        Svg svg = new Svg(WIDTH, (int) Math.ceil(2 * MARGIN + 2 * LINE + pictured), title + ": " + summary);
        svg.text(MARGIN, MARGIN + 12, "start", "strong", title);
        svg.text(MARGIN, MARGIN + 12 + LINE, "start", "quiet", summary);
        Heat.lattices(svg, columns, levels, MARGIN, MARGIN + 2.0 * LINE, columns * cell, pictured);
        return svg;
    }

    private void profile(Svg svg, Marginal marginal, double top, double wide) {
        double y = top;
        if (cells.isEmpty()) {
            Heat.draw(svg, marginal.cells(MOST_IN_A_ROW), MARGIN, y, wide, STRIP);
            y += STRIP + 4;
        }
        marginal.draw(svg, MARGIN, y, wide, PROFILE);
        y += PROFILE + LINE - 3;
        if (!marginal.ends().isEmpty()) {
            svg.text(MARGIN, y, "start", "quiet", marginal.ends().get(0));
            svg.text(
                    MARGIN + Math.max(wide, 60),
                    y,
                    "end",
                    "quiet",
                    marginal.ends().get(1));
        }
        svg.text(
                MARGIN,
                y + LINE - 2,
                "start",
                "",
                Markup.shortened(marginal.axis() + marginal.figures(), LONGEST_TEXT));
    }

    private int columns() {
        return cells.map(Cells::columns).orElseGet(() -> marginals.stream()
                .mapToInt(marginal -> marginal.counts().paths().size())
                .max()
                .orElse(1));
    }

    private double cell() {
        int longest = Math.max(columns(), cells.map(Cells::rows).orElse(1));
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
