package dev.fovea.report;

import java.util.LinkedHashMap;
import java.util.Map;

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
