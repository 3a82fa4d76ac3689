package dev.fovea.processor.hdc;

import dev.fovea.processor.exact.Integers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * An exact search for the best repairs, one field size after the other in order of preference.
 *
 * <p>For one size, rates are fixed from the bottom layer to the top in ascending order, so that lists of equal merit come
 * in lexicographic order. A branch is cut where {@link RepairBound} shows that it cannot be completed, that its rates
 * change by more than the present limit, or that enough better lists are known. The limit starts at the least change that
 * could do and grows until enough lists are found or nothing was cut by it.
 */
final class RepairSearch {
    private final DilationAxis axis;
    private final boolean strict;
    private final int count;
    private final int layers;
    private final long[] weights;
    private final long[] original;
    private final RepairBound[] bounds;
    private final FixedSteps fixed;
    private final long own;
    private final long neighbours;

    private final List<List<Integer>> best = new ArrayList<>();
    private final List<Candidate> ofThisSize = new ArrayList<>();
    private final int[] rates;
    private long sum;
    private long limit;
    private long nextLimit;
    private int steps;

    private record Candidate(List<Integer> rates, long change, int falls) {}

    RepairSearch(DilationAxis axis, boolean strict, int count) {
        this.axis = axis;
        this.strict = strict;
        this.count = count;
        layers = axis.rates().size();
        long[] kernels = axis.kernels().stream().mapToLong(Integer::longValue).toArray();
        weights = LongStream.of(kernels).map(kernel -> kernel - 1).toArray();
        original = axis.rates().stream().mapToLong(Integer::longValue).toArray();
        rates = new int[layers];
        bounds = new RepairBound[layers + 1];
        for (int i = 0; i <= layers; i++) {
            bounds[i] =
                    new RepairBound(Arrays.copyOfRange(kernels, i, layers), Arrays.copyOfRange(original, i, layers));
        }
        fixed = new FixedSteps(axis);
        own = axis.ownSize() - 1;
        neighbours = Coverage.size(axis.allWindows()) - 1 - own;
    }

    /** The best lists, best first; not all of them where the search is not proven. */
    List<List<Integer>> run() {
        long least = LongStream.of(weights).sum();
        long most = bounds[0].mostAdded(fixed);
        long divisor = LongStream.of(weights).reduce(0, Integers::gcd);
        long below = Math.min(own, most - Math.floorMod(most - own, divisor));
        long above = below + divisor;
        while (best.size() < count && isProven() && (below >= least || above <= most)) {
            steps++;
            if (above > most || below >= least && own - below <= above - own) {
                searchSize(below);
                below -= divisor;
            } else {
                searchSize(above);
                above += divisor;
            }
        }
        return best;
    }

    /** False if the search was given up. */
    boolean isProven() {
        return steps <= Repair.MAX_STEPS;
    }

    private void searchSize(long size) {
        sum = size;
        long least = bounds[0].leastChange(fixed, size, RepairRule.unlimited(axis, strict));
        limit = least;
        while (limit != RepairBound.IMPOSSIBLE && isProven()) {
            ofThisSize.clear();
            nextLimit = RepairBound.IMPOSSIBLE;
            extend(0, size, 0, 0, RepairRule.unlimited(axis, strict));
            if (isFull() || nextLimit == RepairBound.IMPOSSIBLE) {
                break;
            }
            limit = Math.max(nextLimit, 2 * limit - least + 1);
        }
        ofThisSize.forEach(candidate -> best.add(candidate.rates()));
        ofThisSize.clear();
    }

    /** Fixes the rate of layer {@code at}; the layers from there on have to add {@code rest} to the field. */
    private void extend(int at, long rest, long change, int falls, RepairRule rule) {
        if (at == layers) {
            keep(change, falls);
            return;
        }
        boolean last = at == layers - 1;
        if (last && rest % weights[at] != 0) {
            return;
        }
        long leastAbove = 0;
        for (int i = at + 1; i < layers; i++) {
            leastAbove += weights[i];
        }
        long to = last ? rest / weights[at] : (rest - leastAbove) / weights[at];
        long from = last ? to : 1;
        to = Math.min(Math.min(to, Repair.MAX_RATE), (1 + sum + neighbours) / (weights[at] + 1));
        long slack = limit - change;
        if (to > original[at] + slack || from < original[at] - slack) {
            nextLimit = Math.min(nextLimit, limit + 1);
            to = Math.min(to, original[at] + slack);
            from = Math.max(from, original[at] - slack);
        }
        to = Math.min(to, rule.limit(0));
        for (long rate = from; rate <= to && isProven(); rate++) {
            steps++;
            long changed = change + Math.abs(rate - original[at]);
            int fallen = falls + (at > 0 && rate < rates[at - 1] ? 1 : 0);
            RepairRule next = rule.with(rate);
            if (next.isBroken() || isWorse(changed, fallen)) {
                continue;
            }
            int slot = fixed.insert(rate, weights[at]);
            long left = rest - weights[at] * rate;
            long least = bounds[at + 1].leastChange(fixed, left, next);
            if (least != RepairBound.IMPOSSIBLE) {
                if (changed + least > limit) {
                    nextLimit = Math.min(nextLimit, changed + least);
                } else if (!isWorse(changed + least, fallen)) {
                    rates[at] = (int) rate;
                    extend(at + 1, left, changed, fallen, next);
                }
            }
            fixed.remove(slot);
        }
    }

    private void keep(long change, int falls) {
        List<Integer> list = Arrays.stream(rates).boxed().toList();
        if (!Repair.isSound(axis, list, strict)) {
            return;
        }
        ofThisSize.add(new Candidate(list, change, falls));
        ofThisSize.sort(Comparator.comparingLong(Candidate::change).thenComparingInt(Candidate::falls));
        if (best.size() + ofThisSize.size() > count) {
            ofThisSize.remove(ofThisSize.size() - 1);
        }
    }

    /** True if enough lists are known that are as good; those found first come first in lexicographic order. */
    private boolean isWorse(long change, int falls) {
        if (!isFull()) {
            return false;
        }
        Candidate worst = ofThisSize.get(ofThisSize.size() - 1);
        return change > worst.change() || change == worst.change() && falls >= worst.falls();
    }

    private boolean isFull() {
        return best.size() + ofThisSize.size() >= count;
    }
}
