package dev.fovea.core.network;

import dev.fovea.report.Rational;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/**
 * How many units a layer has along one axis, as a formal function of the extents of the maps before it: it holds for every
 * integer, also where an extent below 1 says that there is no such map.
 *
 * <p>At the declared extents the value is that of {@link Layer#shape()}, but for a layer with a fault. The shape does not tell
 * which other inputs the network takes; this does.
 */
public sealed interface OutputExtent
        permits OutputExtent.SameAs,
                OutputExtent.Unpooled,
                OutputExtent.Fixed,
                OutputExtent.Scaled,
                OutputExtent.Divided,
                OutputExtent.Windowed,
                Gridded {
    /**
     * The number of units.
     *
     * @param extents the extent of a map by its index, that of the input by {@link Network#INPUT}
     */
    long of(IntToLongFunction extents);

    /** The same where the extents of maps may be unknown. */
    Extent of(IntFunction<Extent> extents, Arithmetic arithmetic);

    /** Units per input pixel, as the extent grows with the input's; 0 where it does not depend on it. */
    Rational density(IntFunction<Rational> densities);

    /** True if the operation takes maps of these extents at all. */
    default boolean takes(IntToLongFunction extents) {
        return true;
    }

    /** The map whose extent it is, whatever that is. */
    default OptionalInt copied() {
        return OptionalInt.empty();
    }

    /** The map that must have the extent of the map read, since it is undone; empty where none is. */
    default OptionalInt undone() {
        return OptionalInt.empty();
    }

    /** The same, if windows are counted. */
    default Optional<Windowed> windowed() {
        return Optional.empty();
    }

    /** True if it is the same for every input. */
    default boolean isFixed() {
        return false;
    }

    /** True if {@link #takes} may be false. */
    default boolean mayRefuse() {
        return false;
    }

    /** This as a function of another map's extent; empty where it is not one. */
    Optional<Formula> formula();

    /**
     * {@code floor((extent·factor + before) / divisor) + after}, of one map's extent.
     *
     * @param map the map's index
     */
    record Formula(int map, long factor, long before, long divisor, long after) {
        /** True if it is the map's own extent. */
        public boolean isIdentity() {
            return factor == 1 && before == 0 && divisor == 1 && after == 0;
        }

        /** The same function of another map's extent, as numbers: two functions are equal if these are. */
        public List<Long> of(int other) {
            return List.of((long) other, factor, before, divisor, after);
        }
    }

    /** Arithmetic of extents that may be unknown. */
    interface Arithmetic {
        /** {@code extent + amount}. */
        Extent plus(Extent extent, long amount);

        /** {@code extent·factor}. */
        Extent times(Extent extent, long factor);

        /** {@code floor((extent + surplus) / stride) + 1}: how many windows fit. */
        Extent windows(Extent extent, long surplus, long stride);
    }

    /** As many as another map has: position by position, at a merge, or resampled to its extent. */
    record SameAs(int map) implements OutputExtent {
        @Override
        public long of(IntToLongFunction extents) {
            return extents.applyAsLong(map);
        }

        @Override
        public Extent of(IntFunction<Extent> extents, Arithmetic arithmetic) {
            return extents.apply(map);
        }

        @Override
        public Rational density(IntFunction<Rational> densities) {
            return densities.apply(map);
        }

        @Override
        public OptionalInt copied() {
            return OptionalInt.of(map);
        }

        /** Written out, because what a record generates takes a compiler milliseconds to link. */
        @Override
        public boolean equals(Object other) {
            return other instanceof SameAs that && map == that.map;
        }

        @Override
        public int hashCode() {
            return map;
        }

        @Override
        public Optional<Formula> formula() {
            return Optional.of(new Formula(map, 1, 0, 1, 0));
        }
    }

    /** As many as {@code map} has, from which a pool made {@code pooled}: the map that is put back has that one's extent. */
    record Unpooled(int map, int pooled) implements OutputExtent {
        @Override
        public long of(IntToLongFunction extents) {
            return extents.applyAsLong(map);
        }

        @Override
        public Extent of(IntFunction<Extent> extents, Arithmetic arithmetic) {
            return extents.apply(map);
        }

        @Override
        public Rational density(IntFunction<Rational> densities) {
            return densities.apply(map);
        }

        @Override
        public OptionalInt copied() {
            return OptionalInt.of(map);
        }

        @Override
        public OptionalInt undone() {
            return OptionalInt.of(pooled);
        }

        @Override
        public Optional<Formula> formula() {
            return Optional.of(new Formula(map, 1, 0, 1, 0));
        }
    }

    /** Always as many, whatever the input. */
    record Fixed(long extent) implements OutputExtent {
        @Override
        public long of(IntToLongFunction extents) {
            return extent;
        }

        @Override
        public Extent of(IntFunction<Extent> extents, Arithmetic arithmetic) {
            return Extent.of(extent);
        }

        @Override
        public Rational density(IntFunction<Rational> densities) {
            return Rational.ZERO;
        }

        @Override
        public boolean isFixed() {
            return true;
        }

        @Override
        public Optional<Formula> formula() {
            return Optional.empty();
        }
    }

    /** {@code extent·factor + more}: upsampling, transposed convolution, padding and cropping. */
    record Scaled(int map, long factor, long more) implements OutputExtent {
        @Override
        public long of(IntToLongFunction extents) {
            return Math.addExact(Math.multiplyExact(extents.applyAsLong(map), factor), more);
        }

        @Override
        public Extent of(IntFunction<Extent> extents, Arithmetic arithmetic) {
            return arithmetic.plus(arithmetic.times(extents.apply(map), factor), more);
        }

        @Override
        public Rational density(IntFunction<Rational> densities) {
            return densities.apply(map).times(Rational.of(factor));
        }

        @Override
        public Optional<Formula> formula() {
            return Optional.of(new Formula(map, factor, 0, 1, more));
        }
    }

    /** {@code extent / divisor}, for extents that it divides: no other input works. */
    record Divided(int map, long divisor) implements OutputExtent {
        @Override
        public long of(IntToLongFunction extents) {
            return Math.floorDiv(extents.applyAsLong(map), divisor);
        }

        @Override
        public Extent of(IntFunction<Extent> extents, Arithmetic arithmetic) {
            return arithmetic.windows(extents.apply(map), -divisor, divisor);
        }

        @Override
        public Rational density(IntFunction<Rational> densities) {
            return densities.apply(map).dividedBy(Rational.of(divisor));
        }

        @Override
        public Optional<Formula> formula() {
            return Optional.of(new Formula(map, 1, 0, divisor, 0));
        }

        @Override
        public boolean mayRefuse() {
            return true;
        }

        @Override
        public boolean takes(IntToLongFunction extents) {
            return Math.floorMod(extents.applyAsLong(map), divisor) == 0;
        }
    }

    /**
     * As many windows as fit (Dumoulin &amp; Visin 2016, relationship 6).
     *
     * @param window with its padding; with {@link Fit#SAME} the padding at the declared extent
     */
    record Windowed(int map, Step.Window window, Fit fit) implements OutputExtent {
        @Override
        public long of(IntToLongFunction extents) {
            return Math.addExact(Math.floorDiv(Math.addExact(extents.applyAsLong(map), surplus()), window.stride()), 1);
        }

        @Override
        public Extent of(IntFunction<Extent> extents, Arithmetic arithmetic) {
            return arithmetic.windows(extents.apply(map), surplus(), window.stride());
        }

        @Override
        public Rational density(IntFunction<Rational> densities) {
            return densities.apply(map).dividedBy(Rational.of(window.stride()));
        }

        /** Written out, because what a record generates takes a compiler milliseconds to link. */
        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Windowed that
                            && map == that.map
                            && fit == that.fit
                            && window.equals(that.window);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * map + fit.ordinal()) + window.hashCode();
        }

        @Override
        public Optional<Windowed> windowed() {
            return Optional.of(this);
        }

        @Override
        public Optional<Formula> formula() {
            return Optional.of(
                    window.stride() == 1
                            ? new Formula(map, 1, 0, 1, Math.addExact(surplus(), 1))
                            : new Formula(map, 1, surplus(), window.stride(), 1));
        }

        /** What the number is counted from: {@code floor((extent + surplus) / stride) + 1}. */
        public long surplus() {
            long rest = Math.subtractExact(window.end(), window.reach() + 1);
            return switch (fit) {
                case SAME -> -1;
                case DOWN -> Math.addExact(window.begin(), rest);
                case UP -> Math.addExact(window.begin(), Math.min(Math.addExact(rest, window.stride() - 1), -1));
            };
        }

        /** The window with the padding that an input of this extent gets. */
        public Step.Window padded(long extent) {
            return new Step.Window(window.kernel(), window.stride(), window.rate(), begin(extent), end(extent), 0);
        }

        /** The padding before an input of this extent. */
        public long begin(long extent) {
            return fit == Fit.SAME ? same(extent) / 2 : window.begin();
        }

        /** The padding after an input of this extent. */
        public long end(long extent) {
            return fit == Fit.SAME ? same(extent) - same(extent) / 2 : window.end();
        }

        /** {@code max(0, (ceil(H/s) - 1)·s + reach + 1 - H)}: only H modulo s matters. */
        private long same(long extent) {
            long covered = Math.floorMod(extent - 1, window.stride()) + 1;
            return Math.max(0, window.reach() + 1 - covered);
        }
    }

    /** Where a window must lie to be counted. */
    enum Fit {
        /** Inside the padded input. */
        DOWN,
        /** One more may stick out at the end, but none starts beyond the input ({@code ceilMode}). */
        UP,
        /** One for each stride, and padding as it takes ({@code Padding.SAME}). */
        SAME
    }
}
