package dev.fovea.core.network;

import dev.fovea.core.exact.Integers;
import java.util.Optional;

/**
 * Resampling of {@code in} units to {@code out} (in lowest terms or not): nearest neighbour, linear with half-pixel
 * centres, or adaptive pooling.
 */
public record Resample(long in, long out, Mode mode) implements Step.Local {
    /** How a unit's place among the input's units is turned into the units read. */
    public enum Mode {
        /** The unit at {@code floor(o·in/out)}. */
        NEAREST,
        /** Those of the two units around {@code (o + 1/2)·in/out - 1/2} whose weight is not 0. */
        LINEAR,
        /** Units {@code floor(o·in/out)} to {@code ceil((o+1)·in/out) - 1}. */
        ADAPTIVE
    }

    @Override
    public long period() {
        return Integers.cycle(out, in);
    }

    @Override
    public long advance() {
        return Integers.cycle(in, out);
    }

    /** True if one extent is a multiple of the other, so that the fields differ with a short period at most. */
    @Override
    public boolean isUniform() {
        return in % out == 0 || mode != Mode.ADAPTIVE && out % in == 0;
    }

    @Override
    public Units reads(long unit) {
        long place = Math.multiplyExact(unit, in);
        if (mode == Mode.NEAREST) {
            return new Units(Math.floorDiv(place, out), 1, 1);
        }
        if (mode == Mode.ADAPTIVE) {
            long first = Math.floorDiv(place, out);
            return new Units(first, 1, Integers.ceilDiv(Math.addExact(place, in), out) - first);
        }
        long halves = Math.subtractExact(Math.addExact(Math.multiplyExact(2, place), in), out);
        boolean onUnit = Math.floorMod(halves, 2 * out) == 0;
        return new Units(Math.floorDiv(halves, 2 * out), 1, onUnit ? 1 : 2);
    }

    @Override
    public boolean readsInPlace() {
        return in == out;
    }

    @Override
    public boolean keepsGrid() {
        return in == out;
    }

    @Override
    public boolean readsEverything() {
        return out >= in || mode == Mode.ADAPTIVE;
    }

    @Override
    public Optional<Resample> resample() {
        return Optional.of(this);
    }
}
