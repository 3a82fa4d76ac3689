package dev.fovea.processor.hdc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rates that mend a stack on one axis: the same layers, kernels and neighbours, and every rule is kept.
 *
 * <p>The best proposal changes the stack's own field least (the smaller field on a tie), then the rates least (the sum of
 * the changes), then falls least often, then comes first in lexicographic order. Up to {@value #MAX_LAYERS} layers it is
 * the true optimum, unless the search takes more than {@value #MAX_STEPS} steps; then it is the best sound list found
 * or built by capping rates at their bounds. Only a stride at the top can leave no sound list at all. A list that is sound already is its own best repair.
 */
public final class Repair {
    /** Layers beyond which nothing is proposed. */
    public static final int MAX_LAYERS = 6;

    /** The largest rate proposed, which is also the largest an annotation accepts. */
    static final long MAX_RATE = 1 << 24;

    /** Steps of the search, counted rather than timed so that every machine proposes the same. */
    static final int MAX_STEPS = 400_000;

    private Repair() {}

    /**
     * The best proposal.
     *
     * @param strict whether the classical rule is enforced where no position is lost
     */
    public static Optional<List<Integer>> propose(DilationAxis axis, boolean strict) {
        return proposals(axis, strict, 1).stream().findFirst();
    }

    /** Up to {@code count} proposals, the best first; none for a single layer and for more than six. */
    public static List<List<Integer>> proposals(DilationAxis axis, boolean strict, int count) {
        if (!axis.isJudged() || axis.rates().size() > MAX_LAYERS) {
            return List.of();
        }
        RepairSearch search = new RepairSearch(axis, strict, count);
        List<List<Integer>> found = new ArrayList<>(search.run());
        if (!search.isProven()) {
            found.addAll(ladders(axis, strict));
        }
        return found.stream()
                .distinct()
                .sorted(byMerit(axis))
                .limit(count)
                .map(List::copyOf)
                .toList();
    }

    private static Comparator<List<Integer>> byMerit(DilationAxis axis) {
        long size = axis.ownSize();
        return Comparator.comparingLong(
                        (List<Integer> rates) -> Math.abs(axis.withRates(rates).ownSize() - size))
                .thenComparingLong(rates -> axis.withRates(rates).ownSize())
                .thenComparingLong(rates -> change(axis.rates(), rates))
                .thenComparingInt(Repair::falls)
                .thenComparing(Repair::compareInOrder);
    }

    private static long change(List<Integer> from, List<Integer> to) {
        long change = 0;
        for (int i = 0; i < from.size(); i++) {
            change += Math.abs((long) to.get(i) - from.get(i));
        }
        return change;
    }

    private static int falls(List<Integer> rates) {
        int falls = 0;
        for (int i = 1; i < rates.size(); i++) {
            falls += rates.get(i) < rates.get(i - 1) ? 1 : 0;
        }
        return falls;
    }

    private static int compareInOrder(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return a.get(i) - b.get(i);
            }
        }
        return 0;
    }

    /** Where the search was given up: the rates capped at their bounds, in the stack's order and rising. */
    private static List<List<Integer>> ladders(DilationAxis axis, boolean strict) {
        List<Integer> inOrder = new ArrayList<>(axis.rates());
        List<Integer> rising = new ArrayList<>();
        List<Window> ascending = axis.ownWindows().stream()
                .sorted(Comparator.comparingLong(Window::step))
                .toList();
        long reach = 0;
        long classical = Long.MAX_VALUE;
        long reachRising = 0;
        for (int i = 0; i < ascending.size(); i++) {
            Window window = ascending.get(i);
            long rate = Math.min(window.step(), reach + 1);
            inOrder.set(window.layer(), (int) rate);
            reach += rate * (window.kernel() - 1L);

            int kernel = axis.kernels().get(i);
            long risen = Math.min(Math.min(window.step(), reachRising + 1), classical);
            rising.add((int) risen);
            reachRising += risen * (kernel - 1L);
            classical = i == 0 ? kernel : classical + 2 * risen;
        }
        return Stream.of(inOrder, rising)
                .filter(rates -> isSound(axis, rates, strict))
                .toList();
    }

    static boolean isSound(DilationAxis axis, List<Integer> rates, boolean strict) {
        return AxisVerdict.of(axis.withRates(rates)).judge(strict).isEmpty();
    }
}
