package dev.fovea.core.hdc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rates that mend a stack on one axis: the same layers, kernels and neighbours, and every rule is kept.
 *
 * <p>The best proposal changes the stack's own field least (the smaller field on a tie), then the rates least (the sum of
 * the changes), then falls least often, then comes first in lexicographic order. It is the true optimum where
 * {@link RepairSearch} ends within {@link #MOST_WORK}; otherwise the best sound list that the search has met or that
 * {@link RepairClimb} reaches. Only a stride at the top, and rates that are tied or settled, can leave no sound list at
 * all. A list that is sound already is its own best repair.
 */
public final class Repair {
    /** The largest rate proposed, which is also the largest an annotation accepts. */
    static final long MAX_RATE = 1 << 24;

    /** Layers visited by a search, counted rather than timed so that every machine proposes the same. */
    static final long MOST_WORK = 1_000_000;

    private Repair() {}

    /** Up to {@code count} proposals, the best first; none for a single layer, which is never judged. */
    public static List<List<Integer>> proposals(RepairTask task, int count) {
        if (!task.axis().isJudged() || task.free().isEmpty()) {
            return List.of();
        }
        RepairSearch search = new RepairSearch(task, count);
        List<List<Integer>> found = search.run();
        return search.isProven() ? List.copyOf(found) : climbed(task, found, count);
    }

    private static List<List<Integer>> climbed(RepairTask task, List<List<Integer>> found, int count) {
        List<List<Integer>> all = new ArrayList<>(found);
        RepairClimb climb = new RepairClimb(task);
        Stream.concat(found.stream(), RepairLadder.of(task).stream()).forEach(start -> all.add(climb.improved(start)));
        return all.stream()
                .distinct()
                .map(task::merit)
                .sorted()
                .limit(count)
                .map(RepairMerit::rates)
                .toList();
    }
}
