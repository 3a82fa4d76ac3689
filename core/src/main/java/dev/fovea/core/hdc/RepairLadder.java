package dev.fovea.core.hdc;

import dev.fovea.core.exact.CompleteCoverage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sound lists found without a search, by lowering rates to the limits that the rules set them.
 *
 * <p>Taken in ascending order, no rate may exceed 1 plus the reach of those before it; in a rising edge none after the
 * first may exceed {@code K} plus twice the rates between. Lowering one rate can put another beyond its limit, so this is
 * repeated. It ends since rates only fall; where it takes too long, with rates of 1, which keep every rule but for an exit
 * layer whose taps are far apart.
 */
final class RepairLadder {
    private static final int MOST_ROUNDS = 64;

    private final RepairTask task;

    /** The rate of each layer that is the lowest of those tied to it. */
    private final int[] lowest;

    private RepairLadder(RepairTask task, List<Integer> rates) {
        this.task = task;
        this.lowest = rates.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The stack's rates lowered in their order and, where none is tied or given, rising; none if that fails. */
    static List<List<Integer>> of(RepairTask task) {
        List<Integer> given = task.axis().rates();
        Stream<List<Integer>> orders = task.free().size() == given.size()
                ? Stream.of(given, given.stream().sorted().toList())
                : Stream.of(given);
        return orders.map(order -> new RepairLadder(task, order).lowered())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Optional<List<Integer>> lowered() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            lowerToReach();
            if (task.strict()) {
                lowerToEdges();
            }
            if (task.axis().withRates(rates()).divisor() > 1) {
                int first = task.free().get(0);
                lower(first, rate(first) - 1L);
            }
            if (task.isSound(rates())) {
                return Optional.of(rates());
            }
        }
        Arrays.fill(lowest, 1);
        return task.given().isEmpty() && task.isSound(rates()) ? Optional.of(rates()) : Optional.empty();
    }

    private void lowerToReach() {
        CompleteCoverage complete = new CompleteCoverage();
        for (Window window :
                CompleteCoverage.ascending(task.axis().withRates(rates()).allWindows())) {
            if (window.layer() == Window.NEIGHBOUR) {
                complete.add(window.reach());
            } else {
                lower(window.layer(), complete.bound());
                complete.add(task.weight(window.layer()) * rate(window.layer()));
            }
        }
    }

    private void lowerToEdges() {
        DilationAxis axis = task.axis().withRates(rates());
        List<RisingEdge> edges = RisingEdge.cut(axis);
        if (RisingEdge.firstGap(RisingEdge.whole(axis), edges).isEmpty()) {
            return;
        }
        for (RisingEdge edge : edges) {
            long limit = edge.kernel().orElse(0);
            for (int i = 1; i < edge.rates().size() && edge.exceedsKernel(); i++) {
                int layer = edge.first() + i;
                lower(layer, limit);
                limit += 2L * rate(layer);
            }
        }
    }

    private int rate(int layer) {
        return lowest[task.ties().get(layer)];
    }

    private List<Integer> rates() {
        return task.ties().stream().map(tie -> lowest[tie]).toList();
    }

    /** Lowers the rate of a layer and those tied to it, unless it is low enough, or settled. */
    private void lower(int layer, long limit) {
        if (rate(layer) > limit && !task.given().contains(layer)) {
            lowest[task.ties().get(layer)] = (int) Math.max(1, limit);
        }
    }
}
