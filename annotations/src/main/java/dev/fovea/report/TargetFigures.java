package dev.fovea.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How a network is fed, as texts by name: for the last layer, and for endpoints that differ from it. */
final class TargetFigures {
    private TargetFigures() {}

    static Map<String, String> of(NetworkReport report) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (int i = 0; i < report.targets().size(); i++) {
            Target target = report.targets().get(i);
            String name = i == 0 ? "" : " of " + target.endpoint().orElse(target.layer());
            put(figures, "tiles", name, Cells.perAxis(target.axes(), "; ", axis -> axis.tiles()
                    .toString()));
            put(figures, "extents", name, Cells.perAxis(target.axes(), "; ", axis -> axis.extents()
                    .toString()));
            if (report.axes() == 1) {
                put(figures, "stream", name, Cells.perAxis(target.axes(), "; ", TargetFigures::stream));
            }
        }
        return figures;
    }

    /** What is compared besides: figures that follow from the network, but that people act on by themselves. */
    static Map<String, String> further(NetworkReport report) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (int i = 0; i < report.targets().size(); i++) {
            Target target = report.targets().get(i);
            String name = i == 0 ? "" : " of " + target.endpoint().orElse(target.layer());
            put(
                    figures,
                    "units of a step",
                    name,
                    axes(target, axis -> Cells.known(axis.tiles().units())));
            put(figures, "approximate context", name, axes(target, axis -> approximate(axis.tiles())));
            put(
                    figures,
                    "streamed",
                    name,
                    axes(
                            target,
                            axis -> axis.stream().buffers().isEmpty()
                                    ? stream(axis)
                                    : stream(axis) + ", buffers "
                                            + axis.stream().buffers()));
            put(
                    figures,
                    "lossless extents",
                    name,
                    axes(target, axis -> set(axis.extents().lossless())));
            put(
                    figures,
                    "uniform extents",
                    name,
                    axes(target, axis -> set(axis.extents().uniform())));
            put(
                    figures,
                    "proportional extents",
                    name,
                    axes(target, axis -> set(axis.extents().proportional())));
        }
        return figures;
    }

    private static String approximate(TilePlan tiles) {
        return Cells.known(tiles.approximateBefore()) + " before, " + Cells.known(tiles.approximateAfter()) + " after";
    }

    private static String axes(Target target, Function<TargetAxis, String> figure) {
        return Cells.perAxis(target.axes(), "; ", figure);
    }

    private static String set(Optional<ExtentSet> extents) {
        return extents.map(ExtentSet::toString).orElse("?");
    }

    /** An endpoint is left out where it is fed as the last layer is. */
    private static void put(Map<String, String> figures, String figure, String name, String text) {
        if (name.isEmpty() || !text.equals(figures.get(figure))) {
            figures.put(figure + name, text);
        }
    }

    private static String stream(TargetAxis axis) {
        return axis.stream().latency().isEmpty() && axis.tiles().reason().isPresent()
                ? "none: " + axis.tiles().reason().get()
                : axis.stream().toString();
    }
}
