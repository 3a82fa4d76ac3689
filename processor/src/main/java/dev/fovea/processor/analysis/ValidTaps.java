package dev.fovea.processor.analysis;

import dev.fovea.processor.network.Extent;
import dev.fovea.processor.network.Layer;
import dev.fovea.processor.network.Network;
import dev.fovea.processor.network.Step;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/**
 * The mean fraction of a window's taps that fall inside the input, over all units of the map (Chen et al. 2017, "Rethinking
 * Atrous Convolution", figure 4: with a rate near the extent of the map a 3×3 filter acts as a 1×1 filter).
 */
public final class ValidTaps {
    private static final Set<String> WINDOWED = Set.of("Conv", "Dilated", "DeformableConv", "Pool");

    private ValidTaps() {}

    /** The fraction, rounded half-even to six decimals; absent where an extent or the padding is unknown. */
    public static Optional<BigDecimal> of(Network network, Layer layer) {
        if (!WINDOWED.contains(layer.op())) {
            return Optional.empty();
        }
        BigInteger inside = BigInteger.ONE;
        BigInteger all = BigInteger.ONE;
        for (int axis = 0; axis < network.axes(); axis++) {
            Extent in = network.shape(layer.links().get(0).source()).extents().get(axis);
            Extent out = layer.shape().extents().get(axis);
            Step step = layer.step(axis) instanceof Step.Deformed deformed ? deformed.nominal() : layer.step(axis);
            if (!in.isKnown()
                    || !out.isKnown()
                    || !(step instanceof Step.Window window)
                    || window.unknownBegin() != 0) {
                return Optional.empty();
            }
            inside = inside.multiply(BigInteger.valueOf(inside(window, in.value(), out.value())));
            all = all.multiply(BigInteger.valueOf(Math.multiplyExact(window.kernel(), out.value())));
        }
        BigDecimal fraction = new BigDecimal(inside).divide(new BigDecimal(all), 6, RoundingMode.HALF_EVEN);
        return Optional.of(fraction.signum() == 0 ? BigDecimal.ZERO : fraction.stripTrailingZeros());
    }

    /** Number of pairs of a unit and a tap that fall inside the input. */
    private static long inside(Step.Window window, long in, long out) {
        long inside = 0;
        long lastTap = Math.min(window.kernel() - 1, Math.floorDiv(in - 1 + window.begin(), window.rate()));
        for (long tap = 0; tap <= lastTap; tap++) {
            long shift = window.begin() - tap * window.rate();
            long first = Math.max(0, -Math.floorDiv(-shift, window.stride()));
            long last = Math.min(out - 1, Math.floorDiv(in - 1 + shift, window.stride()));
            inside += Math.max(0, last - first + 1);
        }
        return inside;
    }
}
