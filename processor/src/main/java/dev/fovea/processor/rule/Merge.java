package dev.fovea.processor.rule;

import dev.fovea.processor.build.AxisNames;
import dev.fovea.processor.finding.Place;
import dev.fovea.processor.network.Layer;
import dev.fovea.report.Rational;
import java.util.List;

/**
 * A merge along one axis.
 *
 * @param inputs positions of the links that are read unit by unit
 * @param coarsest the largest jump on the paths into the merge
 * @param causal whether a path into it pads before its input only
 */
record Merge(Subject subject, Layer layer, List<Integer> inputs, int axis, Rational coarsest, boolean causal) {
    /** The layer that an input comes from. */
    int source(int input) {
        return layer.links().get(input).source();
    }

    /** The name of that layer. */
    String name(int input) {
        return subject.network().name(source(input));
    }

    /** {@code " in height"}. */
    String where() {
        return AxisNames.along(axis, subject.network().axes());
    }

    /** Where the author names an input. */
    Place place(int input) {
        return layer.op().equals("Residual")
                ? Place.attribute(layer.declared(), "shortcut")
                : Place.attribute(layer.declared(), "from").at(input);
    }

    static String pixels(Rational distance) {
        return distance + (distance.equals(Rational.ONE) ? " pixel" : " pixels");
    }
}
