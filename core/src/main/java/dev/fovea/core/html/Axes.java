package dev.fovea.core.html;

import dev.fovea.core.network.AxisNames;
import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Figures that every axis has: written once where they are alike. */
final class Axes {
    private Axes() {}

    /** Names of the axes, as in the report's tables. */
    static List<String> names(NetworkReport report) {
        return AxisNames.all(report.axes());
    }

    /** {@code 35}, or {@code 35x99} where the axes differ. */
    static String sizes(List<OptionalLong> sizes) {
        return joined(
                sizes.stream()
                        .map(size -> size.isPresent() ? Long.toString(size.getAsLong()) : "?")
                        .toList(),
                "\u00d7");
    }

    /** One text where all are alike, else all of them. */
    static String joined(List<String> perAxis, String separator) {
        return perAxis.stream().distinct().count() == 1
                ? perAxis.get(0)
                : perAxis.stream().collect(Collectors.joining(separator));
    }
}
