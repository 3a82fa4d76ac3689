package dev.fovea.core.html;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.exact.Integers;
import dev.fovea.core.hdc.DilationAxis;
import dev.fovea.core.hdc.StackCounts;
import dev.fovea.core.pathmap.Cells;
import dev.fovea.core.pathmap.Profile;
import dev.fovea.report.NetworkReport;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
        return Optional.of(new CoverageFigure(title, summary(counts), details, Optional.of(cells), marginals).draw());
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
        return Optional.of(CoverageFigure.lattices(total + " interleaved networks", columns, levels));
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
