package dev.fovea.core.html;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import dev.fovea.core.network.Units;
import dev.fovea.core.rule.CheckerboardUpsampling;
import dev.fovea.core.rule.CroppedInput;
import dev.fovea.core.rule.MisalignedMerge;
import dev.fovea.core.rule.SkippedInput;
import dev.fovea.report.Diagnostic;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Faults along one axis, drawn as rows: positions skipped or cropped, uneven numbers of taps, centres that differ. */
final class FaultRow {
    private static final int CELLS = 24;
    private static final int WIDTH = 336;
    private static final int MARGIN = 8;
    private static final int CELL = 13;
    private static final int LINE = 18;
    private static final int LONGEST_TEXT = 44;
    private static final int MOST_INPUTS = 8;

    private final Network network;
    private final NetworkReport report;

    FaultRow(Network network, NetworkReport report) {
        this.network = network;
        this.report = report;
    }

    /** Empty for other rules, and where the figures do not show the fault. */
    Optional<Svg> of(Diagnostic finding) {
        int index = finding.layer().map(this::index).orElse(-1);
        if (index < 0) {
            return Optional.empty();
        }
        Layer layer = network.layers().get(index);
        for (int axis = 0; axis < network.axes(); axis++) {
            Optional<Svg> drawn = is(finding, MisalignedMerge.class)
                    ? centres(report.layers().get(index), axis)
                    : layer.links().size() == 1 ? row(finding, layer, axis) : Optional.empty();
            if (drawn.isPresent()) {
                return drawn;
            }
        }
        return Optional.empty();
    }

    private Optional<Svg> row(Diagnostic finding, Layer layer, int axis) {
        Optional<Step.Local> step = layer.links().get(0).steps().get(axis).local();
        OptionalLong before =
                network.shape(layer.links().get(0).source()).extents().get(axis).known();
        OptionalLong after = layer.shape().extents().get(axis).known();
        String along = " along " + Axes.names(report).get(axis);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        if (is(finding, CheckerboardUpsampling.class) && step.get().transposed().isPresent()) {
            return taps(step.get(), along);
        }
        if (is(finding, SkippedInput.class) && step.get().window().isPresent()) {
            int[] read = read(step.get().window().get(), 0, CELLS, CELLS);
            return holes("the map below" + along, 0, read);
        }
        if (is(finding, CroppedInput.class)
                && step.get().window().isPresent()
                && before.isPresent()
                && after.isPresent()) {
            long first = Math.max(0, before.getAsLong() - CELLS);
            int count = (int) (before.getAsLong() - first);
            int[] read = read(step.get().window().get(), first, count, after.getAsLong());
            return holes("the end of the map below" + along, first, read);
        }
        return Optional.empty();
    }

    private static boolean is(Diagnostic finding, Class<?> rule) {
        return finding.rule().equals(rule.getSimpleName());
    }

    private int index(String name) {
        for (int i = 0; i < network.layers().size(); i++) {
            if (network.layers().get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Per position from the first on, how many taps of the units below a number read it. */
    private static int[] read(Step.Window window, long first, int count, long units) {
        int[] taps = new int[count];
        for (long tap = 0; tap < Math.min(window.kernel(), CELLS); tap++) {
            for (int i = 0; i < count; i++) {
                long place = first + i + window.begin() - tap * window.rate();
                boolean isRead =
                        Math.floorMod(place, window.stride()) == 0 && place >= 0 && place / window.stride() < units;
                taps[i] += isRead ? 1 : 0;
            }
        }
        return taps;
    }

    private static Optional<Svg> holes(String title, long first, int[] read) {
        int unread = 0;
        for (int taps : read) {
            unread += taps == 0 ? 1 : 0;
        }
        return unread == 0
                ? Optional.empty()
                : Optional.of(
                        drawn(title, "%s of these %s are read by no unit".formatted(unread, read.length), first, read));
    }

    private static Optional<Svg> taps(Step.Local step, String along) {
        int[] taps = new int[CELLS];
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int i = 0; i < CELLS; i++) {
            Units units = step.reads(i + CELLS * step.period());
            taps[i] = (int) Math.min(units.count(), Heat.LEVELS);
            least = Math.min(least, taps[i]);
            most = Math.max(most, taps[i]);
        }
        return least == most
                ? Optional.empty()
                : Optional.of(
                        drawn("taps that meet in a unit" + along, "from %s to %s".formatted(least, most), 0, taps));
    }

    private static Svg drawn(String title, String summary, long first, int[] counts) {
        Svg svg = new Svg(WIDTH, 4 * LINE + CELL, title + ": " + summary);
        heading(svg, title, summary);
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        int[] levels = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            levels[i] = counts[i] == 0 ? 0 : Math.max(1, counts[i] * Heat.LEVELS / most);
        }
        double y = MARGIN + 2.0 * LINE;
        Heat.fill(svg, counts.length, levels, MARGIN, y, (double) CELL * counts.length, CELL);
        svg.text(MARGIN, y + CELL + LINE - 4, "start", "quiet", Long.toString(first));
        svg.text(
                MARGIN + CELL * counts.length,
                y + CELL + LINE - 4,
                "end",
                "quiet",
                Long.toString(first + counts.length - 1));
        return svg;
    }

    private static void heading(Svg svg, String title, String summary) {
        svg.text(MARGIN, MARGIN + 12, "start", "strong", Markup.shortened(title, LONGEST_TEXT));
        svg.text(MARGIN, MARGIN + 12 + LINE, "start", "quiet", Markup.shortened(summary, LONGEST_TEXT));
    }

    /** A line per input, with a mark where the mean centre of its fields lies. */
    private Optional<Svg> centres(LayerReport merge, int axis) {
        if (merge.offsets().size() <= axis) {
            return Optional.empty();
        }
        List<Integer> known = new ArrayList<>();
        double least = 0;
        double most = 0;
        List<Optional<Rational>> offsets = merge.offsets().get(axis);
        for (int i = 0; i < offsets.size() && known.size() < MOST_INPUTS; i++) {
            if (offsets.get(i).isPresent()) {
                known.add(i);
                double offset = offsets.get(i).get().toDecimal().doubleValue();
                least = Math.min(least, offset);
                most = Math.max(most, offset);
            }
        }
        if (least == most) {
            return Optional.empty();
        }
        String title = "centres of the inputs along " + Axes.names(report).get(axis);
        String summary = "in pixels from that of the first";
        Svg svg = new Svg(WIDTH, MARGIN + (2 + 2 * known.size()) * LINE + MARGIN, title + ", " + summary);
        heading(svg, title, summary);
        double wide = WIDTH - 6.0 * MARGIN;
        for (int row = 0; row < known.size(); row++) {
            Rational offset = offsets.get(known.get(row)).orElseThrow();
            double y = MARGIN + (2.0 + 2 * row) * LINE;
            double x = 3.0 * MARGIN + wide * (offset.toDecimal().doubleValue() - least) / (most - least);
            svg.text(
                    MARGIN,
                    y + 12,
                    "start",
                    "",
                    Markup.shortened(merge.from().get(known.get(row)) + ": " + offset, LONGEST_TEXT));
            svg.line("axis", MARGIN, y + LINE + 6, WIDTH - MARGIN, y + LINE + 6);
            svg.element("circle", "class", "endpoint", "cx", Num.at(x), "cy", Num.at(y + LINE + 6), "r", 5);
        }
        return Optional.of(svg);
    }
}
