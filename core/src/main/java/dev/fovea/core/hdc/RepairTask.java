package dev.fovea.core.hdc;

import dev.fovea.core.exact.CompleteCoverage;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a repair starts from and may change on one axis.
 *
 * @param axis the stack with its present rates
 * @param ties per layer the lowest layer whose rate is written in the same place, often the layer itself: such layers
 *     stay equal
 * @param given layers whose rates are settled; of tied layers all or none
 * @param size the field to keep
 * @param strict whether the classical rule is enforced where no position is lost
 * @param elsewhere what rates must also satisfy, such as the rules on another axis that takes the same numbers
 */
public record RepairTask(
        DilationAxis axis,
        List<Integer> ties,
        Set<Integer> given,
        long size,
        boolean strict,
        Predicate<List<Integer>> elsewhere) {
    /** Each layer with a rate of its own. */
    public static RepairTask of(DilationAxis axis, boolean strict) {
        List<Integer> ties = IntStream.range(0, axis.rates().size()).boxed().toList();
        return new RepairTask(axis, ties, Set.of(), axis.ownSize(), strict, rates -> true);
    }

    /** The lowest layers of the rates that may change, from the bottom to the top. */
    List<Integer> free() {
        return ties.stream().distinct().filter(layer -> !given.contains(layer)).toList();
    }

    /** Kernel less one. */
    long weight(int layer) {
        return axis.kernels().get(layer) - 1L;
    }

    /** True if these rates keep every rule, here and elsewhere. */
    boolean isSound(List<Integer> rates) {
        return isSound(axis.withRates(rates), strict) && elsewhere.test(rates);
    }

    /** True if a stack keeps every rule: what {@link AxisVerdict#judge} says, without the figures. */
    public static boolean isSound(DilationAxis axis, boolean strict) {
        return !axis.isJudged()
                || axis.divisor() == 1
                        && CompleteCoverage.of(axis.allWindows())
                        && (!strict
                                || RisingEdge.firstGap(RisingEdge.whole(axis), RisingEdge.cut(axis))
                                        .isEmpty());
    }

    /** How good these rates are as a proposal. */
    RepairMerit merit(List<Integer> rates) {
        long proposed = 1;
        long change = 0;
        int falls = 0;
        for (int i = 0; i < rates.size(); i++) {
            proposed += weight(i) * rates.get(i);
            change += Math.abs((long) rates.get(i) - axis.rates().get(i));
            falls += i > 0 && rates.get(i) < rates.get(i - 1) ? 1 : 0;
        }
        return new RepairMerit(Math.abs(proposed - size), proposed, change, falls, List.copyOf(rates));
    }
}
