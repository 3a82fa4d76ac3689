package dev.fovea.core.exact;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * An immutable set of positions along one axis: sorted runs of positions {@code unit} apart.
 *
 * <p>Position {@code base + unit · b} is in the set exactly when {@code b} lies in one of the closed runs
 * {@code [runs[2i], runs[2i + 1]]}. The runs are sorted and do not touch; the first one starts at 0, so {@code base} is
 * the smallest position. A set of more than {@link #MAX_RUNS} runs keeps only its two ends ({@link #isOutline()}): its
 * count is then unknown, never wrong.
 *
 * <p>All operations throw {@link ArithmeticException} where a position leaves the range of {@code long}.
 */
public final class PositionSet {
    /** Runs beyond which a set keeps its ends only. */
    public static final int MAX_RUNS = 1 << 16;

    /** The set without positions. */
    public static final PositionSet EMPTY = new PositionSet(0, 1, new long[0], false);

    private final long base;
    private final long unit;
    private final long[] runs;
    private final boolean outline;

    private PositionSet(long base, long unit, long[] runs, boolean outline) {
        this.base = base;
        this.unit = unit;
        this.runs = runs;
        this.outline = outline;
        if (runs.length > 0) {
            Math.addExact(Math.subtractExact(max(), base), 1);
        }
    }

    /** The positions {@code first} to {@code last}, both included. */
    public static PositionSet range(long first, long last) {
        return new PositionSet(first, 1, new long[] {0, Math.subtractExact(last, first)}, false);
    }

    private static PositionSet outline(long first, long last) {
        return new PositionSet(first, 1, new long[] {0, Math.subtractExact(last, first)}, true);
    }

    /** True if there is no position. */
    public boolean isEmpty() {
        return runs.length == 0;
    }

    /** True if only the ends are known. */
    public boolean isOutline() {
        return outline;
    }

    /** The smallest position; the set must not be empty. */
    public long min() {
        return base;
    }

    /** The largest position; the set must not be empty. */
    public long max() {
        return Math.addExact(base, Math.multiplyExact(unit, runs[runs.length - 1]));
    }

    /** Number of positions from the smallest to the largest, gaps included; 0 if empty. */
    public long extent() {
        return isEmpty() ? 0 : max() - base + 1;
    }

    /** Number of positions; unknown for an outline. */
    public OptionalLong count() {
        return outline ? OptionalLong.empty() : OptionalLong.of(points());
    }

    /** The smallest position between the ends that is not in the set; empty for an interval and for an outline. */
    public OptionalLong firstGap() {
        if (outline || extent() == points()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(unit > 1 ? base + 1 : base + runs[1] + 1);
    }

    /** The smallest position from {@code first} to {@code last} that is not in the set, which must not be an outline. */
    public OptionalLong firstMissing(long first, long last) {
        if (first > last) {
            return OptionalLong.empty();
        }
        if (!contains(first)) {
            return OptionalLong.of(first);
        }
        int at = Arrays.binarySearch(runs, (first - base) / unit);
        int run = at >= 0 ? at | 1 : -at - 1;
        long next = unit > 1 ? first + 1 : base + runs[run] + 1;
        return next <= last ? OptionalLong.of(next) : OptionalLong.empty();
    }

    /** The largest distance between neighbouring positions; 1 for a single one; the set must not be an outline. */
    public long largestStep() {
        long largest = points() > runs.length / 2 ? unit : 1;
        for (int i = 2; i < runs.length; i += 2) {
            largest = Math.max(largest, Math.multiplyExact(unit, runs[i] - runs[i - 1]));
        }
        return largest;
    }

    /** True if every position of {@code other} is in this set; false if either is an outline and they differ. */
    public boolean containsAll(PositionSet other) {
        if (this == other || other.isEmpty()) {
            return true;
        }
        if (isEmpty() || base > other.base || max() < other.max() || outline || other.outline) {
            return equals(other);
        }
        return extent() == points() || union(other).count().equals(count());
    }

    /** Passes every position to {@code action} in ascending order; the set must not be an outline. */
    public void forEach(LongConsumer action) {
        for (int i = 0; i < runs.length; i += 2) {
            for (long b = runs[i]; b <= runs[i + 1]; b++) {
                action.accept(base + unit * b);
            }
        }
    }

    /** True if {@code position} is in the set, which must not be an outline. */
    public boolean contains(long position) {
        long distance = position - base;
        if (isEmpty() || Math.floorMod(distance, unit) != 0) {
            return false;
        }
        int at = Arrays.binarySearch(runs, distance / unit);
        return at >= 0 || (-at - 1) % 2 == 1;
    }

    /** The set moved by {@code distance}. */
    public PositionSet shift(long distance) {
        return distance == 0 || isEmpty() ? this : new PositionSet(Math.addExact(base, distance), unit, runs, outline);
    }

    /**
     * The sumset with {@code {0, step, …, (count - 1) · step}}: what a window of {@code count} taps reads.
     *
     * @param step at least 1
     * @param count at least 1
     */
    public PositionSet spread(long step, long count) {
        if (count == 1 || isEmpty()) {
            return this;
        }
        if (isPoint()) {
            return new PositionSet(base, step, new long[] {0, count - 1}, false);
        }
        long common = Integers.gcd(unit, step);
        long stride = step / common;
        PositionSet fine = refined(base, common);
        if (!fine.outline && fine.shortestRun() >= stride) {
            long[] grown = fine.runs.clone();
            for (int i = 1; i < grown.length; i += 2) {
                grown[i] = Math.addExact(grown[i], Math.multiplyExact(stride, count - 1));
            }
            return joined(base, common, grown);
        }
        if (fine.outline || fine.runs.length / 2 > MAX_RUNS / count) {
            return outline(base, Math.addExact(max(), Math.multiplyExact(step, count - 1)));
        }
        long[] copies = new long[fine.runs.length * (int) count];
        for (int i = 0; i < copies.length; i++) {
            long copy = i / fine.runs.length;
            copies[i] = Math.addExact(fine.runs[i % fine.runs.length], Math.multiplyExact(stride, copy));
        }
        return joined(base, common, sortedByStart(copies));
    }

    /** The union with {@code other}. */
    public PositionSet union(PositionSet other) {
        if (isEmpty() || this == other) {
            return other;
        }
        if (other.isEmpty() || spans(other)) {
            return this;
        }
        if (other.spans(this)) {
            return other;
        }
        long first = Math.min(base, other.base);
        long distance = Math.subtractExact(base, other.base);
        long common = Math.max(
                1, Integers.gcd(Integers.gcd(isPoint() ? 0 : unit, other.isPoint() ? 0 : other.unit), distance));
        PositionSet mine = refined(first, common);
        PositionSet theirs = other.refined(first, common);
        if (mine.outline || theirs.outline || mine.runs.length + theirs.runs.length > 2 * MAX_RUNS) {
            return outline(first, Math.max(max(), other.max()));
        }
        long[] both = Arrays.copyOf(mine.runs, mine.runs.length + theirs.runs.length);
        System.arraycopy(theirs.runs, 0, both, mine.runs.length, theirs.runs.length);
        return joined(first, common, sortedByStart(both));
    }

    /** True if this is an interval in which the other set lies, as is often so in a dense network. */
    private boolean spans(PositionSet other) {
        return runs.length == 2
                && (unit == 1 || isPoint())
                && !outline
                && !other.outline
                && base <= other.base
                && max() >= other.max();
    }

    private boolean isPoint() {
        return runs.length == 2 && runs[1] == 0;
    }

    private long points() {
        long points = 0;
        for (int i = 0; i < runs.length; i += 2) {
            points += runs[i + 1] - runs[i] + 1;
        }
        return points;
    }

    /**
     * The same set over the grid {@code origin + finer · b}; the finer unit divides the unit and the distance to the
     * origin. The runs of the result start at the origin's side of {@code base}, not at 0.
     */
    private PositionSet refined(long origin, long finer) {
        long factor = isPoint() ? 1 : unit / finer;
        if (outline || factor > 1 && points() > MAX_RUNS) {
            return outline(base, max());
        }
        long distance = Math.subtractExact(base, origin) / finer;
        long[] result = factor == 1 ? runs.clone() : singles();
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.addExact(Math.multiplyExact(result[i], factor), distance);
        }
        return new PositionSet(origin, finer, result, false);
    }

    private long[] singles() {
        long[] singles = new long[2 * (int) points()];
        int n = 0;
        for (int i = 0; i < runs.length; i += 2) {
            for (long b = runs[i]; b <= runs[i + 1]; b++) {
                singles[n++] = b;
                singles[n++] = b;
            }
        }
        return singles;
    }

    private long shortestRun() {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < runs.length; i += 2) {
            shortest = Math.min(shortest, runs[i + 1] - runs[i] + 1);
        }
        return shortest;
    }

    /** Joins runs that overlap or touch; {@code runs} is sorted by start and starts at 0. */
    private static PositionSet joined(long base, long unit, long[] runs) {
        long[] joined = new long[runs.length];
        int n = 0;
        for (int i = 0; i < runs.length; i += 2) {
            if (n > 0 && runs[i] <= Math.addExact(joined[n - 1], 1)) {
                joined[n - 1] = Math.max(joined[n - 1], runs[i + 1]);
            } else {
                joined[n] = runs[i];
                joined[n + 1] = runs[i + 1];
                n += 2;
            }
        }
        PositionSet set = new PositionSet(base, unit, Arrays.copyOf(joined, n), false);
        return n > 2 * MAX_RUNS ? outline(set.min(), set.max()) : set;
    }

    private static long[] sortedByStart(long[] runs) {
        long[][] pairs = new long[runs.length / 2][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new long[] {runs[2 * i], runs[2 * i + 1]};
        }
        Arrays.sort(pairs, Comparator.comparingLong(pair -> pair[0]));
        long[] sorted = new long[runs.length];
        for (int i = 0; i < pairs.length; i++) {
            sorted[2 * i] = pairs[i][0];
            sorted[2 * i + 1] = pairs[i][1];
        }
        return sorted;
    }

    /** True if {@code other} holds the same positions; outlines are equal where their ends are. */
    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof PositionSet that) || outline != that.outline || isEmpty() != that.isEmpty()) {
            return false;
        }
        if (isEmpty()) {
            return true;
        }
        if (base != that.base || max() != that.max()) {
            return false;
        }
        return outline
                || unit == that.unit && Arrays.equals(runs, that.runs)
                || points() == that.points() && union(that).points() == points();
    }

    @Override
    public int hashCode() {
        return isEmpty() ? 0 : 31 * Long.hashCode(base) + Long.hashCode(max());
    }

    @Override
    public String toString() {
        return (outline ? "ends " : "") + base + "+" + unit + "*" + Arrays.toString(runs);
    }
}
