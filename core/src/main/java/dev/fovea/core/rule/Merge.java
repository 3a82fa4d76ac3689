package dev.fovea.core.rule;

import dev.fovea.core.analysis.MergePaths;
import dev.fovea.core.finding.Place;
import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Layer;
import dev.fovea.report.Rational;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A merge along one axis.
 *
 * @param inputs positions of the links that are read unit by unit
 * @param coarsest the largest jump on the paths into the merge
 * @param causal whether a path into it pads before its input only
 * @param paths between merges and the maps that all paths into them pass
 */
record Merge(
        AnalysedNetwork analysed,
        Layer layer,
        List<Integer> inputs,
        int axis,
        Rational coarsest,
        boolean causal,
        MergePaths paths) {
    /** The layer that an input comes from. */
    int source(int input) {
        return layer.links().get(input).source();
    }

    /** The name of that layer. */
    String name(int input) {
        return WindowText.name(analysed.network(), source(input));
    }

    /** {@code " in height"}; empty where the inputs look alike along all axes. */
    String where() {
        int axes = analysed.network().axes();
        boolean alike = inputs.stream()
                .allMatch(input -> IntStream.range(0, axes)
                                .mapToObj(other -> analysed.analysis().seen(source(input), other))
                                .distinct()
                                .count()
                        == 1);
        return alike ? "" : AxisNames.along(axis, axes);
    }

    /** Where the author names an input. */
    Place place(int input) {
        Place place = Place.attribute(layer.site(), layer.operation().sourceAttribute());
        return layer.operation().isMerge() ? place.at(layer.links().get(input).entry()) : place;
    }

    static String pixels(Rational distance) {
        return counted(distance, "pixel");
    }

    /** {@code 3/4 position}, {@code 1 position}, {@code 3/2 positions}. */
    static String counted(Rational number, String what) {
        boolean one = number.compareTo(Rational.ZERO) > 0 && number.compareTo(Rational.ONE) <= 0;
        return number + " " + what + (one ? "" : "s");
    }
}
