package dev.fovea.processor.hdc;

import java.util.Arrays;

/**
 * What the complete-coverage theorem leaves possible once some layers of a stack have their rates.
 *
 * <p>Lay the fixed steps in ascending order. Wherever one exceeds its bound, a free layer has to come first, with a rate
 * of at most that bound, and the field it leaves is largest where it takes the bound. So the {@code i}-th smallest free
 * rate of any complete stack is at most the {@code i}-th bound met on the way; that limits what the free layers can add to
 * the field, and says how much their rates must lose. From the top, a layer multiplies the field by its kernel at most;
 * so the smaller rates must add up to enough, which says how much they must gain.
 */
final class RepairBound {
    /** The cost of what cannot be completed. */
    static final long IMPOSSIBLE = Long.MAX_VALUE;

    private static final long SATURATED = 1L << 60;

    private final int free;
    private final long largestKernel;
    private final long[] weights;
    private final long[] rates;
    private final long[] ascending;
    private final long wanted;
    private final long[] bounds;
    private final long[] growth;
    private long fixedReach;
    private long mostReached;

    /**
     * The free layers.
     *
     * @param kernels their kernels
     * @param rates the rates they have now
     */
    RepairBound(long[] kernels, long[] rates) {
        free = rates.length;
        largestKernel = Arrays.stream(kernels).max().orElse(1);
        weights = Arrays.stream(kernels).map(kernel -> kernel - 1).sorted().toArray();
        this.rates = rates;
        ascending = Arrays.stream(rates).sorted().toArray();
        long sum = 0;
        for (int i = 0; i < free; i++) {
            sum += (kernels[i] - 1) * rates[i];
        }
        wanted = sum;
        bounds = new long[free];
        growth = new long[free + 1];
        growth[0] = 1;
        for (int i = 0; i < free; i++) {
            growth[i + 1] = product(growth[i], weights[free - 1 - i] + 1);
        }
    }

    /**
     * At least this much must the free layers' rates change in all, or {@link #IMPOSSIBLE}.
     *
     * @param fixed the layers that have their rates
     * @param rest what the free layers must add to the field
     * @param rule what the classical rule allows from here on
     */
    long leastChange(FixedSteps fixed, long rest, RepairRule rule) {
        if (climb(fixed) > rest || mostAdded() < rest) {
            return IMPOSSIBLE;
        }
        if (free == 0) {
            return 0;
        }
        long lightest = weights[0];
        long heaviest = weights[free - 1];
        long mostLimited = 0;
        long loss = excess(free);
        long lossByLimit = 0;
        for (int i = 0; i < free; i++) {
            long limited = rule.limit(i);
            mostLimited = Math.min(SATURATED, mostLimited + product(heaviest, limited));
            lossByLimit += Math.max(0, rates[i] - limited);
        }
        if (mostLimited < rest) {
            return IMPOSSIBLE;
        }
        loss = Math.max(loss, lossByLimit);
        long surplus = rest - wanted;
        long gain = Math.max(leastGain(rest), ceil(surplus + lightest * loss, heaviest));
        return gain + Math.max(loss, ceil(lightest * gain - surplus, heaviest));
    }

    /** The largest sum the free layers can add to a complete field, saturated. */
    long mostAdded(FixedSteps fixed) {
        climb(fixed);
        return mostAdded();
    }

    private long mostAdded() {
        return mostReached - 1 - fixedReach;
    }

    /** By how much the smallest {@code count} rates exceed their bounds, which pairs them at the least cost. */
    private long excess(int count) {
        long excess = 0;
        for (int i = 0; i < count; i++) {
            excess += Math.max(0, ascending[i] - bounds[i]);
        }
        return excess;
    }

    /** By how much the rates that must grow have to, for the larger ones not to leave a hole above the smaller ones. */
    private long leastGain(long rest) {
        long least = 0;
        long size = rest + fixedReach + 1;
        long now = Arrays.stream(ascending).sum();
        for (int count = free - 1; count > 0; count--) {
            now -= ascending[count];
            long needed = ceil(ceil(size, growth[free - count]) - 1 - fixedReach, weights[free - 1]);
            least = Math.max(least, needed - now + excess(count));
        }
        return least;
    }

    /** Fills in the bounds; returns the least the free layers must add, or {@link #IMPOSSIBLE}. */
    private long climb(FixedSteps fixed) {
        long bound = 1;
        long needed = 0;
        for (long weight : weights) {
            needed += weight;
        }
        fixedReach = 0;
        mostReached = growth[free];
        int used = 0;
        for (int i = 0; i < fixed.count(); i++) {
            needed = Math.max(needed, fixed.step(i) - 1 - fixedReach);
            while (fixed.step(i) > bound) {
                if (used == free) {
                    return IMPOSSIBLE;
                }
                bounds[used++] = bound;
                bound = product(bound, largestKernel);
            }
            bound = Math.min(SATURATED, bound + fixed.reach(i));
            mostReached = Math.min(SATURATED, mostReached + product(fixed.reach(i), growth[free - used]));
            fixedReach += fixed.reach(i);
        }
        while (used < free) {
            bounds[used++] = bound;
            bound = product(bound, largestKernel);
        }
        return needed;
    }

    private static long product(long a, long b) {
        return a > SATURATED / b ? SATURATED : a * b;
    }

    private static long ceil(long a, long b) {
        return -Math.floorDiv(-a, b);
    }
}
