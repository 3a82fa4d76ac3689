package dev.fovea.core.vectors;

import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The figures of one layer and axis, read off the pixels of unit after unit.
 *
 * @param units what units 0, 1, … see: one period where there is one, else all units of the map
 * @param jump absent where paths disagree
 * @param shift pixels per period
 */
public record BruteFigures(List<TreeSet<Long>> units, Optional<Rational> jump, long shift) {
    /** The figures of a layer that some path reaches without reading a whole map. */
    public static BruteFigures of(BruteForce network, BruteLayer layer, int axis) {
        Set<Rational> jumps = new TreeSet<>(layer.jumps().get(axis));
        jumps.remove(Rational.ZERO);
        Optional<Rational> jump =
                jumps.size() == 1 ? Optional.of(jumps.iterator().next()) : Optional.empty();
        List<TreeSet<Long>> units = new ArrayList<>();
        if (!layer.uniform().get(axis)) {
            for (long unit = 0; unit < layer.extents().get(axis); unit++) {
                units.add(new TreeSet<>(network.sees(layer, axis, unit)));
            }
            return new BruteFigures(units, jump, 0);
        }
        int bound = layer.bound().get(axis).intValue();
        for (long unit = 0; unit < 2L * bound; unit++) {
            units.add(new TreeSet<>(network.sees(layer, axis, unit)));
        }
        for (int period = 1; period < bound; period++) {
            Rational shift = jump.orElse(Rational.ZERO).times(Rational.of(period));
            if (shift.isInteger() && repeats(units, period, shift.longValueExact())) {
                return new BruteFigures(List.copyOf(units.subList(0, period)), jump, shift.longValueExact());
            }
        }
        Rational shift = jump.orElse(Rational.ZERO).times(Rational.of(bound));
        if (!repeats(units, bound, shift.longValueExact())) {
            throw new IllegalStateException(layer.name() + " has no period of " + bound + ": " + units);
        }
        return new BruteFigures(List.copyOf(units.subList(0, bound)), jump, shift.longValueExact());
    }

    private static boolean repeats(List<TreeSet<Long>> units, int period, long shift) {
        for (int unit = 0; unit + period < units.size(); unit++) {
            Set<Long> moved = new TreeSet<>();
            for (long pixel : units.get(unit)) {
                moved.add(pixel + shift);
            }
            if (!moved.equals(units.get(unit + period))) {
                return false;
            }
        }
        return true;
    }

    public long largest() {
        return units.stream().mapToLong(BruteFigures::size).max().orElseThrow();
    }

    public long smallest() {
        return units.stream().mapToLong(BruteFigures::size).min().orElseThrow();
    }

    public Optional<Rational> start() {
        return units.get(0).isEmpty()
                ? Optional.empty()
                : Optional.of(Rational.of(units.get(0).first()));
    }

    public Optional<Rational> centre() {
        return units.get(0).isEmpty() ? Optional.empty() : Optional.of(centre(units.get(0)));
    }

    public static Rational centre(TreeSet<Long> pixels) {
        return Rational.of(pixels.first() + pixels.last(), 2);
    }

    public static long size(TreeSet<Long> pixels) {
        return pixels.isEmpty() ? 0 : pixels.last() - pixels.first() + 1;
    }
}
