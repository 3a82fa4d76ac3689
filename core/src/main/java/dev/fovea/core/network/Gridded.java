package dev.fovea.core.network;

import dev.fovea.report.Rational;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/** As many units as {@code map} has, which a grid cuts into {@code cells} of equal extent: no other input works. */
public record Gridded(int map, long cells) implements OutputExtent {
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
    public Optional<Formula> formula() {
        return Optional.of(new Formula(map, 1, 0, 1, 0));
    }

    @Override
    public boolean mayRefuse() {
        return true;
    }

    @Override
    public boolean takes(IntToLongFunction extents) {
        return Math.floorMod(extents.applyAsLong(map), cells) == 0;
    }
}
