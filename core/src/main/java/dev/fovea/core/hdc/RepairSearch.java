package dev.fovea.core.hdc;

import dev.fovea.core.exact.Integers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * An exact search for the best repairs, one field size after the other in order of preference.
 *
 * <p>For one size, rates are fixed from the bottom layer to the top in ascending order, so that lists of equal merit
 * come in lexicographic order; layers that are tied get theirs together. A branch is cut where {@link RepairBound}
 * shows that it cannot be completed, that its rates change by more than the present limit, or that enough better lists
 * are known. The limit starts at the least change that could suffice and grows until enough lists are found or nothing
 * was cut by it. So the lists that are left out at the end cannot be completed to a sound list that is better than
 * those found.
 *
 * <p>Why long stacks take few steps: most of their layers keep their rates, and the bound knows how much the others must
 * change at least. 23 layers of rate 2 need a 1, which takes one from the field, so another must rise by one: of all
 * lists that change by 2, only 1, 2, …, 2, 3 never falls.
 */
final class RepairSearch {
    /** Free rates beyond which nothing is searched: each takes a level of recursion. */
    private static final int MOST_RATES = 300;

    private final RepairTask task;
    private final int count;
    private final int layers;
    private final FreeRate[] free;
    private final RepairBound[] bounds;
    private final FixedSteps fixed;
    private final long given;
    private final long neighbours;

    private final List<List<Integer>> best = new ArrayList<>();
    private final List<Candidate> ofThisSize = new ArrayList<>();
    private final int[] rates;
    private long sum;
    private long limit;
    private long nextLimit;
    private long work;

    private record Candidate(List<Integer> rates, long change, int falls) {}

    RepairSearch(RepairTask task, int count) {
        this.task = task;
        this.count = count;
        DilationAxis axis = task.axis();
        layers = axis.rates().size();
        rates = new int[layers];
        fixed = new FixedSteps(axis);
        long settled = 0;
        for (int layer : task.given()) {
            rates[layer] = axis.rates().get(layer);
            fixed.insert(rates[layer], task.weight(layer));
            settled += task.weight(layer) * rates[layer];
        }
        given = settled;
        free = FreeRate.of(task);
        bounds = new RepairBound[free.length > MOST_RATES ? 0 : free.length + 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = new RepairBound(Arrays.copyOfRange(free, i, free.length));
        }
        work = free.length > MOST_RATES ? Repair.MOST_WORK + 1 : 0;
        neighbours = Coverage.size(axis.allWindows()) - axis.ownSize();
    }

    /** The best lists, best first; not all of them where the search is not proven. */
    List<List<Integer>> run() {
        if (!isProven()) {
            return best;
        }
        long least = given + LongStream.of(weights()).sum();
        long most = given + bounds[0].mostAdded(fixed);
        long divisor = LongStream.of(weights()).reduce(0, Integers::gcd);
        long own = task.size() - 1;
        long reachable = Math.min(own, most);
        long below = reachable - Math.floorMod(reachable - task.axis().ownSize() + 1, divisor);
        long above = below + divisor;
        while (best.size() < count && isProven() && (below >= least || above <= most)) {
            work += layers;
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

    private long[] weights() {
        return Arrays.stream(free).mapToLong(FreeRate::weight).toArray();
    }

    /** False if the search was given up. */
    boolean isProven() {
        return work <= Repair.MOST_WORK;
    }

    private void searchSize(long size) {
        sum = size;
        RepairRule rule = RepairRule.unlimited(task.axis(), task.strict());
        long least = bounds[0].leastChange(fixed, size - given, rule, 0);
        limit = least;
        while (limit != RepairBound.IMPOSSIBLE && isProven()) {
            ofThisSize.clear();
            nextLimit = RepairBound.IMPOSSIBLE;
            extend(new Branch(0, 0, size - given, 0, 0, rule));
            if (isFull() || nextLimit == RepairBound.IMPOSSIBLE) {
                break;
            }
            limit = Math.max(nextLimit, 2 * limit - least + 1);
        }
        ofThisSize.forEach(candidate -> best.add(candidate.rates()));
        ofThisSize.clear();
    }

    /**
     * A list fixed so far.
     *
     * @param at layers looked at, from the bottom
     * @param fixed free rates that are fixed
     * @param rest what the other free rates have to add to the field
     */
    private record Branch(int at, int fixed, long rest, long change, int falls, RepairRule rule) {}

    /** Passes over the layers whose rates are known. */
    private Branch climbed(Branch branch) {
        int at = branch.at();
        int falls = branch.falls();
        RepairRule rule = branch.rule();
        while (at < layers && rates[at] > 0 && !rule.isBroken()) {
            falls += at > 0 && rates[at] < rates[at - 1] ? 1 : 0;
            rule = rule.with(rates[at]);
            at++;
        }
        return new Branch(at, branch.fixed(), branch.rest(), branch.change(), falls, rule);
    }

    private void extend(Branch from) {
        Branch branch = climbed(from);
        if (branch.rule().isBroken() || isWorse(branch.change(), branch.falls())) {
            return;
        }
        if (branch.at() == layers) {
            keep(branch);
            return;
        }
        FreeRate next = free[branch.fixed()];
        boolean last = branch.fixed() == free.length - 1;
        if (last && branch.rest() % next.weight() != 0) {
            return;
        }
        long most = (branch.rest() - bounds[branch.fixed() + 1].leastAdded()) / next.weight();
        long least = last ? most : 1;
        most = Math.min(Math.min(most, Repair.MAX_RATE), (1 + sum + neighbours) / (next.weight() + 1));
        long slack = (limit - branch.change()) / next.layers();
        if (most > next.rate() + slack || least < next.rate() - slack) {
            nextLimit = Math.min(nextLimit, limit + 1);
            most = Math.min(most, next.rate() + slack);
            least = Math.max(least, next.rate() - slack);
        }
        most = Math.min(most, branch.rule().limit(0));
        for (long rate = least; rate <= most && isProven(); rate++) {
            work += layers;
            fix(branch, next, rate);
        }
    }

    private void fix(Branch branch, FreeRate next, long rate) {
        int at = branch.at();
        long change = branch.change() + next.layers() * Math.abs(rate - next.rate());
        int falls = branch.falls() + (at > 0 && rate < rates[at - 1] ? 1 : 0);
        RepairRule rule = branch.rule().with(rate);
        if (rule.isBroken() || isWorse(change, falls)) {
            return;
        }
        int slot = fixed.insert(rate, next.weight());
        long rest = branch.rest() - next.weight() * rate;
        long least = bounds[branch.fixed() + 1].leastChange(fixed, rest, rule, at + 1);
        if (least != RepairBound.IMPOSSIBLE) {
            if (change + least > limit) {
                nextLimit = Math.min(nextLimit, change + least);
            } else if (!isWorse(change + least, falls)) {
                set(at, (int) rate);
                extend(new Branch(at + 1, branch.fixed() + 1, rest, change, falls, rule));
                set(at, 0);
            }
        }
        fixed.remove(slot);
    }

    private void set(int lowest, int rate) {
        for (int layer = lowest; layer < layers; layer++) {
            if (task.ties().get(layer) == lowest) {
                rates[layer] = rate;
            }
        }
    }

    private void keep(Branch branch) {
        List<Integer> list = Arrays.stream(rates).boxed().toList();
        work += layers;
        if (!task.isSound(list)) {
            return;
        }
        ofThisSize.add(new Candidate(list, branch.change(), branch.falls()));
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
