package dev.fovea.core.html;

import dev.fovea.core.pathmap.Cells;
import dev.fovea.core.pathmap.PathMap;
import dev.fovea.core.pathmap.PathMaps;
import dev.fovea.core.pathmap.Profile;
import dev.fovea.core.pathmap.UncountedException;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.report.AxisField;
import dev.fovea.report.Coverage;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Draws what one unit of a layer reads of the input: the one in the middle that is like the first, where units are alike. */
final class LayerFigure {
    private final NetworkReport report;
    private final LayerReport layer;
    private final AnalysedNetwork analysed;
    private final int index;
    private final boolean isUniform;
    private final Optional<PathMap> map;
    private final String why;

    /**
     * @param layer its index
     * @param most cells per axis
     */
    LayerFigure(AnalysedNetwork analysed, PathMaps maps, NetworkReport report, int layer, int most) {
        this.report = report;
        this.layer = report.layers().get(layer);
        this.analysed = analysed;
        this.index = layer;
        this.isUniform = this.layer.field().stream().allMatch(AxisField::uniform);
        Optional<PathMap> counted = Optional.empty();
        String reason = "";
        try {
            counted = Optional.of(maps.of(layer, unit(), most));
        } catch (UncountedException e) {
            reason = e.getMessage();
        }
        this.map = counted;
        this.why = reason;
    }

    private List<Long> unit() {
        List<Long> unit = new ArrayList<>();
        boolean movesAlike = layer.field().stream().allMatch(axis -> axis.jump().isPresent());
        for (int axis = 0; axis < report.axes(); axis++) {
            long middle = layer.shape().size().get(axis).orElse(0) / 2;
            long period = layer.field().get(axis).period();
            unit.add(!isUniform ? middle : movesAlike ? middle / period * period : 0);
        }
        return List.copyOf(unit);
    }

    /** Why there is no picture; empty where there is one. */
    String why() {
        return why;
    }

    CoverageFigure figure() {
        List<Marginal> marginals = new ArrayList<>();
        for (int axis = report.axes() - 1; axis >= 0; axis--) {
            int along = axis;
            line(axis).map(line -> marginal(line, along)).ifPresent(marginal -> {
                if (marginals.stream().noneMatch(marginal::isLike)) {
                    marginals.add(marginal);
                }
            });
        }
        String endpoint = layer.endpoint()
                .filter(name -> !name.equals(layer.name()))
                .map(name -> name + ", ")
                .orElse("");
        return new CoverageFigure(endpoint + layer.name(), summary(), details(), map.map(PathMap::cells), marginals);
    }

    /** Counted with the picture; where that cannot be done, the report may still know the marginals of the first unit. */
    private Optional<Profile> line(int axis) {
        return map.isPresent()
                ? Optional.of(map.get().profiles().get(axis))
                : isUniform
                        ? analysed.paths().line(index, axis).map(line -> Profile.of(line.start(), line.counts()))
                        : Optional.empty();
    }

    private Marginal marginal(Profile line, int axis) {
        boolean isPlaced = map.isPresent()
                ? map.get().isPlaced()
                : layer.field().get(axis).start().isPresent();
        List<String> ends = isPlaced
                ? List.of(
                        Long.toString(line.start()),
                        Long.toString(line.start() + line.paths().size() - 1))
                : List.of();
        return new Marginal("paths along " + Axes.names(report).get(axis), ends, line, figures(axis));
    }

    private String figures(int axis) {
        AxisField field = layer.field().get(axis);
        return !isUniform || field.erfStd().isEmpty() || field.erfWidth().isEmpty()
                ? ""
                : ": \u03c3 %s, 95.45 %% in %s"
                        .formatted(
                                Num.at(field.erfStd().get().doubleValue()),
                                field.erfWidth().getAsLong());
    }

    /** How many pixels of its field the unit reads. */
    String summary() {
        String size = sizes().stream().map(Num::grouped).collect(Collectors.joining("\u00d7"))
                + (report.axes() == 1 ? " positions" : " pixels");
        if (!isExact()) {
            return "field of at most " + size;
        }
        OptionalLong read = read();
        return read.isEmpty()
                ? "field of " + size
                : unread().orElse(0) == 0 ? "reads all " + size : "reads " + Num.grouped(read) + " of " + size;
    }

    /** What the summary leaves to say: how many pixels are unread, and which unit it is about; may be empty. */
    String details() {
        List<String> texts = new ArrayList<>();
        if (!isUniform && map.isPresent()) {
            texts.add("unit " + unit() + ", fields differ");
        }
        List<OptionalLong> largest = layer.field().stream().map(AxisField::size).toList();
        if (isUniform && map.isPresent() && !largest.equals(sizes())) {
            texts.add("of other units up to "
                    + Axes.joined(largest.stream().map(Num::grouped).toList(), "\u00d7"));
        }
        if (unread().orElse(0) > 0) {
            texts.add(Num.grouped(unread()) + " unread");
        }
        if (report.axes() > 2 && map.isPresent()) {
            texts.add("slice at depth " + map.get().slice());
        }
        OptionalLong most = layer.coverage().map(Coverage::mostUnread).orElse(OptionalLong.empty());
        if (isUniform && most.isPresent()) {
            texts.add("in other units up to " + Num.grouped(most));
        }
        return String.join(", ", texts);
    }

    /** False if only the largest field of all units is known. */
    private boolean isExact() {
        return map.isPresent()
                || layer.field().stream().allMatch(axis -> axis.minSize().isEmpty());
    }

    /** Pixels of the box around all that is read, per axis. */
    private List<OptionalLong> sizes() {
        return map.isPresent()
                ? map.get().profiles().stream()
                        .map(line -> OptionalLong.of(line.paths().size()))
                        .toList()
                : layer.field().stream().map(AxisField::size).toList();
    }

    /** The report tells of the first unit, the picture of any, unless it is a slice. */
    private OptionalLong read() {
        if (isUniform) {
            return layer.coverage().map(Coverage::read).orElse(OptionalLong.empty());
        }
        Optional<Cells> plane = map.map(PathMap::cells).filter(cells -> report.axes() < 3);
        return plane.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(plane.get().read().stream()
                        .mapToLong(Integer::longValue)
                        .sum());
    }

    private OptionalLong unread() {
        if (isUniform) {
            return isExact()
                    ? layer.coverage().map(Coverage::unread).orElse(OptionalLong.empty())
                    : OptionalLong.empty();
        }
        OptionalLong read = read();
        return read.isEmpty()
                ? read
                : OptionalLong.of(
                        sizes().stream().mapToLong(OptionalLong::getAsLong).reduce(1, Math::multiplyExact)
                                - read.getAsLong());
    }
}
