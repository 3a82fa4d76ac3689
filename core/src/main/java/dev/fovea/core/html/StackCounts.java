package dev.fovea.core.html;

import dev.fovea.core.hdc.DilationAxis;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of paths by which a chain of stride-1 layers reads the positions of its own grid along one axis: the
 * coefficients of the product of {@code 1 + x^r + ... + x^((k-1)r)} over the layers.
 */
final class StackCounts {
    /** Positions beyond which nothing is drawn. */
    static final long MOST = 1 << 13;

    private StackCounts() {}

    /** The stack alone; empty where its field is too large. */
    static Optional<List<BigInteger>> own(DilationAxis axis) {
        if (axis.ownSize() > MOST) {
            return Optional.empty();
        }
        List<BigInteger> counts = List.of(BigInteger.ONE);
        for (int i = 0; i < axis.rates().size(); i++) {
            counts = spread(counts, axis.rates().get(i), axis.kernels().get(i));
        }
        return Optional.of(counts);
    }

    /** The stack with its entry and exit layer; empty where its field is too large. */
    static Optional<List<BigInteger>> full(DilationAxis axis) {
        long neighbours = axis.entryKernel().orElse(1)
                + (long) axis.exitStep() * axis.exitKernel().orElse(1);
        return axis.ownSize() + neighbours > MOST
                ? Optional.empty()
                : own(axis)
                        .map(counts -> spread(
                                spread(counts, 1, axis.entryKernel().orElse(1)),
                                axis.exitStep(),
                                axis.exitKernel().orElse(1)));
    }

    private static List<BigInteger> spread(List<BigInteger> counts, int step, int taps) {
        BigInteger[] spread = new BigInteger[counts.size() + step * (taps - 1)];
        Arrays.fill(spread, BigInteger.ZERO);
        for (int i = 0; i < counts.size(); i++) {
            for (int tap = 0; tap < taps; tap++) {
                spread[i + tap * step] = spread[i + tap * step].add(counts.get(i));
            }
        }
        return Collections.unmodifiableList(Arrays.asList(spread));
    }
}
