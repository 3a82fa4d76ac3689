package dev.fovea.core.html;

import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.ProfilePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The spatial-scale profile: how large the fields are at each depth, and how wide the part of them that counts. */
final class ProfileChart {
    private static final int WIDTH = 720;
    private static final int PLOT = 280;
    private static final int LEFT = 64;
    private static final int RIGHT = WIDTH - 132;
    private static final int ROW = 17;
    private static final int BELOW = 48;
    private static final int LONGEST_NAME = 24;

    private final NetworkReport report;
    private final List<Line> lines = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final List<ProfilePoint> points;
    private final Set<String> whole = new HashSet<>();
    private final int depth;
    private final boolean isLog;

    /** A size to compare with. */
    private record Line(String classes, String name, long pixels) {}

    /** The largest figure at each depth. */
    private record Curve(String classes, String name, Map<Integer, Long> values) {}

    private ProfileChart(NetworkReport report, List<Long> objectSizes, boolean isLog) {
        this.report = report;
        this.isLog = isLog;
        this.points = report.profile();
        this.depth = points.stream().mapToInt(ProfilePoint::depth).max().orElse(1);
        for (LayerReport layer : report.layers()) {
            if (layer.field().stream()
                    .allMatch(axis -> axis.global() && axis.jump().isEmpty())) {
                whole.add(layer.name());
            }
        }
        List<OptionalLong> input = report.input().size();
        boolean alike = input.stream().distinct().count() == 1;
        for (int axis = 0; axis < (alike ? 1 : input.size()); axis++) {
            String name = alike ? "input " : "input " + Axes.names(report).get(axis) + " ";
            input.get(axis).ifPresent(pixels -> lines.add(new Line("input", name + pixels, pixels)));
        }
        objectSizes.forEach(size -> lines.add(new Line("object", "object " + size, size)));
        curve("field", ProfilePoint::size);
        curve("effective", ProfilePoint::effective);
    }

    static Svg of(NetworkReport report, List<Long> objectSizes, boolean isLog) {
        return new ProfileChart(report, objectSizes, isLog).draw();
    }

    private void curve(String name, Function<ProfilePoint, List<OptionalLong>> figure) {
        for (int axis = 0; axis < report.axes(); axis++) {
            Map<Integer, Long> values = new TreeMap<>();
            for (ProfilePoint point : points) {
                List<OptionalLong> figures = figure.apply(point);
                if (!whole.contains(point.layer())
                        && axis < figures.size()
                        && figures.get(axis).isPresent()) {
                    values.merge(point.depth(), figures.get(axis).getAsLong(), Math::max);
                }
            }
            boolean isNew = curves.stream().noneMatch(curve -> curve.values().equals(values));
            if (!values.isEmpty() && (isNew || axis == 0)) {
                curves.add(new Curve(name + axis, name, values));
            }
        }
    }

    private Svg draw() {
        List<ProfilePoint> marked = points.stream()
                .filter(point -> point.endpoint().isPresent() && size(point).isPresent())
                .sorted(Comparator.comparingInt(ProfilePoint::depth))
                .toList();
        List<Labels.Label> labels = marked.stream()
                .map(point -> new Labels.Label(
                        x(point.depth()),
                        Markup.shortened(point.endpoint().get(), LONGEST_NAME) + " " + Axes.sizes(point.size())))
                .toList();
        List<Integer> rows = Labels.rows(labels);
        int above = 12 + ROW * (1 + rows.stream().mapToInt(row -> row + 1).max().orElse(0));
        Scale scale = new Scale(isLog, most(), above, above + PLOT);
        Svg svg = new Svg(WIDTH, above + PLOT + BELOW, label());
        grid(svg, scale);
        names(svg, scale);
        curves.forEach(curve -> svg.path("curve " + curve.classes(), stairs(curve, scale)));
        for (ProfilePoint point : points) {
            if (whole.contains(point.layer()) && size(point).isPresent()) {
                mark(svg, "whole", point, scale);
            }
        }
        for (int i = 0; i < marked.size(); i++) {
            double y = above - 10 - ROW * rows.get(i);
            double x = labels.get(i).x();
            svg.line("lead", x, y + 4, x, scale.at(size(marked.get(i)).getAsLong()));
            mark(svg, "endpoint", marked.get(i), scale);
            Labels.Label label = labels.get(i);
            svg.text(Math.max(label.width(), x + 3), y, "end", "strong", label.text());
        }
        return svg;
    }

    private String label() {
        StringBuilder text = new StringBuilder("Spatial-scale profile of " + report.model() + ", "
                + (isLog ? "logarithmic" : "linear") + " scale: field size in input pixels against depth.");
        for (ProfilePoint point : points) {
            point.endpoint().ifPresent(name -> text.append(" Endpoint ")
                    .append(name)
                    .append(": ")
                    .append(Axes.sizes(point.size()))
                    .append('.'));
        }
        return text.toString();
    }

    private long most() {
        long most = 1;
        for (Curve curve : curves) {
            most = curve.values().values().stream().reduce(most, Math::max);
        }
        for (Line line : lines) {
            most = Math.max(most, line.pixels());
        }
        return most;
    }

    private double x(double at) {
        return LEFT + (at - 0.5) * (RIGHT - LEFT) / depth;
    }

    private static OptionalLong size(ProfilePoint point) {
        return point.size().isEmpty() ? OptionalLong.empty() : point.size().get(0);
    }

    private static void mark(Svg svg, String classes, ProfilePoint point, double x, double y) {
        svg.element("circle", "class", classes, "cx", Num.at(x), "cy", Num.at(y), "r", "4");
    }

    private void mark(Svg svg, String classes, ProfilePoint point, Scale scale) {
        mark(svg, classes, point, x(point.depth()), scale.at(size(point).getAsLong()));
    }

    private void grid(Svg svg, Scale scale) {
        for (long tick : scale.ticks()) {
            svg.line("grid", LEFT, scale.at(tick), RIGHT, scale.at(tick));
            svg.text(LEFT - 8, scale.at(tick) + 4, "end", "", Num.grouped(tick));
        }
        Scale across = new Scale(false, depth, 0, 0);
        for (long tick : across.ticks()) {
            if (tick > 0) {
                svg.text(x(tick), scale.bottom() + 18, "middle", "", Long.toString(tick));
            }
        }
        svg.line("axis", LEFT, scale.bottom(), RIGHT, scale.bottom());
        svg.line("axis", LEFT, scale.top(), LEFT, scale.bottom());
        svg.text((LEFT + RIGHT) / 2.0, scale.bottom() + 38, "middle", "quiet", "depth, in layers");
        svg.text(LEFT - 8, scale.bottom() + 18, "end", "quiet", "pixels");
    }

    /** Lines to compare with, and the names of all lines to the right of the plot. */
    private void names(Svg svg, Scale scale) {
        List<Double> wished = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Line line : lines) {
            svg.line("compare " + line.classes(), LEFT, scale.at(line.pixels()), RIGHT, scale.at(line.pixels()));
            wished.add(scale.at(line.pixels()) + 4);
            names.add(line.name());
        }
        for (Curve curve : curves) {
            List<Integer> depths = List.copyOf(curve.values().keySet());
            long last = curve.values().get(depths.get(depths.size() - 1));
            wished.add(scale.at(last) + 4);
            boolean isOnly = curves.stream()
                            .filter(other -> other.name().equals(curve.name()))
                            .count()
                    == 1;
            int axis = curve.classes().charAt(curve.classes().length() - 1) - '0';
            names.add(curve.name() + " " + (isOnly ? "" : Axes.names(report).get(axis) + " ") + last);
        }
        List<Double> places = Labels.apart(wished, ROW - 2);
        for (int i = 0; i < names.size(); i++) {
            svg.text(RIGHT + 6, places.get(i), "start", "", names.get(i));
        }
    }

    /** A step per depth: the figure does not change between two layers. */
    private String stairs(Curve curve, Scale scale) {
        StringBuilder data = new StringBuilder();
        int previous = -1;
        for (Map.Entry<Integer, Long> entry : curve.values().entrySet()) {
            int at = entry.getKey();
            String y = Num.at(scale.at(entry.getValue()));
            data.append(at == previous + 1 ? "V" + y : "M" + Num.at(x(at - 0.5)) + " " + y);
            data.append("H").append(Num.at(x(at + 0.5)));
            previous = at;
        }
        return data.toString();
    }
}
