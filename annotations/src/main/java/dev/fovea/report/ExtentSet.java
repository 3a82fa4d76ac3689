package dev.fovea.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Extents of the input along one axis that have a property: periodic from some extent on, or finitely many.
 *
 * @param minimum the smallest; empty where there is none
 * @param from from this one on, an extent belongs to the set exactly if its remainder modulo {@code period} is one of
 *     {@code residues}; empty where there are finitely many
 * @param period of the pattern; 1 where there are finitely many
 * @param residues the remainders, ascending
 * @param below the extents under {@code from}, ascending; empty where there are too many to list
 * @param maximum the largest; empty where there is none
 */
public record ExtentSet(
        OptionalLong minimum,
        OptionalLong from,
        long period,
        List<Long> residues,
        Optional<List<Long>> below,
        OptionalLong maximum) {
    private static final int SHOWN = 8;

    /** The set without an extent. */
    public static final ExtentSet EMPTY = new ExtentSet(
            OptionalLong.empty(), OptionalLong.empty(), 1, List.of(), Optional.of(List.of()), OptionalLong.empty());

    /** Copies the lists. */
    public ExtentSet {
        Copies.notNull(minimum, from, maximum);
        residues = List.copyOf(residues);
        below = Copies.list(below);
    }

    /**
     * Whether there is no extent.
     *
     * @return true for {@link #EMPTY} only
     */
    public boolean isEmpty() {
        return minimum.isEmpty();
    }

    /**
     * The largest extent that is not above another.
     *
     * @param extent any extent
     * @return the extent itself if it belongs to the set; empty where there is none, or it is among those not listed
     */
    public OptionalLong atOrBelow(long extent) {
        if (from.isPresent()) {
            for (long n = extent; n >= from.getAsLong() && n > extent - period; n--) {
                if (residues.contains(Math.floorMod(n, period))) {
                    return OptionalLong.of(n);
                }
            }
        }
        OptionalLong largest = OptionalLong.empty();
        for (long n : below.orElse(List.of())) {
            if (n <= extent) {
                largest = OptionalLong.of(n);
            }
        }
        return largest;
    }

    /**
     * The smallest extent that is not below another.
     *
     * @param extent any extent
     * @return the extent itself if it belongs to the set; empty where there is none, or it is among those not listed
     */
    public OptionalLong atOrAbove(long extent) {
        for (long n : below.orElse(List.of())) {
            if (n >= extent) {
                return OptionalLong.of(n);
            }
        }
        if (from.isEmpty() || below.isEmpty() && extent < from.getAsLong()) {
            return OptionalLong.empty();
        }
        long n = Math.max(extent, from.getAsLong());
        while (!residues.contains(Math.floorMod(n, period))) {
            n = Math.addExact(n, 1);
        }
        return OptionalLong.of(n);
    }

    /**
     * Whether an extent belongs to the set.
     *
     * @param extent any extent
     * @return false also where it is among those not listed
     */
    public boolean contains(long extent) {
        return atOrBelow(extent).equals(OptionalLong.of(extent));
    }

    /**
     * The extents in words.
     *
     * @return for instance {@code multiples of 16} or {@code 12 mod 16 from 188 on}
     */
    @Override
    public String toString() {
        if (isEmpty()) {
            return "none";
        }
        String few = below.isPresent() ? listed(below.get()) : "some from " + minimum.getAsLong() + " on";
        if (from.isEmpty()) {
            return few;
        }
        return (few.isEmpty() ? "" : few + ", and ") + pattern(from.getAsLong());
    }

    private String pattern(long first) {
        if (period == 1) {
            return first == 1 ? "any" : "any from " + first + " on";
        }
        boolean multiples = residues.equals(List.of(0L));
        String classes = multiples
                ? "multiples of " + period
                : residues.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "))
                        + (residues.size() > SHOWN ? ", ..." : "") + " mod " + period;
        return multiples && first == period ? classes : classes + " from " + first + " on";
    }

    private static String listed(List<Long> extents) {
        boolean run = extents.size() > 2 && extents.get(extents.size() - 1) - extents.get(0) == extents.size() - 1;
        if (run) {
            return extents.get(0) + " to " + extents.get(extents.size() - 1);
        }
        String text = extents.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
        return extents.size() > SHOWN ? text + ", ..." : text;
    }
}
