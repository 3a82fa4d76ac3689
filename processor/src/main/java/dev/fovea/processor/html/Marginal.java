package dev.fovea.processor.html;

import java.math.BigInteger;
import java.util.List;

/**
 * The numbers of paths along one axis: the effective field's profile, with all weights one.
 *
 * @param axis name of the axis
 * @param first position of the first number
 * @param weights one row of them
 * @param figures what else there is to say of it; may be empty
 */
record Marginal(String axis, long first, Weights weights, String figures) {
    private static final int MOST_STEPS = 240;

    static Marginal of(String axis, long first, List<BigInteger> counts, String figures) {
        return new Marginal(axis, first, Weights.of(1, counts.size(), counts), figures);
    }

    /** Fills a box of a figure with an area of steps. */
    void draw(Svg svg, double x, double y, double width, double height) {
        int factor = (weights.columns() + MOST_STEPS - 1) / MOST_STEPS;
        Weights steps = factor == 1 ? weights : weights.coarser(factor);
        StringBuilder area =
                new StringBuilder("M").append(Num.at(x)).append(' ').append(Num.at(y + height));
        double step = width * factor / weights.columns();
        for (int i = 0; i < steps.columns(); i++) {
            double share = steps.values()[i] / 1e6;
            area.append('V').append(Num.at(y + height * (1 - share)));
            area.append('H').append(Num.at(Math.min(x + width, x + step * (i + 1))));
        }
        svg.path("area", area.append('V').append(Num.at(y + height)).append('Z').toString());
        svg.line("axis", x, y + height, x + width, y + height);
    }
}
