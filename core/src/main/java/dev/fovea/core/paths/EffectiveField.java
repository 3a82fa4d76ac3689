package dev.fovea.core.paths;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * The effective receptive field along one axis.
 *
 * @param deviation standard deviation of the positions, each as often as paths lead from it, in pixels; six decimals,
 *     rounded half-even
 * @param width pixels of the shortest interval that holds at least 95.45 % of the paths, which are two standard deviations
 *     to either side of a Gaussian's mean; empty where the numbers of paths are too many to follow
 */
public record EffectiveField(BigDecimal deviation, OptionalLong width) {
    private static final BigInteger SHARE = BigInteger.valueOf(9545);
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    static EffectiveField of(Counts counts) {
        return new EffectiveField(Deviation.of(counts.moments()), width(counts));
    }

    private static OptionalLong width(Counts counts) {
        if (counts.row().isEmpty()) {
            return OptionalLong.empty();
        }
        BigInteger enough = counts.moments()
                .total()
                .multiply(SHARE)
                .add(WHOLE.subtract(BigInteger.ONE))
                .divide(WHOLE);
        return counts.row().get().shortestRun(enough);
    }
}
