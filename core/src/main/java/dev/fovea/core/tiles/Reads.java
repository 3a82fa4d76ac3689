package dev.fovea.core.tiles;

import dev.fovea.core.network.Deformed;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Resample;
import dev.fovea.core.network.Step;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the units of each map read others, as it repeats from step to step.
 *
 * @param source the map read
 * @param step how; its period divides the units per step
 */
record Reads(int source, Step.Local step) {
    /**
     * Per map, what it reads. {@code Padding.SAME} pads as for the extents given; other maps' extents by their integer
     * ratio.
     */
    static List<List<Reads>> of(AxisGraph graph, long[] extents) {
        List<List<Reads>> result = new ArrayList<>();
        for (int map = 0; map <= graph.target(); map++) {
            List<Reads> own = new ArrayList<>();
            if (map > 0 && graph.needs(map)) {
                for (Link link : graph.layer(map).links()) {
                    own.add(new Reads(link.source() + 1, step(graph, map, link, extents)));
                }
            }
            result.add(own);
        }
        return result;
    }

    private static Step.Local step(AxisGraph graph, int map, Link link, long[] extents) {
        Step step = link.steps().get(graph.axis());
        if (graph.resamples(map)) {
            return resampling(graph, map, link.source() + 1).orElseThrow();
        }
        if (step.deformed().isPresent()) {
            Deformed deformed = step.deformed().get();
            Step.Window nominal = padded(graph, map, deformed.nominal(), extents[link.source() + 1]);
            long reach = deformed.reach();
            long span = nominal.reach() + 1;
            return new Step.Window(
                    span + 2 * reach, nominal.stride(), 1, nominal.begin() + reach, nominal.end() + reach, 0);
        }
        return step.window().isPresent()
                ? padded(graph, map, step.window().get(), extents[link.source() + 1])
                : step.local().orElseThrow();
    }

    /** A map's window with the padding that an input of this extent gets. */
    static Step.Window padded(AxisGraph graph, int map, Step.Window window, long extent) {
        Optional<OutputExtent.Windowed> windowed = graph.extent(map).windowed();
        return windowed.isPresent() ? windowed.get().padded(extent) : window;
    }

    /**
     * How a map that has another's extent reads its source: by the ratio of their jumps, if that or its inverse is an
     * integer. At the declared extents the ratio may be another.
     */
    static Optional<Step.Local> resampling(AxisGraph graph, int map, int source) {
        Rational ratio = graph.ratio(map, source);
        Step step = link(graph, map, source).steps().get(graph.axis());
        if (ratio.equals(Rational.ONE) && step.local().isPresent()) {
            return Optional.of(Step.Window.IDENTITY);
        }
        boolean integer = ratio.numerator() == 1 || ratio.denominator() == 1;
        return step.resample()
                .filter(resample -> integer && resample.mode() != Resample.Mode.CORNERS)
                .map(resample -> new Resample(ratio.denominator(), ratio.numerator(), resample.mode()));
    }

    private static Link link(AxisGraph graph, int map, int source) {
        for (Link link : graph.layer(map).links()) {
            if (link.source() + 1 == source) {
                return link;
            }
        }
        throw new IllegalArgumentException(graph.layer(map).name());
    }
}
