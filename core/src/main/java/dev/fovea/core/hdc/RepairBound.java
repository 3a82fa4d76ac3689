package dev.fovea.core.hdc;

import dev.fovea.core.exact.Integers;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What the {@linkplain dev.fovea.core.exact.CompleteCoverage complete-coverage theorem} leaves possible once some rates of a stack are fixed.
 *
 * <p>Lay the fixed steps in ascending order. Wherever one exceeds its bound, a free rate has to come first, itself at most
 * that bound, and the field it leaves is largest where it takes the bound. So the {@code i}-th smallest free rate of any
 * complete stack is at most the {@code i}-th bound met on the way; that limits what the free rates can add to the field,
 * and says how much they must lose: pairing both lists in ascending order costs least. From the top, a rate multiplies the
 * field by 1 plus its weight at most; so the smaller rates must add up to enough, which says how much they must gain.
 * What is gained and lost also has to make up for the change of the field: a change by one moves it by no less than the
 * smallest, and by no more than the largest kernel less one.
 *
 * <p>Tied layers are one rate here. Where their numbers differ, a change is taken to cost what it costs at the rate that
 * fewest layers take, so that the bound holds for every list.
 */
final class RepairBound {
    /** The cost of what cannot be completed. */
    static final long IMPOSSIBLE = Long.MAX_VALUE;

    private static final long SATURATED = 1L << 60;

    private final FreeRate[] free;
    private final long[] ascending;
    private final long[] bounds;
    private final long[] growth;
    private final long leastAdded;
    private final long wanted;
    private final long largestWeight;
    private final long fewestLayers;
    private final long lightest;
    private final long heaviest;
    private long fixedReach;
    private long mostReached;

    /** @param free the rates that are not fixed yet */
    RepairBound(FreeRate[] free) {
        this.free = free;
        ascending = Arrays.stream(free).mapToLong(FreeRate::rate).sorted().toArray();
        long[] weights =
                Arrays.stream(free).mapToLong(FreeRate::weight).sorted().toArray();
        leastAdded = LongStream.of(weights).sum();
        largestWeight = LongStream.of(weights).max().orElse(1);
        wanted = Arrays.stream(free).mapToLong(one -> one.weight() * one.rate()).sum();
        fewestLayers = Arrays.stream(free).mapToLong(FreeRate::layers).min().orElse(1);
        lightest = Arrays.stream(free)
                .mapToLong(one -> one.weight() / one.layers())
                .min()
                .orElse(1);
        heaviest = Arrays.stream(free)
                .mapToLong(one -> Integers.ceilDiv(one.weight(), one.layers()))
                .max()
                .orElse(1);
        bounds = new long[free.length];
        growth = new long[free.length + 1];
        growth[0] = 1;
        for (int i = 0; i < free.length; i++) {
            growth[i + 1] = product(growth[i], weights[free.length - 1 - i] + 1);
        }
    }

    /** What free rates of 1 add to the field. */
    long leastAdded() {
        return leastAdded;
    }

    /**
     * The least total change of the free layers' rates, or {@link #IMPOSSIBLE}.
     *
     * @param fixed the steps of the other layers
     * @param rest what the free rates must add to the field
     * @param rule what the classical rule allows from here on
     * @param at the layer that this rule speaks of next
     */
    long leastChange(FixedSteps fixed, long rest, RepairRule rule, int at) {
        if (climb(fixed) > rest || mostAdded() < rest) {
            return IMPOSSIBLE;
        }
        if (free.length == 0) {
            return 0;
        }
        long mostLimited = 0;
        long lossByLimit = 0;
        for (FreeRate one : free) {
            long limited = rule.limit(one.lowest() - at);
            mostLimited = Math.min(SATURATED, mostLimited + product(one.weight(), limited));
            lossByLimit += one.layers() * Math.max(0, one.rate() - limited);
        }
        if (mostLimited < rest) {
            return IMPOSSIBLE;
        }
        long leastGain = 0;
        long excess = 0;
        long now = 0;
        long size = rest + fixedReach + 1;
        for (int i = 0; i < free.length; i++) {
            now += ascending[i];
            excess += Math.max(0, ascending[i] - bounds[i]);
            if (i < free.length - 1) {
                long needed = Integers.ceilDiv(
                        Integers.ceilDiv(size, growth[free.length - 1 - i]) - 1 - fixedReach, largestWeight);
                leastGain = Math.max(leastGain, needed - now + excess);
            }
        }
        long loss = Math.max(fewestLayers * excess, lossByLimit);
        long surplus = rest - wanted;
        long gain = Math.max(fewestLayers * leastGain, Integers.ceilDiv(surplus + lightest * loss, heaviest));
        return gain + Math.max(loss, Integers.ceilDiv(lightest * gain - surplus, heaviest));
    }

    /** The largest sum the free rates can add to a complete field, saturated. */
    long mostAdded(FixedSteps fixed) {
        climb(fixed);
        return mostAdded();
    }

    private long mostAdded() {
        return mostReached - 1 - fixedReach;
    }

    /** Fills in the bounds; returns the least the free rates must add, or {@link #IMPOSSIBLE}. */
    private long climb(FixedSteps fixed) {
        long bound = 1;
        long needed = leastAdded;
        fixedReach = 0;
        mostReached = growth[free.length];
        int used = 0;
        for (int i = 0; i < fixed.count(); i++) {
            needed = Math.max(needed, fixed.step(i) - 1 - fixedReach);
            while (fixed.step(i) > bound) {
                if (used == free.length) {
                    return IMPOSSIBLE;
                }
                bounds[used++] = bound;
                bound = product(bound, largestWeight + 1);
            }
            bound = Math.min(SATURATED, bound + fixed.reach(i));
            mostReached = Math.min(SATURATED, mostReached + product(fixed.reach(i), growth[free.length - used]));
            fixedReach += fixed.reach(i);
        }
        while (used < free.length) {
            bounds[used++] = bound;
            bound = product(bound, largestWeight + 1);
        }
        return needed;
    }

    private static long product(long a, long b) {
        return a > SATURATED / b ? SATURATED : a * b;
    }
}
