package dev.fovea.core.analysis;

import dev.fovea.Borders;
import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Step;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The mean fraction of a window's taps that fall inside the input, over all units of the map (Chen et al. 2017, "Rethinking
 * Atrous Convolution", figure 4: with a rate near the extent of the map a 3×3 filter acts as a 1×1 filter).
 */
public final class ValidTaps {
    private static final long MOST_NEEDED = 1 << 20;

    private ValidTaps() {}

    /**
     * Pairs of a unit and a tap, over all units of a map.
     *
     * @param inside those that fall inside the input
     * @param taps taps of the window that fall inside for any unit
     */
    public record Counts(BigInteger inside, BigInteger all, BigInteger taps) {
        /** True if the fraction that falls inside is below {@code numerator / denominator}. */
        public boolean isBelow(long numerator, long denominator) {
            return inside.multiply(BigInteger.valueOf(denominator))
                            .compareTo(all.multiply(BigInteger.valueOf(numerator)))
                    < 0;
        }

        /** True if only one tap is ever inside. */
        public boolean isOneTap() {
            return taps.equals(BigInteger.ONE);
        }

        private Counts times(Counts other) {
            return new Counts(inside.multiply(other.inside), all.multiply(other.all), taps.multiply(other.taps));
        }

        /** The fraction that falls inside, rounded half-even to six decimals. */
        public BigDecimal share() {
            BigDecimal fraction = new BigDecimal(inside).divide(new BigDecimal(all), 6, RoundingMode.HALF_EVEN);
            return fraction.signum() == 0 ? BigDecimal.ZERO : fraction.stripTrailingZeros();
        }
    }

    /** The fraction, rounded half-even to six decimals; absent where an extent or the padding is unknown. */
    public static Optional<BigDecimal> of(Network network, Layer layer) {
        Optional<Counts> counts = counts(network, layer);
        return counts.isPresent() ? Optional.of(counts.get().share()) : Optional.empty();
    }

    /** The exact counts; absent where an extent or the padding is unknown. */
    public static Optional<Counts> counts(Network network, Layer layer) {
        Optional<List<Counts>> perAxis = perAxis(network, layer);
        return perAxis.isPresent() ? Optional.of(together(perAxis.get())) : Optional.empty();
    }

    /** The counts over all axes. */
    public static Counts together(List<Counts> perAxis) {
        Counts product = new Counts(BigInteger.ONE, BigInteger.ONE, BigInteger.ONE);
        for (Counts along : perAxis) {
            product = product.times(along);
        }
        return product;
    }

    /** The exact counts along each axis; absent where an extent or the padding is unknown. */
    public static Optional<List<Counts>> perAxis(Network network, Layer layer) {
        if (!layer.operation().hasTaps()) {
            return Optional.empty();
        }
        List<Counts> perAxis = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            Extent in = network.shape(layer.links().get(0).source()).extents().get(axis);
            Extent out = layer.shape().extents().get(axis);
            Optional<Step.Window> window = layer.step(axis).stated();
            if (!in.isKnown()
                    || !out.isKnown()
                    || window.isEmpty()
                    || window.get().unknownBegin() != 0) {
                return Optional.empty();
            }
            perAxis.add(
                    layer.borders() == Borders.ZEROS
                            ? along(window.get(), in.value(), out.value())
                            : filled(window.get(), out.value()));
        }
        return Optional.of(perAxis);
    }

    /**
     * The least extent, of all axes that have less, at which enough taps of a window fall inside; absent where the padding
     * is filled from the map, or no map of a size that one could mean is large enough.
     */
    public static OptionalLong neededExtent(Network network, Layer layer, Predicate<List<Counts>> enough) {
        long low = 0;
        long high = 1;
        while (high <= MOST_NEEDED && !isEnough(network, layer, high, enough)) {
            low = high;
            high *= 2;
        }
        if (high > MOST_NEEDED) {
            return OptionalLong.empty();
        }
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (isEnough(network, layer, middle, enough)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return OptionalLong.of(high);
    }

    private static boolean isEnough(Network network, Layer layer, long least, Predicate<List<Counts>> enough) {
        List<Counts> perAxis = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            Extent declared =
                    network.shape(layer.links().get(0).source()).extents().get(axis);
            Optional<OutputExtent.Windowed> windowed =
                    layer.outputExtents().get(axis).windowed();
            if (layer.borders() != Borders.ZEROS || !declared.isKnown() || windowed.isEmpty()) {
                return false;
            }
            long in = Math.max(least, declared.value());
            perAxis.add(along(windowed.get().padded(in), in, windowed.get().of(map -> in)));
        }
        return enough.test(perAxis);
    }

    /** Where the map itself fills the padding, every tap reads something of it. */
    private static Counts filled(Step.Window window, long out) {
        BigInteger all = BigInteger.valueOf(Math.multiplyExact(window.kernel(), out));
        return new Counts(all, all, BigInteger.valueOf(window.kernel()));
    }

    private static Counts along(Step.Window window, long in, long out) {
        long inside = 0;
        long taps = 0;
        long lastTap = Math.min(window.kernel() - 1, Math.floorDiv(in - 1 + window.begin(), window.rate()));
        for (long tap = 0; tap <= lastTap; tap++) {
            long shift = window.begin() - tap * window.rate();
            long first = Math.max(0, Integers.ceilDiv(shift, window.stride()));
            long last = Math.min(out - 1, Math.floorDiv(in - 1 + shift, window.stride()));
            inside += Math.max(0, last - first + 1);
            taps += last >= first ? 1 : 0;
        }
        return new Counts(
                BigInteger.valueOf(inside),
                BigInteger.valueOf(Math.multiplyExact(window.kernel(), out)),
                BigInteger.valueOf(taps));
    }
}
