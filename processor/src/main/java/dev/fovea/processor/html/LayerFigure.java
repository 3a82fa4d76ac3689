package dev.fovea.processor.html;

import dev.fovea.processor.paths.PathCounts;
import dev.fovea.processor.paths.PathMap;
import dev.fovea.processor.rule.Subject;
import dev.fovea.report.AxisField;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Draws what the first unit of a layer reads of the input. */
final class LayerFigure {
    private static final int IMAGE = 2;
    private static final int MOST_PIXELS = 1 << 18;

    private final NetworkReport report;
    private final LayerReport layer;
    private final Subject subject;
    private final int index;
    private final Optional<PathMap> map;

    LayerFigure(Subject subject, NetworkReport report, int index) {
        this.report = report;
        this.layer = report.layers().get(index);
        this.subject = subject;
        this.index = index;
        this.map = isDrawn()
                ? PathMap.of(subject.analysis(), index, Collections.nCopies(report.axes(), 0L))
                : Optional.empty();
    }

    /** Following the paths from a large field takes its time, only to find in the end that they are too many. */
    private boolean isDrawn() {
        double pixels = 1;
        for (AxisField axis : layer.field()) {
            pixels *= axis.size().orElse(Long.MAX_VALUE);
        }
        return pixels <= MOST_PIXELS;
    }

    CoverageFigure figure() {
        List<Marginal> marginals = new ArrayList<>();
        for (int axis = report.axes() - 1; axis >= 0; axis--) {
            int along = axis;
            line(axis).ifPresent(line -> {
                Marginal marginal = Marginal.of(
                        "paths along " + Axes.names(report).get(along), line.start(), line.counts(), figures(along));
                if (marginals.stream().noneMatch(other -> isAlike(other, marginal))) {
                    marginals.add(marginal);
                }
            });
        }
        String endpoint = layer.endpoint()
                .filter(name -> !name.equals(layer.name()))
                .map(name -> name + ", ")
                .orElse("");
        return new CoverageFigure(
                endpoint + layer.name(), CoverageSection.summary(layer), map.flatMap(this::cells), marginals);
    }

    private Optional<PathCounts.Line> line(int axis) {
        return map.isPresent() ? map.get().line(axis) : subject.paths().line(index, axis);
    }

    private static boolean isAlike(Marginal one, Marginal other) {
        return one.first() == other.first()
                && one.weights().isLike(other.weights())
                && one.figures().equals(other.figures());
    }

    private String figures(int axis) {
        AxisField field = layer.field().get(axis);
        return field.erfStd().isEmpty() || field.erfWidth().isEmpty()
                ? ""
                : ": \u03c3 %s, 95.45 %% in %s"
                        .formatted(
                                Num.at(field.erfStd().get().doubleValue()),
                                field.erfWidth().getAsLong());
    }

    /** Of a volume the slice with the most paths. */
    private Optional<Weights> cells(PathMap paths) {
        List<Integer> size = paths.size();
        if (paths.counts().isEmpty()) {
            return Optional.empty();
        }
        int columns = size.get(size.size() - 1);
        int rows = size.size() < IMAGE ? 1 : size.get(size.size() - IMAGE);
        int area = rows * columns;
        List<BigInteger> best = paths.counts().subList(0, area);
        for (int slice = 1; slice < paths.counts().size() / area; slice++) {
            List<BigInteger> next = paths.counts().subList(slice * area, (slice + 1) * area);
            best = sum(next).compareTo(sum(best)) > 0 ? next : best;
        }
        return Optional.of(Weights.of(rows, columns, best));
    }

    private static BigInteger sum(List<BigInteger> counts) {
        return counts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
