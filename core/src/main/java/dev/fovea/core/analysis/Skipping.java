package dev.fovea.core.analysis;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.exact.MixedRadix;
import dev.fovea.core.network.Extent;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Positions of a map that none of several readings reads, counted over one common period of their patterns.
 *
 * <p>One reading covers a product over the axes, but several together do not, so cells are counted one by one.
 *
 * @param unread positions of the period that are not read
 * @param all positions of the period, or of the map where that is smaller
 * @param narrowest which reading reads least
 * @param axis the first axis along which that one skips
 */
public record Skipping(long unread, long all, int narrowest, int axis) {
    private static final long MAX_CELLS = 1 << 20;

    /**
     * What is skipped of a map; empty where everything is read, or where that cannot be known.
     *
     * @param readings at least one
     */
    public static Optional<Skipping> of(List<Reading> readings, List<Extent> extents) {
        List<List<Sampling>> patterns = new ArrayList<>();
        boolean known = true;
        for (Reading reading : readings) {
            List<Sampling> pattern = pattern(reading, extents.size());
            known &= !pattern.isEmpty();
            if (!pattern.isEmpty() && isEverything(pattern)) {
                return Optional.empty();
            }
            patterns.add(pattern);
        }
        return known ? count(patterns, extents) : Optional.empty();
    }

    private static boolean isEverything(List<Sampling> pattern) {
        for (Sampling along : pattern) {
            if (!along.isEverything()) {
                return false;
            }
        }
        return true;
    }

    /** One pattern per axis; none where one is unknown. */
    private static List<Sampling> pattern(Reading reading, int axes) {
        List<Sampling> pattern = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            Optional<Sampling> along = reading.sampling(axis);
            if (along.isEmpty()) {
                return List.of();
            }
            pattern.add(along.get());
        }
        return pattern;
    }

    private static Optional<Skipping> count(List<List<Sampling>> patterns, List<Extent> extents) {
        int[] sizes = new int[extents.size()];
        for (int axis = 0; axis < sizes.length; axis++) {
            OptionalInt period = period(patterns, axis);
            if (period.isEmpty()) {
                return Optional.empty();
            }
            Extent extent = extents.get(axis);
            sizes[axis] = extent.isKnown() ? (int) Math.min(extent.value(), period.getAsInt()) : period.getAsInt();
        }
        if (!MixedRadix.fits(MAX_CELLS, sizes)) {
            return Optional.empty();
        }
        MixedRadix box = new MixedRadix(sizes);
        int unread = 0;
        for (int cell = 0; cell < box.count(); cell++) {
            int place = cell;
            unread += patterns.stream().anyMatch(pattern -> reads(pattern, box, place)) ? 0 : 1;
        }
        int narrowest = narrowest(patterns);
        return unread == 0
                ? Optional.empty()
                : Optional.of(new Skipping(unread, box.count(), narrowest, firstGap(patterns.get(narrowest))));
    }

    /** The common period along an axis; empty if it is too long, or patterns lie an unknown distance apart. */
    private static OptionalInt period(List<List<Sampling>> patterns, int axis) {
        long period = 1;
        int begin = -1;
        for (List<Sampling> pattern : patterns) {
            Sampling along = pattern.get(axis);
            if (!along.isEverything()) {
                if (begin >= 0 && begin != along.begin()) {
                    return OptionalInt.empty();
                }
                begin = along.begin();
            }
            period = Integers.lcm(period, along.read().length);
            if (period > Sampling.MAX_PERIOD) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of((int) period);
    }

    private static boolean reads(List<Sampling> pattern, MixedRadix box, int cell) {
        for (int axis = 0; axis < pattern.size(); axis++) {
            if (!pattern.get(axis).reads(box.digit(cell, axis))) {
                return false;
            }
        }
        return true;
    }

    private static int narrowest(List<List<Sampling>> patterns) {
        int narrowest = 0;
        for (int i = 1; i < patterns.size(); i++) {
            narrowest = share(patterns.get(i)).compareTo(share(patterns.get(narrowest))) < 0 ? i : narrowest;
        }
        return narrowest;
    }

    private static Rational share(List<Sampling> pattern) {
        return pattern.stream()
                .map(along -> Rational.of(along.count(), along.read().length))
                .reduce(Rational.ONE, Rational::times);
    }

    private static int firstGap(List<Sampling> pattern) {
        int axis = 0;
        while (pattern.get(axis).isEverything()) {
            axis++;
        }
        return axis;
    }
}
