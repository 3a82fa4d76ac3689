package dev.fovea.core.html;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.exact.Integers;
import dev.fovea.core.hdc.DilationAxis;
import dev.fovea.core.hdc.StackCounts;
import dev.fovea.core.pathmap.Cells;
import dev.fovea.core.pathmap.Profile;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.StackReport;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** Draws what a dilation stack reads of its own grid. */
final class StackFigure {
    private static final int MOST_CELLS = 121;
    private static final int LATTICE = 12;
    private static final int LARGEST_LATTICE = 30;

    private final List<String> axisNames;
    private final DilationStack stack;

    StackFigure(NetworkReport report, DilationStack stack) {
        this.axisNames = Axes.names(report);
        this.stack = stack;
    }

    /** What one unit reads through a stack alone with the rates that it has; empty where its field is too large. */
    static Optional<Svg> present(NetworkReport report, DilationStack stack) {
        List<List<Integer>> rates =
                stack.axes().stream().map(axis -> axis.verdict().axis().rates()).toList();
        return new StackFigure(report, stack)
                .own(rates, "rates " + StacksSection.rates(rates, report) + ", the stack alone");
    }

    /** What one unit reads through a stack that a report tells of: alone, and with its neighbours where there are any. */
    static List<Svg> reported(NetworkReport report, StackReport stack) {
        String title = "rates " + StacksSection.rates(stack.rates(), report);
        List<String> neighbours =
                Stream.concat(stack.entry().stream(), stack.exit().stream()).toList();
        List<Svg> drawn = new ArrayList<>();
        counted(report, stack, StackCounts::own)
                .ifPresent(counts -> drawn.add(draw(counts, Axes.names(report), title + ", the stack alone", "")));
        if (!neighbours.isEmpty()) {
            String details = "with " + String.join(" and ", neighbours);
            counted(report, stack, StackCounts::full)
                    .ifPresent(counts -> drawn.add(draw(counts, Axes.names(report), title, details)));
        }
        return List.copyOf(drawn);
    }

    /** Empty where the field is too large along some axis. */
    private static Optional<List<List<BigInteger>>> counted(
            NetworkReport report, StackReport stack, Function<DilationAxis, Optional<List<BigInteger>>> paths) {
        List<List<BigInteger>> counts = new ArrayList<>();
        for (int axis = 0; axis < stack.rates().size(); axis++) {
            paths.apply(reported(report, stack, axis)).ifPresent(counts::add);
        }
        return counts.size() == stack.rates().size() ? Optional.of(counts) : Optional.empty();
    }

    private static DilationAxis reported(NetworkReport report, StackReport stack, int axis) {
        List<Integer> kernels = new ArrayList<>(stack.kernels().get(axis));
        List<Integer> rates = new ArrayList<>(stack.rates().get(axis));
        for (int i = kernels.size() - 1; i >= 0; i--) {
            if (kernels.get(i) == 1) {
                kernels.remove(i);
                rates.remove(i);
            }
        }
        return new DilationAxis(
                kernels,
                rates,
                attribute(report, stack.entry(), "kernel", axis),
                attribute(report, stack.exit(), "kernel", axis),
                attribute(report, stack.layers().stream().reduce((low, high) -> high), "stride", axis)
                        .orElse(1));
    }

    /** An entry above 1 of an attribute along an axis. */
    private static OptionalInt attribute(NetworkReport report, Optional<String> layer, String name, int axis) {
        return report.layers().stream()
                .filter(one -> layer.filter(one.name()::equals).isPresent())
                .map(one -> one.attributes().get(name))
                .filter(entries -> entries instanceof List<?> list && list.size() > axis)
                .mapToInt(entries -> ((Number) ((List<?>) entries).get(axis)).intValue())
                .filter(entry -> entry > 1)
                .findFirst();
    }

    /** What one unit reads through the stack alone with these rates; empty where its field is too large. */
    Optional<Svg> own(List<List<Integer>> rates, String title) {
        return draw(rates, title, "", StackCounts::own);
    }

    /** The same with entry and exit layer; empty where there are none. */
    Optional<Svg> full(List<List<Integer>> rates, String title) {
        List<String> names = new ArrayList<>();
        stack.entry().ifPresent(layer -> names.add(layer.name()));
        stack.exit().ifPresent(layer -> names.add(layer.name()));
        return names.isEmpty()
                ? Optional.empty()
                : draw(rates, title, "with " + String.join(" and ", names), StackCounts::full);
    }

    private Optional<Svg> draw(
            List<List<Integer>> rates,
            String title,
            String details,
            Function<DilationAxis, Optional<List<BigInteger>>> counted) {
        List<List<BigInteger>> counts = new ArrayList<>();
        for (int axis = 0; axis < rates.size(); axis++) {
            Optional<List<BigInteger>> one = counted.apply(axis(axis).withRates(rates.get(axis)));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            counts.add(one.get());
        }
        return Optional.of(draw(counts, axisNames, title, details));
    }

    /** Of the paths to each position along each axis. */
    private static Svg draw(List<List<BigInteger>> counts, List<String> axisNames, String title, String details) {
        List<BigInteger> across = counts.get(counts.size() - 1);
        List<BigInteger> down = counts.size() == 1 ? List.of(BigInteger.ONE) : counts.get(counts.size() - 2);
        Cells cells = Cells.product(
                Profile.of(0, down),
                Profile.of(0, across),
                counts.size() == 1 ? CoverageFigure.MOST_IN_A_ROW : MOST_CELLS);
        List<Marginal> marginals = new ArrayList<>();
        for (int axis = counts.size() - 1; axis >= 0; axis--) {
            List<BigInteger> one = counts.get(axis);
            if (axis == counts.size() - 1
                    || !counts.subList(axis + 1, counts.size()).contains(one)) {
                marginals.add(new Marginal(
                        "paths along " + axisNames.get(axis),
                        List.of("0", Integer.toString(one.size() - 1)),
                        Profile.of(0, one),
                        ""));
            }
        }
        return new CoverageFigure(title, summary(counts), details, Optional.of(cells), marginals).draw();
    }

    private static String summary(List<List<BigInteger>> counts) {
        List<String> read = new ArrayList<>();
        List<String> size = new ArrayList<>();
        for (List<BigInteger> axis : counts) {
            long covered = axis.stream().filter(count -> count.signum() > 0).count();
            read.add(Num.grouped(covered));
            size.add(Num.grouped(axis.size()));
        }
        return read.equals(size)
                ? "reads all " + String.join("\u00d7", size) + " positions"
                : "reads " + String.join("\u00d7", read) + " of " + String.join("\u00d7", size) + " positions";
    }

    /** The interleaved networks that the positions belong to, by colour; empty without a common divisor. */
    Optional<Svg> lattices(List<List<Integer>> rates) {
        int last = rates.size() - 1;
        int across = divisor(rates.get(last));
        int down = last == 0 ? 1 : divisor(rates.get(last - 1));
        int total = rates.stream().mapToInt(StackFigure::divisor).reduce(1, Math::multiplyExact);
        if (across * down == 1 || Math.max(across, down) > LARGEST_LATTICE) {
            return Optional.empty();
        }
        int columns = Math.max(LATTICE, 2 * across);
        int rows = last == 0 ? 1 : Math.max(LATTICE, 2 * down);
        int[] levels = new int[rows * columns];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = colour(i / columns % down * across + i % columns % across, across * down);
        }
        String summary = across * down <= Heat.LEVELS
                ? "each reads the positions of its own colour"
                : "and the positions that one reads";
        return Optional.of(CoverageFigure.lattices(total + " interleaved networks", summary, columns, levels));
    }

    /** A colour for each of a few networks; of many, one stands out. */
    private static int colour(int network, int networks) {
        if (networks <= Heat.LEVELS) {
            return 1 + network * (Heat.LEVELS - 1) / (networks - 1);
        }
        return network == 0 ? Heat.LEVELS : 1;
    }

    private static int divisor(List<Integer> rates) {
        long divisor = rates.stream().mapToLong(Integer::longValue).reduce(0, Integers::gcd);
        return Math.toIntExact(Math.max(1, divisor));
    }

    private DilationAxis axis(int axis) {
        return stack.axes().get(axis).verdict().axis();
    }
}
