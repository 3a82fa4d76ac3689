package dev.fovea.core.html;

import dev.fovea.core.pathmap.Cells;
import dev.fovea.core.pathmap.Profile;
import java.util.List;

/**
 * The numbers of paths along one axis: the effective field's profile, with all weights one.
 *
 * @param axis name of the axis
 * @param ends what to write below the first and the last number
 * @param counts the numbers
 * @param figures further figures; may be empty
 */
record Marginal(String axis, List<String> ends, Profile counts, String figures) {
    private static final int MOST_STEPS = 240;

    /** The numbers in at most the given number of cells. */
    Cells cells(int most) {
        return Cells.of(counts, most);
    }

    /** True if the other one looks like this, but for the name of the axis; its numbers may be rounded in another way. */
    boolean isLike(Marginal other) {
        List<Integer> shares = cells(MOST_STEPS).shares();
        List<Integer> others = other.cells(MOST_STEPS).shares();
        boolean isLike = ends.equals(other.ends)
                && figures.equals(other.figures)
                && counts.paths().size() == other.counts.paths().size();
        for (int i = 0; isLike && i < shares.size(); i++) {
            isLike = Math.abs(shares.get(i) - others.get(i)) <= 1;
        }
        return isLike;
    }

    /** Fills a box of a figure with an area of steps. */
    void draw(Svg svg, double x, double y, double width, double height) {
        Cells steps = cells(MOST_STEPS);
        StringBuilder area =
                new StringBuilder("M").append(Num.at(x)).append(' ').append(Num.at(y + height));
        double step = width * steps.side() / counts.paths().size();
        List<Integer> shares = steps.shares();
        for (int i = 0; i < shares.size(); i++) {
            area.append('V').append(Num.at(y + height * (1 - shares.get(i) / 1e6)));
            area.append('H').append(Num.at(Math.min(x + width, x + step * (i + 1))));
        }
        svg.path("area", area.append('V').append(Num.at(y + height)).append('Z').toString());
        svg.line("axis", x, y + height, x + width, y + height);
    }
}
