package dev.fovea.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** From units to pixels and back along one axis, by start, jump and phases: borders are ignored. */
final class Fields {
    private Fields() {}

    /** The pixels from the first to the last that a unit sees; empty where they cannot be known. */
    static Optional<Span> of(AxisField axis, long unit) {
        if (!isPeriodic(axis)) {
            return Optional.empty();
        }
        int phase = (int) Math.floorMod(unit, (long) axis.period());
        long moved = Math.multiplyExact(shift(axis), Math.floorDiv(unit, (long) axis.period()));
        return first(axis, phase)
                .map(span -> span.isEmpty()
                        ? span
                        : new Span(Math.addExact(span.first(), moved), Math.addExact(span.last(), moved)));
    }

    /**
     * The units of a map, in ascending runs, that see a pixel.
     *
     * @param extent of the map
     * @return empty where they cannot be known
     */
    static Optional<List<Span>> seeing(AxisField axis, OptionalLong extent, long pixel) {
        if (!isPeriodic(axis)) {
            return Optional.empty();
        }
        List<Span> periods = new ArrayList<>();
        for (int phase = 0; phase < axis.period(); phase++) {
            Optional<Span> span = first(axis, phase);
            if (span.isEmpty() || shift(axis) == 0 && extent.isEmpty()) {
                return Optional.empty();
            }
            periods.add(periodsSeeing(span.get(), shift(axis), pixel)
                    .intersection(periodsOf(phase, axis.period(), extent)));
        }
        return Optional.of(axis.period() == 1 ? runs(periods.get(0)) : interleaved(periods));
    }

    private static boolean isPeriodic(AxisField axis) {
        return axis.uniform()
                && axis.jump().map(jump -> jump.times(period(axis)).isInteger()).orElse(true);
    }

    private static Rational period(AxisField axis) {
        return Rational.of(axis.period());
    }

    /** Pixels by which the fields have moved after one period: none where all units see the same. */
    private static long shift(AxisField axis) {
        return axis.jump().orElse(Rational.ZERO).times(period(axis)).longValueExact();
    }

    /** What a unit of the first period sees. */
    private static Optional<Span> first(AxisField axis, int phase) {
        OptionalLong start;
        OptionalLong size;
        if (axis.period() == 1) {
            start = axis.start()
                    .filter(Rational::isInteger)
                    .map(at -> OptionalLong.of(at.longValueExact()))
                    .orElse(OptionalLong.empty());
            size = axis.size();
        } else if (phase < axis.phases().size()) {
            start = axis.phases().get(phase).start();
            size = OptionalLong.of(axis.phases().get(phase).size());
        } else {
            return Optional.empty();
        }
        if (size.isPresent() && size.getAsLong() == 0) {
            return Optional.of(Span.EMPTY);
        }
        return start.isEmpty() || size.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(
                        start.getAsLong(), Math.addExact(start.getAsLong(), Math.subtractExact(size.getAsLong(), 1))));
    }

    /** The periods q for which the span, moved by q times the shift, has the pixel. */
    private static Span periodsSeeing(Span span, long shift, long pixel) {
        if (span.isEmpty() || shift == 0 && !span.contains(pixel)) {
            return Span.EMPTY;
        }
        if (shift == 0) {
            return new Span(0, Long.MAX_VALUE);
        }
        long least = Math.floorDiv(Math.subtractExact(span.last(), pixel), shift);
        return new Span(Math.negateExact(least), Math.floorDiv(Math.subtractExact(pixel, span.first()), shift));
    }

    /** The periods in which the map has a unit of a phase. */
    private static Span periodsOf(int phase, int period, OptionalLong extent) {
        return extent.isEmpty()
                ? new Span(0, Long.MAX_VALUE)
                : new Span(0, Math.floorDiv(extent.getAsLong() - 1 - phase, (long) period));
    }

    private static List<Span> runs(Span units) {
        return units.isEmpty() ? List.of() : List.of(units);
    }

    /** Unit {@code q * period + phase} for every period q of every phase. */
    private static List<Span> interleaved(List<Span> periods) {
        List<Span> runs = new ArrayList<>();
        List<Span> some = periods.stream().filter(span -> !span.isEmpty()).toList();
        long last = some.stream().mapToLong(Span::last).max().orElse(-1);
        for (long q = some.stream().mapToLong(Span::first).min().orElse(0); q <= last; q++) {
            for (int phase = 0; phase < periods.size(); phase++) {
                if (periods.get(phase).contains(q)) {
                    append(runs, Math.addExact(Math.multiplyExact(q, periods.size()), phase));
                }
            }
        }
        return runs;
    }

    private static void append(List<Span> runs, long unit) {
        int end = runs.size() - 1;
        if (end >= 0 && runs.get(end).last() == unit - 1) {
            runs.set(end, new Span(runs.get(end).first(), unit));
        } else {
            runs.add(new Span(unit, unit));
        }
    }
}
