package dev.fovea.core.tiles;

import dev.fovea.report.ExtentSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Extents by their remainder modulo the step, each class a range of steps, brought into the form in which they are reported. */
final class ExtentClasses {
    /** Most extents that are listed one by one. */
    private static final int MAX_LISTED = 5000;

    private final long[] first;
    private final long[] last;

    ExtentClasses(int step) {
        first = new long[step];
        last = new long[step];
        Arrays.fill(last, -1);
    }

    /** States which extents with the remainder {@code residue} belong to the set. */
    void put(int residue, Steps steps) {
        first[residue] = steps.isEmpty() ? 0 : extent(residue, steps.first());
        last[residue] = steps.isEmpty() ? -1 : steps.isEndless() ? Steps.FOREVER : extent(residue, steps.last());
    }

    private long extent(int residue, long steps) {
        return Math.addExact(residue, Math.multiplyExact(steps, first.length));
    }

    private boolean isEndless(int residue) {
        return last[residue] == Steps.FOREVER;
    }

    private boolean isEmpty(int residue) {
        return last[residue] < first[residue];
    }

    ExtentSet set() {
        long minimum = Long.MAX_VALUE;
        long exception = 0;
        boolean endless = false;
        long maximum = 0;
        for (int residue = 0; residue < first.length; residue++) {
            if (isEmpty(residue)) {
                continue;
            }
            minimum = Math.min(minimum, first[residue]);
            if (isEndless(residue)) {
                endless = true;
                exception = Math.max(exception, first[residue] - first.length);
            } else {
                maximum = Math.max(maximum, last[residue]);
            }
        }
        if (minimum == Long.MAX_VALUE) {
            return ExtentSet.EMPTY;
        }
        if (!endless) {
            return new ExtentSet(
                    OptionalLong.of(minimum),
                    OptionalLong.empty(),
                    1,
                    List.of(),
                    listed(Steps.FOREVER),
                    OptionalLong.of(maximum));
        }
        long from = firstEndlessAfter(Math.max(exception, maximum));
        int period = period();
        return new ExtentSet(
                OptionalLong.of(minimum),
                OptionalLong.of(from),
                period,
                residues(period),
                listed(from),
                OptionalLong.empty());
    }

    /** The smallest extent of an endless class that lies above all exceptions from the pattern. */
    private long firstEndlessAfter(long exception) {
        long from = Long.MAX_VALUE;
        for (int residue = 0; residue < first.length; residue++) {
            if (isEndless(residue)) {
                long steps = Math.floorDiv(exception - residue, first.length) + 1;
                from = Math.min(from, Math.max(first[residue], extent(residue, steps)));
            }
        }
        return from;
    }

    /** The smallest divisor of the step after which the pattern of endless classes repeats. */
    private int period() {
        for (int period = 1; period <= first.length / 2; period++) {
            if (first.length % period == 0 && repeats(period)) {
                return period;
            }
        }
        return first.length;
    }

    private boolean repeats(int period) {
        for (int residue = period; residue < first.length; residue++) {
            if (isEndless(residue) != isEndless(residue - period)) {
                return false;
            }
        }
        return true;
    }

    private List<Long> residues(int period) {
        List<Long> residues = new ArrayList<>();
        for (int residue = 0; residue < period; residue++) {
            if (isEndless(residue)) {
                residues.add((long) residue);
            }
        }
        return residues;
    }

    /** The extents under {@code end}; empty where there are too many. */
    private Optional<List<Long>> listed(long end) {
        List<Long> extents = new ArrayList<>();
        for (int residue = 0; residue < first.length; residue++) {
            for (long extent = first[residue]; extent <= last[residue] && extent < end; extent += first.length) {
                if (extents.size() == MAX_LISTED) {
                    return Optional.empty();
                }
                extents.add(extent);
            }
        }
        Collections.sort(extents);
        return Optional.of(extents);
    }
}
